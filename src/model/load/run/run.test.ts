import { describe, expect, it } from 'vitest'
import { constant, plain, strategy } from '../load.fixture'
import type { LoadResult } from '../result'
import type { Workload } from '../workload/workload'
import { simulate, startRun } from './run'

/** All that a result holds, as one number (FNV-1a). */
function hashOf(result: LoadResult): string {
  const text = JSON.stringify(result, (_key, value: unknown) => (value instanceof Float64Array ? [...value] : value))
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16)
}

const busy: Workload = {
  ...{ ...plain, keys: 500, lostDeletes: 0.01, popularity: { kind: 'zipf', exponent: 1.1 } },
  readBack: { share: 0.1, after: { kind: 'exponential', mean: 2 } },
  cache: {
    ...{ capacity: 100, eviction: 'random', ttl: { ms: 300, jitter: 0.3 }, isWarm: true },
    latency: { kind: 'lognormal', median: 0.4, p99: 2 },
  },
  pauses: { chance: 0.01, length: { kind: 'lognormal', median: 20, p99: 200 } },
}

describe('a run', () => {
  const chosen = strategy('cache-aside', 'write-invalidate', { lease: 'wait', 'lease-timeout': 'any' })

  it('is the same in every byte for the same seed, and another one for another', () => {
    const hashes = [1, 1, 2].map((seed) => hashOf(simulate({ ...busy, seed }, chosen)))
    expect(hashes[1]).toBe(hashes[0])
    expect(hashes[2]).not.toBe(hashes[0])
  })

  it('is the same in every byte in slices of whatever size', () => {
    const inSlices = startRun(busy, chosen)
    const seen: number[] = []
    while (!inSlices.advance(777)) seen.push(inSlices.progress)
    expect(hashOf(inSlices.result())).toBe(hashOf(simulate(busy, chosen)))
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect([seen.length > 10, inSlices.progress, inSlices.advance(10)]).toEqual([true, 1, true])
  })

  it('is the same whether somebody watches or not', () => {
    const watched = startRun(busy, chosen, { watch: { key: 1, fromMs: 100, toMs: 200 } })
    while (!watched.advance(100_000));
    expect(hashOf(watched.result())).toBe(hashOf(simulate(busy, chosen)))
    expect(watched.watched.length).toBeGreaterThan(10)
    expect(watched.watched.every(({ key, atMs }) => key === 1 && atMs >= 100 && atMs <= 200)).toBe(true)
  })

  it('tells what it would end with while it goes on', () => {
    const run = startRun(plain, chosen)
    run.advance(20_000)
    const { metrics, series, stopped } = run.result()
    expect(metrics['operations']).toBeGreaterThan(1000)
    expect([series.times.at(-1), stopped]).toEqual([run.nowMs, null])
  })
})

describe('two strategies', () => {
  it('meet the same arrivals, keys and kinds, however long their requests take', () => {
    const begun = (write: string) => {
      const run = startRun({ ...plain, operations: 1000 }, strategy('cache-aside', write), {
        watch: { key: null, fromMs: 0, toMs: Infinity },
      })
      while (!run.advance(100_000));
      const first = new Map<number, string>()
      for (const { operation, key, deed } of run.watched)
        if (operation >= 0 && !first.has(operation)) first.set(operation, `${operation} ${deed} ${key}`)
      return [...first.values()].sort()
    }
    expect(begun('write-through')).toEqual(begun('double-delete'))
  })
})

describe('a stale read', () => {
  it('is told with its key, its versions and its age', () => {
    // One key, cached at the start and left alone by writers: every read after the first write is stale.
    const workload: Workload = {
      ...{ ...plain, operations: 2, keys: 1, reads: 0, readBack: { share: 1, after: constant(5) } },
      arrivals: { kind: 'closed', clients: 1, think: constant(1) },
      cache: { ...plain.cache, latency: constant(1), isWarm: true },
      database: { ...plain.database, update: constant(4) },
    }
    const { staleReads, metrics, endMs } = simulate(workload, strategy('cache-aside', 'write-around'))
    // The write begins at 1, commits at 3 and is answered at 5; its client reads from 10 to 11.
    expect(staleReads).toEqual([{ operation: 1, key: 1, atMs: 11, ageMs: 8, version: 1, newest: 2 }])
    expect(metrics).toMatchObject({
      ...{ staleReads: 1, staleShare: 1, staleReadBacks: 1, staleAgeP50: 8, staleAgeMax: 8, staleForEver: 1 },
      ...{ writeMean: 4, readMean: 1, readBackP99: 1, messages: 1, hitRatio: 1 },
    })
    expect(endMs).toBe(11)
  })

  it('is none where nothing newer was known when it began', () => {
    const workload: Workload = { ...plain, reads: 0.9, cache: { ...plain.cache, isWarm: true } }
    expect(simulate(workload, strategy('database-only', 'write-around')).metrics).toMatchObject({
      ...{ staleReads: 0, staleAgeP50: null, hitRatio: null },
    })
  })
})
