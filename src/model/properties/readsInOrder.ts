/**
 * Reads in order: each client sees the versions of a key in non-decreasing order (monotonic reads).
 *
 * Monitor: the last version that each client read of each key.
 * Source: Terry et al., "Session Guarantees for Weakly Consistent Replicated Data", 1994.
 */
import { offsetOf } from '../engine/layout'
import type { Judge, Property } from './property'

export const readsInOrder: Property = {
  name: 'reads-in-order',
  title: 'Each client sees versions in order',
  says: 'No client reads a version older than one that it has read before.',
  violatedSays: 'show a client an older version after a newer one',
  reserve(layout, _scenario, keys) {
    layout.reservePerClient('seen', keys.length)
  },
  bind({ memory, keys }) {
    const { cells } = memory
    const seen = offsetOf(memory, 'seen')
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded(client, role, keyIndex, version) {
          if (role !== 'read') return
          const at = seen + client * keys.length + keyIndex
          if (cells[at] !== 0) {
            judge.judged++
            if (version < cells[at]!) judge.broken = true
          }
          cells[at] = Math.max(cells[at]!, version)
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
