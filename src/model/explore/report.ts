/** What an exhaustive check answers. Three-valued: *unknown* is never shown as good. */

import type { Answer } from '../properties/property'
import type { VerdictWord } from '../scenario/scenario'

/** What the search may use before it ends in *unknown*. */
export interface Budget {
  /** Worlds of one exploration. */
  readonly worlds: number
  /** Milliseconds for all properties of a scenario together; the caller brings the clock. */
  readonly milliseconds: number
  /** Bytes of one exploration's tables. */
  readonly bytes: number
}

export const defaultBudget: Budget = { worlds: 5_000_000, milliseconds: 60_000, bytes: 2 ** 30 }

interface Judged {
  readonly property: string
  /** How often there was something to judge; a property that holds with 0 holds because nothing happened. */
  readonly judged: number
}

export type Result = Judged &
  (
    | {
        readonly verdict: 'holds'
        /** Only of runs without end: nothing stale is ever seen, or nothing stale in the end. */
        readonly answer?: 'never' | 'bounded'
        /** A shortest schedule to something stale, where that is bounded. */
        readonly example?: readonly string[]
      }
    | {
        readonly verdict: 'violated'
        readonly steps: number
        readonly schedule: readonly string[]
        /** Only of runs without end: something stale is seen again and again. */
        readonly answer?: 'for-ever'
        /** What can follow the schedule again and again, and ends with something stale each time. */
        readonly loop?: readonly string[]
      }
    | { readonly verdict: 'unknown'; readonly reason: string }
  )

/** What whoever reads for ever sees, where that was asked and found out. */
export const answerIn = (result: Result): Answer | null =>
  result.verdict === 'unknown' ? null : (result.answer ?? null)

/** Whether a result is what a file expects: its verdict, or its answer. */
export const isAsExpected = (result: Result, expected: VerdictWord): boolean =>
  expected === result.verdict || expected === answerIn(result)

/** What was searched, for the sentence beside a verdict. */
export interface Searched {
  readonly clients: number
  readonly operations: number
  readonly keys: number
  /** In words, e.g. `one eviction`; empty when nothing may go wrong. */
  readonly faults: readonly string[]
}

export interface Report {
  readonly scenario: string
  /** Different worlds, counted without any monitor. */
  readonly states: number
  /** Enabled steps over all worlds. */
  readonly transitions: number
  /** Whether `states` and `transitions` are all there are. */
  readonly isComplete: boolean
  readonly results: readonly Result[]
  readonly searched: Searched
  /** Things that do happen in some run: `a miss`, `a hit`, `a refused fill`. */
  readonly sometimes: readonly string[]
  /** Things that are counted: over all runs the most of it, of a single run what it had; nothing, if absent. */
  readonly facts?: readonly Fact[]
  /** Where only one run was played, which can violate a property and show none to hold; absent where all were tried. */
  readonly run?: RunReport
}

/** One number about what happened, e.g. `largest backlog`. */
export interface Fact {
  readonly what: string
  readonly count: number
}

export interface RunReport {
  /** Operations that were begun. */
  readonly operations: number
  readonly steps: number
  /** It went on until nothing more had to happen. */
  readonly isQuiet: boolean
}
