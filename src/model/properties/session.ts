/**
 * Guarantees about one client's own session: what it has been told sets a floor under its later reads.
 *
 * Monitor: by client and key, the newest version that raised the floor.
 * Source: Terry et al., "Session Guarantees for Weakly Consistent Replicated Data", 1994.
 */
import { offsetOf } from '../engine/layout'
import type { Judge, Property } from './property'

/** A property in which the answers of `role` raise the floor under a client's reads; `cellsName` names the monitor's cells. */
export const sessionGuarantee = (
  words: Pick<Property, 'name' | 'title' | 'says' | 'violatedSays'>,
  cellsName: string,
  raisedBy: 'read' | 'write',
): Property => ({
  ...words,
  reserve(layout, _scenario, keys) {
    layout.reservePerClient(cellsName, keys.length)
  },
  bind({ memory, keys }) {
    const { cells } = memory
    const floor = offsetOf(memory, cellsName)
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded(client, role, keyIndex, version) {
          const at = floor + client * keys.length + keyIndex
          if (role === 'read' && cells[at] !== 0) {
            judge.judged++
            if (version < cells[at]!) judge.broken = true
          }
          if (role === raisedBy) cells[at] = Math.max(cells[at]!, version)
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
})
