/** Runs on both sides of a proved boundary. */
import { describe, expect, it } from 'vitest'
import { sweeps } from '.'
import { constant, plain, strategy } from '../load.fixture'
import { simulate } from '../run/run'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'

/** A load holds its version for 2 + 20 + 0.5 ms at the most, and a commit is answered 3 ms after it. */
const paused: Workload = {
  ...plain,
  ...{ operations: 200_000, keys: 5000, reads: 0.7 },
  arrivals: { kind: 'open', perSecond: 100_000, spacing: 'poisson' },
  cache: { ...plain.cache, latency: constant(1) },
  database: { select: constant(4), update: constant(6), concurrency: null },
  pauses: { chance: 0.2, length: constant(20) },
}

const measured = (name: string, chosen: Strategy, ms: number, workload = paused) => {
  const sweep = sweeps.find((each) => each.name === name)!
  return simulate(sweep.at(workload, ms), chosen).metrics
}

const boundary = (name: string, chosen: Strategy, workload = paused) =>
  sweeps.find((each) => each.name === name)!.boundary(workload, chosen).zero

describe('entries stale for ever', () => {
  const deferred = strategy('cache-aside', 'deferred-invalidate')

  it('are gone exactly from the delay on from which the explorer proves that there are none', () => {
    expect(boundary('delay', deferred)).toEqual({ kind: 'from', ms: 19.5 })
    const stale = [0, 10, 19, 19.5, 20].map((ms) => measured('delay', deferred, ms)['staleForEver'])
    expect(stale).toEqual([75, 32, 4, 0, 0])
  })

  it('are gone sooner where the cache loads for its clients', () => {
    const through = strategy('read-through', 'deferred-invalidate')
    expect(boundary('delay', through)).toEqual({ kind: 'from', ms: 0 })
    expect([0, 1].map((ms) => measured('delay', through, ms)['staleForEver'])).toEqual([0, 0])
  })

  it('come back once the lag of a replica is longer than what the delay leaves', () => {
    const lagging = strategy('cache-aside', 'deferred-invalidate', {}, 'lagging')
    expect(boundary('lag', lagging)).toEqual({ kind: 'until', ms: 30.5 })
    const stale = [0, 30, 30.5, 31, 40].map((ms) => measured('lag', lagging, ms)['staleForEver'])
    expect(stale).toEqual([0, 0, 0, 2, 35])
  })

  it('are none under a lease, whatever the delay', () => {
    const leased = strategy('cache-aside', 'deferred-invalidate', { lease: 'wait' })
    expect([0, 10, 50].map((ms) => measured('delay', leased, ms)['staleForEver'])).toEqual([0, 0, 0])
  })
})

describe('lost writes', () => {
  const behind = (queue: string) => strategy('cache-aside', 'write-behind', { queue })

  it('grow with the flush interval, and are none where the queue outlives the crash', () => {
    const lost = (queue: string) =>
      [10, 100, 1000].map((ms) => measured('flush', behind(queue), ms, plain)['lostWrites'])
    expect([lost('memory'), lost('durable')]).toEqual([
      [5, 36, 475],
      [0, 0, 0],
    ])
  })
})

describe('the age of stale reads', () => {
  it('stays below the lifetime and the longest load', () => {
    const around = strategy('cache-aside', 'write-around', { expiry: 'after-write' })
    expect(boundary('ttl', around)).toEqual({ kind: 'below', extraMs: 23 })
    const ages = [10, 100, 1000].map((ms) => measured('ttl', around, ms)['staleAgeMax'])
    expect(ages).toEqual([32.144, 119.622, 1019.173])
    expect(ages.map((age, index) => age! <= [10, 100, 1000][index]! + 23)).toEqual([true, true, true])
  })
})
