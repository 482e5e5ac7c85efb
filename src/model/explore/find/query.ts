/**
 * What somebody looks for in the runs of a scenario.
 *
 * A query is a few stages, one *then* another: what follows counts from the step after the one at which all of what stands
 * before has come true. Inside a stage terms are joined by *and*: each has to come true, in any order. What is said of
 * the end, and what *never* happens, can be told only where a run is over, so it stands in the last stage.
 */
import type { EndKind } from './ends'
import type { EventKind } from './happenings'

/** Something that happens at a step. */
export interface Happening {
  readonly kind: EventKind
  /** Whose step it has to be, by name; null for anybody's. */
  readonly client: string | null
  /** About which key; null for any. */
  readonly key: string | null
  /** With which version; null where the phrase names none. */
  readonly version: number | null
}

/** Something that is so in the world in which a run ends. */
export interface Ending {
  readonly kind: EndKind
  readonly client: string | null
  readonly key: string | null
  readonly version: number | null
}

export type Term =
  /** At `times` steps at least. */
  | { readonly type: 'happens'; readonly what: Happening; readonly times: number }
  /** The first happens at a step before which the second has not, and the second follows. */
  | { readonly type: 'before'; readonly first: Happening; readonly second: Happening }
  | { readonly type: 'never'; readonly what: Happening }
  | { readonly type: 'ends'; readonly what: Ending }
  | { readonly type: 'violated'; readonly property: string }

export interface Query {
  readonly stages: readonly (readonly Term[])[]
}

/** Whether a term can be told only where a run is over. */
export const isOfTheEnd = ({ type }: Term): boolean => type === 'never' || type === 'ends'
