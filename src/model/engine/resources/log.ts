/**
 * The change log: every commit in its order, for whoever applies it later. A lagging replica follows it,
 * and under change-log a listener does, which fills the cache.
 *
 * An entry is written in the same atomic step as its commit. Whoever follows forgets what it has applied,
 * unless it may yet begin again from the start (the fault `redeliver`).
 * Atomic: as said. Left out: transactions of several rows, a log that is cut off, more than one follower.
 * Source: MySQL Reference Manual, "The Binary Log"; PostgreSQL documentation, chapter "Logical Decoding".
 */
import { hasListener, readsReplica } from '../../scenario/followers'
import { listenerMovers } from './logListener'
import { capacity, CELLS } from './logQueue'
import type { Resource } from './resource'

/**
 * Cells: `log` a queue of pairs, empty ones 0; `log-phase` 1 once the listener has done the first of its
 * two steps with the next entry; `log-position` how many entries have been taken, where they may come again.
 */
export const log: Resource = {
  kinds: [],
  words: [
    {
      head: 'log',
      of: null,
      verb: 'Step the listener',
      short: 'Listener',
      why: () => 'the log has nothing new',
    },
  ],
  reserve(layout, _keys, scenario) {
    const isListened = hasListener(scenario)
    if (!isListened && !readsReplica(scenario)) return
    layout.reserveForWorld('log', CELLS * capacity(scenario))
    if (!isListened) return
    layout.reserveForWorld('log-phase', 1)
    if (scenario.faults.redeliver > 0) layout.reserveForWorld('log-position', 1)
  },
  movers: listenerMovers,
}
