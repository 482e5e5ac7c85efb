/** Guards whose verdict the explorer gives for every run, beside their broken twins, in one long run. */
import { describe, expect, it } from 'vitest'
import { constant, plain, strategy } from '../load.fixture'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { simulate } from './run'

/** Readers that stop between their select and their fill for longer than a write takes. */
const racing: Workload = {
  ...{ ...plain, operations: 40_000, keys: 2000, reads: 0.7 },
  arrivals: { kind: 'open', perSecond: 20_000, spacing: 'poisson' },
  pauses: { chance: 0.1, length: { kind: 'uniform', from: 10, to: 400 } },
  delay: constant(20),
}

const left = (chosen: Strategy, more: Partial<Workload> = {}) =>
  simulate({ ...racing, ...more }, chosen).metrics['staleForEver']

describe('entries that are stale for ever', () => {
  it.each<[string, Strategy, Strategy]>([
    [
      'a lease',
      strategy('cache-aside', 'write-invalidate'),
      strategy('cache-aside', 'write-invalidate', { lease: 'wait' }),
    ],
    [
      'a lease that others bypass',
      strategy('cache-aside', 'write-invalidate'),
      strategy('cache-aside', 'write-invalidate', { lease: 'bypass' }),
    ],
    [
      'a tombstone',
      strategy('cache-aside', 'write-invalidate', { fill: 'add-if-absent' }),
      strategy('cache-aside', 'write-invalidate', { tombstone: 'true' }),
    ],
    [
      'the newer version',
      strategy('cache-aside', 'write-through'),
      strategy('cache-aside', 'write-through', { 'compare-and-set': 'newer' }),
    ],
    [
      'a delay that outwaits every pause',
      strategy('cache-aside', 'deferred-invalidate'),
      strategy('cache-aside', 'deferred-invalidate', { delay: 'longer-than-pauses' }),
    ],
    [
      'the same of a second delete',
      strategy('cache-aside', 'double-delete'),
      strategy('cache-aside', 'double-delete', { delay: 'longer-than-pauses' }),
    ],
  ])('are left without %s, and none with it', (_what, broken, repaired) => {
    expect(left(broken)).toBeGreaterThan(0)
    expect(left(repaired)).toBe(0)
  })

  it('are left by a delay that is shorter than the pauses, and by none that is longer', () => {
    const deferred = strategy('cache-aside', 'deferred-invalidate')
    const delays = [20, 100, 300, 450].map((ms) => left(deferred, { delay: constant(ms) })!)
    expect(delays.map((count) => count > 0)).toEqual([true, true, true, false])
    expect(delays).toEqual([...delays].sort((a, b) => b - a))
  })

  it('are left behind a replica by a delete at once, and not by one that outwaits it', () => {
    const lag = { lag: constant(200), pauses: { chance: 0, length: constant(1) } }
    expect(left(strategy('cache-aside', 'write-invalidate', {}, 'lagging'), lag)).toBeGreaterThan(0)
    expect(left(strategy('cache-aside', 'deferred-invalidate', {}, 'lagging'), { ...lag, delay: constant(250) })).toBe(
      0,
    )
  })

  it('are none where entries have a lifetime, however little of it is left', () => {
    const ttl = { cache: { ...racing.cache, ttl: { ms: 1e6, jitter: 0 } } }
    expect(left(strategy('cache-aside', 'write-around'), ttl)).toBe(0)
    expect(left(strategy('cache-aside', 'write-around'))).toBeGreaterThan(100)
  })
})

describe('reads of what was just written', () => {
  const own: Partial<Workload> = {
    readBack: { share: 1, after: constant(1) },
    pauses: { chance: 0, length: constant(1) },
  }
  const stale = (chosen: Strategy) => simulate({ ...racing, ...own }, chosen).metrics['staleReadBacks']

  it('always see it through a cache that is written, and never through one that is left alone', () => {
    const cache = { ...racing.cache, isWarm: true }
    const shareOf = (write: string) =>
      simulate({ ...racing, ...own, cache, keys: 200_000 }, strategy('cache-aside', write)).metrics['staleReadBacks']!
    expect([shareOf('write-through'), shareOf('write-behind')]).toEqual([0, 0])
    expect(shareOf('write-around')).toBeGreaterThan(0.98)
  })

  it('miss it behind a replica that lags, unless a marker sends them to the master', () => {
    const far: Partial<Strategy['guards']> = { regions: '2' }
    expect(stale(strategy('cache-aside', 'write-invalidate', far as Strategy['guards']))).toBeGreaterThan(0.5)
    expect(stale(strategy('cache-aside', 'write-invalidate', { regions: '2', 'remote-marker': 'true' }))!).toBeLessThan(
      0.05,
    )
  })
})
