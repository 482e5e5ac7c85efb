/**
 * How the step of something that is no client is written in a schedule: `crash:T2` is about a client,
 * `evict:x` about a key, and `restart` about neither.
 */
import type { WorldView } from './view'

export interface WordForm {
  /** What stands before the colon, or alone. */
  readonly head: string
  readonly of: 'client' | 'key' | null
  /** `late:T1-2` is the second of several; the first has no number. */
  readonly isNumbered?: true
  /** The marks of faults that may strike what it asks: `timer:T1!lost`. */
  readonly marks?: readonly string[]
  /** In the imperative, before the client or the key, e.g. `Fire the timer of`; whole where it is about neither. */
  readonly verb: string
  /** The same on a button that asks which, e.g. `Timer`. */
  readonly short: string
  /** Why it cannot happen now, in a few words, where it could in another world. */
  why(world: WorldView, subject: string): string
}
