/** What was measured on real servers, Redis and memcached, is what the model does. */
import { describe, expect, it } from 'vitest'
import { simulate, startRun, type Workload } from '../..'
import { strategyOf } from '../workload.fixture'
import recorded from './fixtures/recorded.json'
import { presetNamed } from '.'

const workloadNamed = (name: string): Workload => presetNamed(name)!.workload

const metricsOf = (name: string, strategy: string, changes: Partial<Workload> = {}) =>
  simulate({ ...workloadNamed(name), ...changes }, strategyOf(strategy)).metrics

describe('a thousand updates of one key', () => {
  it('make as many database writes as were measured, whatever the batch', () => {
    const { updates, databaseWritesByFlushEvery: measured } = recorded.coalescing
    const writes = Object.keys(measured).map((every) => {
      const metrics = metricsOf('coalescing', `cache-aside+write-behind+flush-every:${every}`)
      return [every, metrics['writes'], metrics['databaseWrites']]
    })
    expect(writes).toEqual(Object.entries(measured).map(([every, count]) => [every, updates, count]))
  })
})

describe('a thousand acknowledged updates, when the process is killed,', () => {
  it.each(Object.entries(recorded.queueKill.survivedProcessKill))(
    'in %s are there afterwards: %i',
    (queue, survived) => {
      const metrics = metricsOf('queue-kill', `cache-aside+write-behind+queue:${queue}`)
      const { acknowledged } = recorded.queueKill
      expect([metrics['writes'], metrics['lostWrites'], metrics['databaseWrites']]).toEqual([
        acknowledged,
        acknowledged - survived,
        survived,
      ])
    },
  )
})

describe('thirty thousand updates that wait in their entries', () => {
  const { acknowledged, evictedBeforeFlush } = recorded.dirtyEvicted

  it('are lost where the cache has no room for them, as many as were measured', () => {
    const metrics = metricsOf('dirty-evicted', 'cache-aside+write-behind+queue:entry')
    expect([metrics['writes'], metrics['evictions'], metrics['lostWrites'], metrics['databaseWrites']]).toEqual([
      acknowledged,
      evictedBeforeFlush,
      evictedBeforeFlush,
      acknowledged - evictedBeforeFlush,
    ])
  })

  it('are all flushed where they wait in a queue of their own, whatever is evicted', () => {
    const metrics = metricsOf('dirty-evicted', 'cache-aside+write-behind')
    expect([metrics['evictions'], metrics['lostWrites'], metrics['databaseWrites']]).toEqual([
      evictedBeforeFlush,
      0,
      acknowledged,
    ])
  })
})

describe('a key that is read again and again, under LRU', () => {
  it('is stale for ever, while the others are evicted and read anew', () => {
    expect([recorded.hotKeyLru.hot, recorded.hotKeyLru.cold]).toEqual(['stale', null])
    const bare = strategyOf('cache-aside+write-invalidate+expiry:none')
    const { metrics } = simulate(workloadNamed('hot-key-lru'), bare)
    expect([metrics['staleForEver'], metrics['hotHitRatio']]).toEqual([1, expect.closeTo(1, 2)])
    const watched = startRun(workloadNamed('hot-key-lru'), bare, { watch: { key: 1, fromMs: 0, toMs: 1e9 } })
    while (!watched.advance(1e6));
    expect(watched.watched.filter(({ step }) => step === 'evict')).toEqual([])
  })

  it('is stale no longer than its lifetime, where it has one', () => {
    const metrics = metricsOf('hot-key-lru', 'cache-aside+write-invalidate+expiry:after-write')
    const { ttl } = workloadNamed('hot-key-lru').cache
    expect([metrics['staleForEver'], metrics['staleAgeMax']! <= ttl!.ms]).toEqual([0, true])
  })

  it('is evicted like any other where it is not hot', () => {
    const metrics = metricsOf('hot-key-lru', 'cache-aside+write-invalidate+expiry:none', {
      popularity: { kind: 'uniform' },
    })
    expect([metrics['staleForEver'], metrics['evictions']! > 0]).toEqual([0, true])
  })
})

describe('an entry under constant reads', () => {
  const stepsOf = (strategy: string) => {
    const run = startRun(workloadNamed('ttl-under-reads'), strategyOf(strategy), {
      watch: { key: 1, fromMs: 0, toMs: 1e9 },
    })
    while (!run.advance(1e6));
    return run.watched
  }

  it('is gone a lifetime after its store, to the millisecond that was measured', () => {
    const { ttlMs, goneAfterMs } = recorded.ttlUnderReads
    expect(workloadNamed('ttl-under-reads').cache.ttl).toEqual({ ms: ttlMs, jitter: 0 })
    const steps = stepsOf('cache-aside+write-around+expiry:after-write')
    const stores = steps.filter(({ request }) => request === 'cache.set').map(({ atMs }) => atMs)
    const gone = steps.filter(({ step }) => step === 'expire').map(({ atMs }) => atMs)
    expect(gone).toHaveLength(9)
    for (const at of gone) {
      // Whoever reads next, within a millisecond, finds it gone: that is how it was measured, too.
      const life = at - stores.findLast((store) => store < at)!
      expect(life).toBeGreaterThanOrEqual(Math.min(...goneAfterMs))
      expect(life).toBeLessThanOrEqual(Math.max(...goneAfterMs))
    }
  })

  it('never goes where its lifetime is counted from the last read', () => {
    const steps = stepsOf('cache-aside+write-around+expiry:after-access')
    expect(steps.filter(({ step }) => step === 'expire')).toEqual([])
  })
})
