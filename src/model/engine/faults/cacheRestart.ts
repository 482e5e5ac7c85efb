/**
 * Cache restart: the cache comes back empty. Every entry, token and tombstone is gone, and so is a queue
 * that lives in memory. The version counter goes on, so that no version is given out twice.
 *
 * Atomic: the restart. Left out: the time during which it is away (see the guard `cache-absent`).
 * Source: redis.io "Persistence"; memcached keeps nothing.
 */
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { counted, type Fault } from './fault'

class RestartMover implements OwnMover {
  readonly awaited = false
  readonly choices = 1

  constructor(
    private readonly memory: Memory,
    private readonly budget: number,
    private readonly lost: readonly { readonly at: number; readonly count: number }[],
  ) {}

  word(): string {
    return 'restart'
  }

  happening(): Happening {
    return { type: 'restart', key: '', client: '' }
  }

  move(): boolean {
    const { cells } = this.memory
    if (cells[this.budget] === 0) return false
    cells[this.budget]!--
    for (const { at, count } of this.lost) cells.fill(0, at, at + count)
    return true
  }
}

/** Cells: `restarts` what is left of the budget. */
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
    if (scenario.faults['cache-restart'] > 0) layout.reserveForWorld('restarts', 1)
  },
  start(memory, scenario) {
    const budget = scenario.faults['cache-restart']
    if (budget > 0) memory.cells[offsetOf(memory, 'restarts')] = budget
  },
  movers({ memory, scenario, keys }) {
    if (!(scenario.faults['cache-restart'] > 0)) return []
    const count = keys.length
    const names = ['cache', 'lease', 'tombstone', ...(scenario.guards['queue'] === 'durable' ? [] : ['dirty'])]
    const lost = names.filter((name) => memory.offsets.has(name)).map((name) => ({ at: offsetOf(memory, name), count }))
    return [new RestartMover(memory, offsetOf(memory, 'restarts'), lost)]
  },
}
