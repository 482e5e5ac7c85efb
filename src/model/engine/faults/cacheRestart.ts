/**
 * Cache restart: the cache comes back empty. Every entry, token, tombstone and marker is gone, and so is a queue
 * that lives in its memory (see `resources/survival.ts`). The version counter goes on, so that no version is
 * given out twice.
 *
 * Atomic: the restart, by a crash of the process or a loss of power. Left out: the time during which it is away
 * (see the guard `cache-absent`).
 * Source: redis.io "Persistence"; memcached keeps nothing.
 */
import { offsetOf } from '../layout'
import { counted, type Fault } from './fault'
import { LossMover } from './loss'

/** Cells: `restart` what is left of the budget. */
export const cacheRestart: Fault<'cache-restart', number> = {
  name: 'cache-restart',
  absent: 0,
  form: { kind: 'count', what: 'The number of restarts' },
  word: {
    head: 'restart',
    of: null,
    verb: 'Restart the cache',
    short: 'Restart',
    why: () => 'no restart is left',
  },
  searched: ({ faults }) => counted(faults['cache-restart'], 'cache restart', 'cache restarts'),
  reserve(layout, scenario) {
    if (scenario.faults['cache-restart'] > 0) layout.reserveForWorld('restart', 1)
  },
  start(memory, scenario) {
    const budget = scenario.faults['cache-restart']
    if (budget > 0) memory.cells[offsetOf(memory, 'restart')] = budget
  },
  movers: (site) => (site.scenario.faults['cache-restart'] > 0 ? [new LossMover('restart', site, 'process')] : []),
}
