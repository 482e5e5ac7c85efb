/**
 * Durable: every acknowledged write is in the database, or superseded there by a newer version, in
 * quiet worlds, whatever crashed.
 *
 * Monitor: the newest acknowledged version, by key.
 */
import { offsetOf } from '../engine/layout'
import type { Judge, Property } from './property'

export const durable: Property = {
  name: 'durable',
  title: 'No acknowledged write lost',
  says: 'Every acknowledged version is in the database, or a newer one is.',
  violatedSays: 'lose an acknowledged write',
  reserve(layout) {
    layout.reservePerKey('acknowledged')
  },
  bind({ memory, keys }) {
    const { cells } = memory
    const acknowledged = offsetOf(memory, 'acknowledged')
    const database = offsetOf(memory, 'database')
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only the answer promises something.
        },
        responded(_client, role, keyIndex, version) {
          const at = acknowledged + keyIndex
          if (role === 'write') cells[at] = Math.max(cells[at]!, version)
        },
      },
      violatedWhenQuiet() {
        let isViolated = false
        for (let key = 0; key < keys.length; key++) {
          if (cells[acknowledged + key] === 0) continue
          judge.judged++
          if (cells[acknowledged + key]! > cells[database + key]!) isViolated = true
        }
        return isViolated
      },
    }
    return judge
  },
}
