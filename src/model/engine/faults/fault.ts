/**
 * What a fault is: something that may go wrong, chosen by the learner or enumerated by the search.
 * A fault reserves the cells of its budget, and offers its steps as movers. It also owns its words: its
 * name, how its value is written in files and links, and how a verdict says that it was searched; so a
 * new fault is one file and one line in the catalogue.
 */
import type { Automata } from '../automaton'
import type { Ground } from '../kind'
import type { Layout, Memory } from '../layout'
import type { OwnMover } from '../mover'
import type { RequestFault, Strike } from '../requestFault'
import type { Site } from '../resources/resource'
import type { WordForm } from '../wordForm'
import type { Scenario } from '../../scenario/scenario'
import type { Setting } from '../../scenario/setting'

/** Every value that some fault may have. */
export type FaultValue = readonly string[] | number | string

/** How the value of a fault is written. */
export type ValueForm =
  /** A list of clients. */
  | { readonly kind: 'clients' }
  /** A whole number; `what` begins a sentence about it: `The number of evictions`. */
  | { readonly kind: 'count'; readonly what: string }
  /** A whole number, or `any` for no budget. */
  | { readonly kind: 'count-or-any'; readonly what: string }
  /** A whole number, or `true` for no budget. */
  | { readonly kind: 'count-or-true'; readonly what: string }
  /** One of some words, beside the one for its absence. */
  | { readonly kind: 'choice'; readonly values: readonly string[] }

export interface Fault<Name extends string = string, Value extends FaultValue = FaultValue> {
  /** As it stands in files and links. */
  readonly name: Name
  /** The value where a scenario does not name it. */
  readonly absent: Value
  readonly form: ValueForm
  /** Its steps in a schedule; null where it takes none itself. */
  readonly word: WordForm | null
  /**
   * What is missing for the fault to mean anything, or null: the end of a sentence that begins with
   * `The fault "..." is`, with the nearest thing that works.
   */
  lacks?(setting: Setting): string | null
  /** What a search tried, e.g. `one eviction`; nothing where the scenario does not have it. */
  searched(scenario: Scenario): readonly string[]
  reserve(layout: Layout, scenario: Scenario): void
  start(memory: Memory, scenario: Scenario): void
  movers(site: Site): readonly OwnMover[]
  /** How it strikes requests; absent where it strikes none. */
  readonly strike?: Strike
  /** The same in a compiled scenario; null where the scenario does not have it. */
  requestFault?(ground: Ground, automata: Automata): RequestFault | null
}

/** `one eviction`, `2 evictions`; nothing for none. */
export const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${many}`]
