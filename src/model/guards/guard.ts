/**
 * What a guard is: a change to the resources that a program is given, never to the program.
 *
 * `wrap` is called once for each operation, so whatever it keeps in its closure (a token, a stamp) is
 * private to that operation. Guards apply in the order of the registry; a later one wraps what an
 * earlier one left.
 */
import type { Resources } from '../engine/program'
import type { Setting } from '../scenario/setting'

/** How a value is written that is not one of a few words. */
export type GuardShape =
  /** A whole number; `what` begins a sentence about it: `The number of updates`. */
  | { readonly kind: 'count'; readonly what: string; readonly min: number; readonly max: number }
  /** A list of keys. */
  | { readonly kind: 'keys' }
  /** For each named client how far its clock is off: -1 slow, 0 exact, 1 fast. */
  | { readonly kind: 'drifts' }

/** A switch of the Lab that gives the guard one of its values. */
export interface GuardSwitch {
  readonly value: string
  readonly title: string
  /** One line: what it does, not what it proves. */
  readonly says: string
}

export interface Guard {
  readonly name: string
  /** What a person calls it. */
  readonly title: string
  /** One line why, for the switch: what it does, not what it proves. */
  readonly says: string
  /** Allowed values, the first one being what a switch turns on; `['true']` for a bare name. */
  readonly values: readonly string[]
  /** Where a value is no such word; `values` is empty then. See `scenario/guardValues.ts` for how it reads as text. */
  readonly shape?: GuardShape
  /** Guards beside which this value means nothing, because both say how a fill stores. */
  rivals?(value: string): readonly string[]
  /**
   * What is missing for the guard to mean anything, or null: the end of a sentence that begins with
   * `The guard "..." is`, with the nearest thing that works.
   */
  lacks?(value: string, setting: Setting): string | null
  /** Shown where nothing is lacking. */
  readonly switches?: readonly GuardSwitch[]
  wrap?(resources: Resources, value: string, role: 'read' | 'write'): Resources
}
