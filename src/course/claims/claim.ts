/**
 * What a claim is: one checkable statement of a source, the verdict that somebody states, and what the engine is to run.
 *
 * The stated verdict decides nothing. Each witness asks the engine the statement itself, and the verdict on the page is
 * what the answers come to; where it differs from the stated one, the build stops.
 */
import type { Experiment } from '../../model/load/workload/experiment'
import type { Scenario } from '../../model/scenario/scenario'

export const documents = ['course document', 'article', 'primitives'] as const
export type SourceDocument = (typeof documents)[number]

/** `depends`: true under the assumption and false without it. `opinion` and `not-run` are not executed. */
export const verdicts = ['holds', 'fails', 'depends', 'opinion', 'not-run'] as const
export type ClaimVerdict = (typeof verdicts)[number]

/**
 * Whether the statement says something of every run, that something can happen in one, what a server answers to requests
 * in a given order, which is the same each time, or what is measured under a given load.
 */
export const reaches = ['every run', 'some run', 'a server', 'a workload'] as const
export type Reach = (typeof reaches)[number]

/** Runs of a scenario. */
export interface ScenarioSubject {
  readonly kind: 'scenario'
  /** The scenario of the catalogue that it names; null for one of its own. */
  readonly base: string | null
  readonly scenario: Scenario
  /** The run that is asked about; null for all of them. */
  readonly schedule: readonly string[] | null
}

/** Requests to real servers as they were recorded; the model must answer the same. */
export interface RecordingSubject {
  readonly kind: 'recording'
  readonly name: string
  /** As it stands in the file; read when it is asked. */
  readonly json: unknown
}

/** Requests to the model's servers, one after the other: `T1 redis> GET x`, `pass 100`. */
export interface RequestsSubject {
  readonly kind: 'requests'
  readonly requests: readonly string[]
}

/** Strategies that meet the same workload. */
export interface LoadSubject {
  readonly kind: 'load'
  /** The preset that it names; null for a workload of its own. */
  readonly base: string | null
  readonly experiment: Experiment
  /** The preset from which its link is told. */
  readonly from: Experiment
}

/** One question to the engine. */
export interface Witness {
  readonly line: number
  readonly subject: ScenarioSubject | RecordingSubject | RequestsSubject | LoadSubject
  /** The statement itself, as an expression. */
  readonly ask: string
  /** Under which assumption it is asked, in a few words; may be empty. */
  readonly when: string
}

export interface Claim {
  readonly id: string
  readonly document: SourceDocument
  /** The part of the document, in our words. */
  readonly section: string
  readonly statement: string
  /** What is stated; compared with what is found. */
  readonly verdict: ClaimVerdict
  readonly about: Reach
  /** When the statement holds; empty where it always or never does. */
  readonly assumption: string
  /** What should be said instead; may be empty. */
  readonly correction: string
  /** Anything else worth knowing, such as where our finding differs from another's; may be empty. */
  readonly note: string
  /** Why nothing is run; empty where something is. */
  readonly reason: string
  readonly witnesses: readonly Witness[]
  readonly file: string
  readonly line: number
}

/** Whether the engine runs anything for it. */
export const isExecuted = ({ witnesses }: Pick<Claim, 'witnesses'>): boolean => witnesses.length > 0
