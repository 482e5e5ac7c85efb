/**
 * What a lesson is once it has been compiled: plain typed data, no markup and no code.
 *
 * The page draws it with one component a block, so whatever is not named here cannot reach a reader's
 * screen. Nothing in it is an answer key: a prediction's options carry expressions, and the engine says
 * which of them came true.
 */
import type { Scenario } from '../../model/scenario/scenario'
import type { Searched } from '../../model/explore/report'
import type { Answer } from '../../model/properties/property'
import type { StoredRun } from './storedRun'
import type { SvgNode } from './svgTree'

/** What the list of lessons shows; small, because the whole list is in the course page. */
export interface LessonInfo {
  /** The folder's name without its number; part of links. */
  readonly slug: string
  /** The folder's number: where the lesson stands in the course. */
  readonly number: number
  readonly part: { readonly number: number; readonly title: string }
  readonly title: string
  readonly minutes: number
  /** One sentence. */
  readonly summary: string
}

export interface Lesson extends LessonInfo {
  /** What the reader can do afterwards; each completes "you can ...". */
  readonly objectives: readonly string[]
  /** What the reader knows already. */
  readonly prerequisites: readonly string[]
  readonly blocks: readonly Block[]
}

export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'emphasis' | 'strong' | 'deletion'; readonly inlines: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  /** `href` starts with `#/` (this program) or `https://` (opened in its own tab). */
  | { readonly type: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
  /** A client's name in prose; `index` is its place among the clients of its scene, from 0. */
  | { readonly type: 'client'; readonly name: string; readonly index: number }

/** Blocks of plain Markdown. */
export type ProseBlock =
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly inlines: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly inlines: readonly Inline[] }
  | {
      readonly type: 'list'
      /** The number of the first item; null for a list with bullets. */
      readonly start: number | null
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string }
  | {
      readonly type: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }
  | { readonly type: 'rule' }

/** For the speaker; a reader never sees it. */
export interface NoteBlock {
  readonly type: 'note'
  readonly blocks: readonly Block[]
}

/** A run on a stage, and the prose that tells it. */
export interface SceneBlock {
  readonly type: 'scene'
  /** Unique in its lesson. */
  readonly id: string
  readonly title: string
  readonly scenario: Scenario
  /** A link to the Lab, without a run; null for a scenario that stands in the lesson. */
  readonly link: string | null
  readonly schedule: readonly string[]
  /** What the engine did with the schedule. */
  readonly run: StoredRun
  readonly blocks: readonly Block[]
}

/** One sentence of the telling, and the steps that it tells of, from 1, both included; 0 is the start. */
export interface Beat {
  readonly from: number
  readonly to: number
  readonly inlines: readonly Inline[]
}

export interface BeatsBlock {
  readonly type: 'beats'
  readonly beats: readonly Beat[]
}

export interface PredictOption {
  /** Evaluated on the run after the step that answers the question; true of exactly one option. */
  readonly expression: string
  readonly label: readonly Inline[]
  /** Why somebody may think so, and what happens instead; or why it is so. */
  readonly feedback: readonly Block[]
}

/** A question that is asked while the scene stands at step `at`; step `at + 1` answers it. */
export interface PredictBlock {
  readonly type: 'predict'
  readonly id: string
  readonly at: number
  readonly question: readonly Inline[]
  readonly options: readonly PredictOption[]
}

/** What the exhaustive check found, kept as numbers so that no sentence of a lesson states one by hand. */
export interface Finding {
  readonly states: number
  readonly transitions: number
  /** Complete schedules and how many of them violate the property; null where they were not counted. */
  readonly schedules: { readonly total: number; readonly bad: number } | null
  readonly searched: Searched
  /** The shortest witness, or the shortest way to something stale for a while; empty where there is nothing to show. */
  readonly witness: readonly string[]
  /** What whoever reads for ever sees; absent where the property has no such answer. */
  readonly answer?: Answer
}

/** A statement that the build has executed. */
export interface ClaimBlock {
  readonly type: 'claim'
  readonly id: string
  readonly property: string
  /** What a verdict list calls the property. */
  readonly propertyTitle: string
  /** What its violation means, after "N of M schedules". */
  readonly violatedSays: string
  readonly verdict: 'holds' | 'violated'
  readonly statement: readonly Inline[]
  readonly scenario: Scenario
  /** A link to the Lab, without a run; null for a scenario that stands in the lesson. */
  readonly link: string | null
  readonly finding: Finding
  /** What the engine did with the witness; null where there is none. */
  readonly run: StoredRun | null
}

/** One arrow of a sequence diagram. */
export interface Message {
  readonly from: string
  readonly to: string
  readonly text: string
  /** A dashed arrow: the answer to the arrow before it. */
  readonly isReply: boolean
}

/** A message and the step of the scene's run that it draws. */
export interface SteppedMessage extends Message {
  readonly step: number
}

/** A sequence diagram that was drawn ahead of time; its messages are those of the scene's run. */
export interface DiagramBlock {
  readonly type: 'diagram'
  readonly name: string
  readonly messages: readonly SteppedMessage[]
  readonly svg: SvgNode
}

export type Block = ProseBlock | NoteBlock | SceneBlock | BeatsBlock | PredictBlock | ClaimBlock | DiagramBlock
