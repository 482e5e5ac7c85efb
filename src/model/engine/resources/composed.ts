/**
 * Composed values: one cached entry that is made of two rows, e.g. an account and its orders.
 *
 * Whoever loads it selects the one row and then the other, so a commit in between leaves a value that the
 * database never held: a torn one. Its version is the two rows' versions `together`, and grows with each of
 * them. A write of a row does not touch what is composed of it, unless the guard `invalidate: composed` says so.
 *
 * Atomic: each select. Left out: a select of both rows at once (a join, or a snapshot), which cannot be torn;
 * more than two rows; what the value computes of them.
 * Source: Ports et al., "Transactional Consistency and Automatic Management in an Application Data Cache",
 * OSDI 2010 (objects computed from several queries, and what it takes to keep them consistent).
 */
import { offsetOf, type Memory } from '../layout'
import type { Key, Resources } from '../program'
import { together } from '../together'
import type { Scenario } from '../../scenario/scenario'

/** The same resources, with a select for each composed value that selects its rows one after the other. */
export function withComposed(resources: Resources, { composed }: Scenario): Resources {
  if (composed === undefined) return resources
  const { database } = resources
  return Object.freeze({
    ...resources,
    database: {
      ...database,
      select: function* (key: Key) {
        const rows = composed[key]
        if (rows === undefined) return yield* database.select(key)
        const first = yield* database.select(rows[0])
        const second = yield* database.select(rows[1])
        return { version: together(first.version, second.version) }
      },
    },
    composedOf: (row: Key) => Object.keys(composed).filter((key) => composed[key]?.includes(row)),
  })
}

/** Returns what the database has for a key: a row's version, or what a composed value would be made of now. */
export function presentVersion(memory: Memory, { composed }: Scenario, keys: readonly Key[]): (key: number) => number {
  const { cells } = memory
  const database = offsetOf(memory, 'database')
  if (composed === undefined) return (key) => cells[database + key]!
  const rows = keys.map((key) => composed[key]?.map((row) => database + keys.indexOf(row)))
  return (key) => {
    const parts = rows[key]
    return parts === undefined ? cells[database + key]! : together(cells[parts[0]!]!, cells[parts[1]!]!)
  }
}
