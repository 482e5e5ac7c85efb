/**
 * Counts: what the versions of a row are worth where clients add to it.
 *
 * A version is its value only as long as nothing is lost. An increment that adds one to an older version
 * than the newest commits a value that the versions between do not count in. So a row that somebody
 * increments has one cell for each version that may be made; 0 stands for a version that is its own value,
 * as all are at the start. What a version counts changes nothing that anybody does, so a world has these
 * cells only for whoever looks at them: a property, or a run that is shown.
 *
 * Source: the lost update (Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995, P4).
 */
import type { Ground } from '../kind'
import { offsetOf, type Layout, type Memory } from '../layout'
import type { Request } from '../program'
import type { Scenario } from '../../scenario/scenario'

const cellsOf = (key: string) => `count:${key}`

/** The rows that somebody increments. */
export function countedRows({ clients }: Scenario): readonly string[] {
  const operations = clients.flatMap((client) => client.operations)
  return [...new Set(operations.flatMap((operation) => (operation.kind === 'increment' ? [operation.key] : [])))]
}

/** The newest version that a row or its entry has at the start. */
const newestAtStart = ({ start }: Scenario, key: string): number =>
  Math.max(start.database[key] ?? 1, start.cache[key] ?? 0)

export function reserveCounts(layout: Layout, scenario: Scenario, keys: readonly string[]): void {
  const operations = scenario.clients.flatMap((client) => client.operations)
  for (const key of countedRows(scenario)) {
    const increments = operations.filter((operation) => operation.kind === 'increment' && operation.key === key)
    const ahead = newestAtStart(scenario, key) - (scenario.start.database[key] ?? 1)
    layout.reserveForKey(cellsOf(key), keys.indexOf(key), increments.length + ahead)
  }
}

/** Where the cell of a version is; -1 for one that was there at the start, and where nobody counts. */
function cellOf(memory: Memory, scenario: Scenario, key: string, version: number): number {
  const first = offsetOf(memory, cellsOf(key))
  const start = scenario.start.database[key] ?? 1
  return first < 0 || version <= start ? -1 : first + version - start - 1
}

/** What a version counts. */
export function countOf(memory: Memory, scenario: Scenario, key: string, version: number): number {
  const at = cellOf(memory, scenario, key, version)
  return at < 0 ? version : memory.cells[at]! || version
}

/**
 * Returns what notes that a request has made a version, over the one that was there. A request without a
 * basis is no increment, and makes a version that is its own value.
 */
export function counterOf(
  { memory, scenario }: Ground,
  { key, basis }: Request,
): (version: number, present: number) => void {
  if (basis === undefined || offsetOf(memory, cellsOf(key)) < 0) return () => undefined
  return (version, present) => {
    const at = cellOf(memory, scenario, key, version)
    // A version that the cache has counted is committed later, and is no other one then.
    if (at >= 0 && memory.cells[at] === 0)
      memory.cells[at] = countOf(memory, scenario, key, basis === 0 ? present : basis) + 1
  }
}
