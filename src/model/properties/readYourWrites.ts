/**
 * Read your writes: a client never reads a version older than one that it was itself told is written.
 *
 * Monitor: the newest version that each client was acknowledged, by key.
 * Source: Terry et al., "Session Guarantees for Weakly Consistent Replicated Data", 1994.
 */
import { offsetOf } from '../engine/layout'
import type { Judge, Property } from './property'

export const readYourWrites: Property = {
  name: 'read-your-writes',
  title: 'A writer sees its own writes',
  says: 'No client reads a version older than its own acknowledged write.',
  violatedSays: 'show a client less than it has written itself',
  reserve(layout, _scenario, keys) {
    layout.reservePerClient('own', keys.length)
  },
  bind({ memory, keys }) {
    const { cells } = memory
    const own = offsetOf(memory, 'own')
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded(client, role, keyIndex, version) {
          const at = own + client * keys.length + keyIndex
          if (role === 'write') cells[at] = Math.max(cells[at]!, version)
          else if (cells[at] !== 0) {
            judge.judged++
            if (version < cells[at]!) judge.broken = true
          }
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
