/**
 * What a guard is: a change to the resources that a program is given, never to the program.
 *
 * `wrap` is called once for each operation, so whatever it keeps in its closure (a token, a stamp) is
 * private to that operation. A guard may also go around whole operations: ask something before and after
 * the program, or start it over. Guards apply in the order of the registry; a later one wraps what an
 * earlier one left.
 */
import type { Asking, Ending, Key, Resources } from '../engine/program'
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

/** A program that has yet to be given its resources. */
export type Body = (resources: Resources) => Asking<Ending>

/** What a guard does around the operations of one role. */
export interface Around {
  readonly role: 'read' | 'write'
  /** Runs the operation with these resources, or with others; what it ends with is the operation's ending. */
  operation(run: Body, resources: Resources, key: Key): Asking<Ending>
}

export interface Guard {
  readonly name: string
  /** What a person calls it. */
  readonly title: string
  /** One line why, for the switch: what it does, not what it proves. */
  readonly says: string
  /** Allowed values, the first one being what a switch turns on; `['true']` for a bare name. */
  readonly values: readonly string[]
  /** The value that a bare name stands for, where that is not "true". */
  readonly bare?: string
  /** Where a value is no such word; `values` is empty then. See `scenario/guardValues.ts` for how it reads as text. */
  readonly shape?: GuardShape
  /** Guards beside which this value means nothing, because both say the same thing. */
  rivals?(value: string): readonly string[]
  /** What both say, for the sentence that refuses a rival: how a fill stores, if nothing else. */
  dispute?(rival: string): string
  /** It means nothing where no read fills the cache. */
  readonly isAboutFills?: true
  /**
   * What is missing for the guard to mean anything, or null: the end of a sentence that begins with
   * `The guard "..." is`, with the nearest thing that works.
   */
  lacks?(value: string, setting: Setting): string | null
  /** For those who look further: its switches stand behind the others. */
  readonly isExtra?: true
  /** Shown where nothing is lacking. */
  readonly switches?: readonly GuardSwitch[]
  wrap?(resources: Resources, value: string, role: 'read' | 'write'): Resources
  /** Goes around what all the `wrap`s have left; applies whatever the value is. */
  readonly around?: Around
}
