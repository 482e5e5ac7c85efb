/** What compiling carries along: the text, the problems found so far, and the scene that it stands in. */
import type { Trace } from '../../model/engine/trace'
import type { Scenario } from '../../model/scenario/scenario'
import type { Block } from './lesson'
import { pointOf, type Placed, type Problems } from './problem'
import type { Directive, Flow } from './tree'

/** What a lesson refers to beside its own text. */
export interface Surroundings {
  /** The catalogue. */
  readonly scenarios: readonly Scenario[]
  /** The text of a file in the lesson's own folder, or null where there is none. */
  readonly readBeside: (name: string) => string | null
}

/** The run of a scene, known before its prose is compiled. */
export interface Stage {
  readonly scenario: Scenario
  /** The scenario of the catalogue that it is, or that it was made of; null for one that stands in the lesson. */
  readonly base: Scenario | null
  readonly schedule: readonly string[]
  readonly trace: Trace
}

/** How far the prose of a scene has told its run. */
export interface Telling {
  readonly stage: Stage
  readonly title: string
  /** The last step that a beat told. */
  told: number
  /** The step that the last question stands at; null before the first. */
  asked: number | null
}

export interface Context {
  readonly text: string
  readonly lines: readonly string[]
  readonly problems: Problems
  readonly surroundings: Surroundings
  /** Clients whose names are coloured in prose, in the order of their scenario. */
  readonly clients: readonly string[]
  /** Null outside a scene. */
  readonly telling: Telling | null
  readonly depth: number
  /** A name that is unique in the lesson. */
  readonly nextId: (kind: string) => string
  readonly directive: (node: Directive, context: Context) => Block | null
  readonly mermaid: (node: Extract<Flow, { type: 'code' }>, context: Context) => Block | null
}

/** The line that a node begins with, as it was written. */
export const openingLine = (node: Placed, { lines }: Context): string => lines[pointOf(node).line - 1] ?? ''
