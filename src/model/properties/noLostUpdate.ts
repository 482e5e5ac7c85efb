/**
 * No lost update: every acknowledged increment counts in the database in quiet worlds.
 *
 * A version counts as many increments as went into its value (see `engine/resources/counts.ts`); the
 * database's version must count at least those that were acknowledged. An increment that ended with an
 * error, or whose client is gone, may count or not.
 * Monitor: the count of each version that was made, and the acknowledged increments, by row.
 * Source: Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995, P4.
 */
import { offsetOf } from '../engine/layout'
import { countedRows, countOf, reserveCounts } from '../engine/resources/counts'
import type { Judge, Property } from './property'

export const noLostUpdate: Property = {
  name: 'no-lost-update',
  title: 'Every increment counts',
  says: 'Every acknowledged increment counts in the value that the database ends with.',
  violatedSays: 'lose an acknowledged increment',
  lacks: ({ clients }) =>
    clients.some(({ operations }) => operations.some(({ kind }) => kind === 'increment'))
      ? null
      : 'asks what increments count, and nobody increments anything. Give a client "increment x" to do.',
  reserve(layout, scenario, keys) {
    reserveCounts(layout, scenario, keys)
    layout.reservePerKey('increments')
  },
  bind({ memory, keys, scenario }) {
    const { cells } = memory
    const increments = offsetOf(memory, 'increments')
    const database = offsetOf(memory, 'database')
    const rows = countedRows(scenario).map((key) => ({ key, index: keys.indexOf(key) }))
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only the answer promises something.
        },
        responded(_client, role, keyIndex) {
          if (role === 'write' && rows.some(({ index }) => index === keyIndex)) cells[increments + keyIndex]!++
        },
      },
      violatedWhenQuiet() {
        let isViolated = false
        for (const { key, index } of rows) {
          const acknowledged = cells[increments + index]!
          if (acknowledged === 0) continue
          judge.judged++
          const counted = countOf(memory, scenario, key, cells[database + index]!)
          if (counted < (scenario.start.database[key] ?? 1) + acknowledged) isViolated = true
        }
        return isViolated
      },
    }
    return judge
  },
}
