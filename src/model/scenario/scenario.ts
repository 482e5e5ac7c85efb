/** What a scenario is once it has been parsed: plain data, checked, frozen, the same in page, worker and Node. */
import type { Faults } from '../engine/faults'
import type { OwnPrograms } from '../own/own'
import type { Answer } from '../properties/property'
export type { Faults } from '../engine/faults'

/** Version by key. */
export type Versions = Readonly<Record<string, number>>

/**
 * One thing that a client does to rows or to what is cached of them. `bypass` reads the database and leaves the cache
 * alone, whatever the read pattern; `increment` adds one to the value that it reads; `transfer` writes two rows in one
 * transaction of the database.
 */
export type Deed =
  | { readonly kind: 'read' | 'bypass' | 'write' | 'increment'; readonly key: string }
  | { readonly kind: 'transfer'; readonly key: string; readonly other: string }

/**
 * One thing that a client does. `any` leaves the choice to the search: each read and each write of each row. `forever`
 * reads the key again and again without end, so nothing comes after it.
 */
export type Operation = Deed | { readonly kind: 'any' } | { readonly kind: 'forever'; readonly key: string }

/** The keys that an operation names; none for `any`. */
export const keysNamed = (operation: Operation): readonly string[] =>
  operation.kind === 'any' ? [] : operation.kind === 'transfer' ? [operation.key, operation.other] : [operation.key]

/** Whether an operation may commit something. */
export const mayWrite = ({ kind }: Operation): boolean => kind !== 'read' && kind !== 'bypass' && kind !== 'forever'

/** How many rows operations may write at most, each time anew. */
export const rowsWritten = (operations: readonly Operation[]): number =>
  operations.filter(mayWrite).reduce((sum, { kind }) => sum + (kind === 'transfer' ? 2 : 1), 0)

/** The two rows that a cached value is made of, by its key. */
export type Composed = Readonly<Record<string, readonly [string, string]>>

export interface Client {
  readonly name: string
  readonly operations: readonly Operation[]
}

/** What a file may expect: a verdict, or the answer of a property of runs without end. */
export type VerdictWord = 'holds' | 'violated' | 'unknown' | Answer

export interface Scenario {
  /** Kebab-case name; part of links. */
  readonly scenario: string
  readonly title: string
  /** One or two sentences for the reader; may be empty. */
  readonly about: string
  readonly start: { readonly database: Versions; readonly cache: Versions }
  /** Cached values that are made of two rows; absent where there are none. Their versions are those of `together`. */
  readonly composed?: Composed
  readonly protocol: { readonly read: string; readonly write: string }
  /** Programs of a learner that run in place of the patterns; absent where there are none. Files never have them. */
  readonly own?: OwnPrograms
  /** Guard name to its value; a guard without values has `true`. */
  readonly guards: Readonly<Record<string, string>>
  readonly clients: readonly Client[]
  /** How often each client goes through its operations; once where it is not said. */
  readonly repeat?: number
  /** Draws one run, which is all that is judged then; absent where every run is. */
  readonly seed?: number
  readonly faults: Faults
  /** Names of the properties to check. */
  readonly check: readonly string[]
  readonly expect: Readonly<Record<string, VerdictWord>>
  /** The run to open with. */
  readonly schedule: readonly string[]
  /** The repaired or broken twin in the catalogue, by name; empty where there is none. */
  readonly twin: string
}

/** The keys of a scenario, in the order in which they first appear: database, cache, composed values, operations. */
export function keysOf(scenario: Scenario): readonly string[] {
  const keys = new Set([...Object.keys(scenario.start.database), ...Object.keys(scenario.start.cache)])
  for (const [key, rows] of Object.entries(scenario.composed ?? {})) for (const each of [...rows, key]) keys.add(each)
  for (const client of scenario.clients)
    for (const operation of client.operations) for (const key of keysNamed(operation)) keys.add(key)
  return [...keys]
}

/** Whether some client never comes to an end. */
export const isEndless = ({ clients }: Pick<Scenario, 'clients'>): boolean =>
  clients.some(({ operations }) => operations.some(({ kind }) => kind === 'forever'))

/** The keys that the database has a row for: all but composed values. */
export const rowsOf = (scenario: Scenario): readonly string[] =>
  keysOf(scenario).filter((key) => scenario.composed?.[key] === undefined)

/** The rows that a key stands for: itself, or what it is made of. */
export const rowsBehind = ({ composed }: Pick<Scenario, 'composed'>, key: string): readonly string[] =>
  composed?.[key] ?? [key]
