/** What a scenario is once it has been parsed: plain data, checked, frozen, the same in page, worker and Node. */
import type { Faults } from '../engine/faults'
export type { Faults } from '../engine/faults'

/** Version by key. */
export type Versions = Readonly<Record<string, number>>

/** One thing that a client does. `any` leaves the choice to the search: each read and each write of each key. */
export type Operation =
  | { readonly kind: 'read'; readonly key: string }
  | { readonly kind: 'write'; readonly key: string }
  | { readonly kind: 'any' }

export interface Client {
  readonly name: string
  readonly operations: readonly Operation[]
}

export type VerdictWord = 'holds' | 'violated' | 'unknown'

export interface Scenario {
  /** Kebab-case name; part of links. */
  readonly scenario: string
  readonly title: string
  /** One or two sentences for the reader; may be empty. */
  readonly about: string
  readonly start: { readonly database: Versions; readonly cache: Versions }
  readonly protocol: { readonly read: string; readonly write: string }
  /** Guard name to its value; a guard without values has `true`. */
  readonly guards: Readonly<Record<string, string>>
  readonly clients: readonly Client[]
  readonly faults: Faults
  /** Names of the properties to check. */
  readonly check: readonly string[]
  readonly expect: Readonly<Record<string, VerdictWord>>
  /** The run to open with. */
  readonly schedule: readonly string[]
  /** The repaired or broken twin in the catalogue, by name; empty where there is none. */
  readonly twin: string
}

/** The keys of a scenario, in the order in which they first appear: database, cache, operations. */
export function keysOf(scenario: Scenario): readonly string[] {
  const keys = new Set([...Object.keys(scenario.start.database), ...Object.keys(scenario.start.cache)])
  for (const client of scenario.clients)
    for (const operation of client.operations) if (operation.kind !== 'any') keys.add(operation.key)
  return [...keys]
}
