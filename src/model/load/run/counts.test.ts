/** Counts that can be known without a run. */
import { describe, expect, it } from 'vitest'
import { rootOf, unitAt } from '../chance/hash'
import { keyDrawer } from '../chance/popularity'
import { streams } from '../chance/streams'
import { constant, plain, strategy } from '../load.fixture'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { simulate, startRun } from './run'

const metricsOf = (workload: Workload, chosen: Strategy) => simulate(workload, chosen).metrics

/** A thousand updates of one key, one a millisecond. */
const updates: Workload = {
  ...{ ...plain, operations: 1000, keys: 1, reads: 0 },
  arrivals: { kind: 'open', perSecond: 1000, spacing: 'even' },
  cache: { ...plain.cache, latency: constant(0.6) },
  flush: { everyMs: 100, concurrency: 1, syncMs: 10 },
}

describe('database writes', () => {
  it.each([
    'write-through',
    'write-invalidate',
    'write-around',
    'write-through-cache-first',
    'double-delete',
    'change-log',
  ])('are as many as the updates with %s', (write) => {
    const { databaseWrites, operations } = metricsOf({ ...updates, keys: 20 }, strategy('cache-aside', write))
    expect([databaseWrites, operations]).toEqual([1000, 1000])
  })

  it.each([
    [1, 1000],
    [10, 100],
    [100, 10],
    [1000, 1],
  ])('of a thousand updates, flushed every %i, are %i', (every, writes) => {
    const behind = strategy('cache-aside', 'write-behind', { 'flush-every': String(every) })
    const metrics = metricsOf(updates, behind)
    expect([metrics['databaseWrites'], metrics['updatesPerWrite']]).toEqual([writes, 1000 / writes])
    expect([metrics['operations'], metrics['lostWrites']]).toEqual([1000, 0])
  })

  it('of a thousand updates, flushed by the clock, are one a round, and all of them where each one waits', () => {
    expect(metricsOf(updates, strategy('cache-aside', 'write-behind'))['databaseWrites']).toBe(10)
    const each = metricsOf(updates, strategy('cache-aside', 'write-behind', { coalesce: 'none' }))
    expect([each['databaseWrites'], each['pendingMax']]).toEqual([1000, expect.any(Number)])
  })
})

describe('messages and reads', () => {
  const quiet = { ...updates, reads: 1, keys: 10, operations: 500 }

  it('are what a single run of the engine counts', () => {
    // Ten misses of three requests, and hits of one.
    const aside = metricsOf(
      { ...quiet, arrivals: { kind: 'open', perSecond: 50, spacing: 'even' } },
      strategy('cache-aside', 'write-around'),
    )
    expect([aside['databaseReads'], aside['hitRatio'], aside['messages']]).toEqual([10, 0.98, (490 + 30) / 500])
    const through = metricsOf(
      { ...quiet, arrivals: { kind: 'open', perSecond: 50, spacing: 'even' } },
      strategy('read-through', 'write-around'),
    )
    expect([through['databaseReads'], through['messages'], through['cacheRequests']]).toEqual([
      10,
      (490 + 20) / 500,
      510,
    ])
  })

  it('find nothing where the turn of each key comes when it has just had to go', () => {
    const turns: Workload = {
      ...{ ...quiet, popularity: { kind: 'turns' }, cache: { ...quiet.cache, capacity: 9 } },
      arrivals: { kind: 'open', perSecond: 50, spacing: 'even' },
    }
    expect(metricsOf(turns, strategy('cache-aside', 'write-around'))).toMatchObject({ hitRatio: 0, evictions: 491 })
  })
})

describe('losses', () => {
  const crashed: Workload = { ...updates, crashes: [{ atMs: 250.5, what: 'cache' }] }
  const lost = (guards: Strategy['guards'], more: Partial<Workload> = {}) =>
    metricsOf({ ...crashed, ...more }, strategy('cache-aside', 'write-behind', guards))['lostWrites']

  it('are the updates since the last flush, merged ones too', () => {
    // Performed at 0.3, 1.3, ... 250.3 ms; the round of 200 ms commits at 200.5 what is the newest one then.
    const database = { ...updates.database, update: constant(1) }
    expect(lost({}, { database })).toBe(250 - 200)
    expect(lost({ coalesce: 'none' }, { database })).toBeGreaterThan(50)
  })

  it('are none where the queue survives, or a log does, and what was not synced where that comes late', () => {
    expect([lost({ queue: 'durable' }), lost({ queue: 'replicated' }), lost({ 'write-ahead-log': 'true' })]).toEqual([
      0, 0, 0,
    ])
    // The syncs come every ten milliseconds, the last one at 250 ms.
    expect(lost({ 'write-ahead-log': 'periodic' })).toBe(1)
    const machine = { crashes: [{ atMs: 250.5, what: 'machine' }] } as const
    expect([lost({ queue: 'durable' }, machine), lost({ queue: 'replicated' }, machine)]).toEqual([
      expect.any(Number),
      0,
    ])
    expect(lost({ queue: 'durable' }, machine)).toBeGreaterThan(40)
  })

  it('are those of evicted entries where the only note lies in the entry', () => {
    const turns: Workload = {
      ...{ ...updates, operations: 300, keys: 300, popularity: { kind: 'turns' } },
      cache: { ...updates.cache, capacity: 100 },
      flush: { everyMs: 10_000, concurrency: 1, syncMs: 10 },
    }
    const evicted = (queue: string) => metricsOf(turns, strategy('cache-aside', 'write-behind', { queue }))
    expect([evicted('entry')['lostWrites'], evicted('entry')['databaseWrites']]).toEqual([200, 100])
    expect([evicted('memory')['lostWrites'], evicted('memory')['databaseWrites']]).toEqual([0, 300])
  })
})

it('hits are those of a naive cache, one by one', () => {
  const [operations, keys, capacity] = [3000, 50, 12]
  const workload: Workload = {
    ...{ ...plain, operations, keys, reads: 0.8, popularity: { kind: 'zipf', exponent: 0.9 } },
    arrivals: { kind: 'open', perSecond: 20, spacing: 'even' },
    cache: { ...plain.cache, capacity },
  }
  const run = startRun(workload, strategy('cache-aside', 'write-invalidate'), {
    watch: { key: null, fromMs: 0, toMs: Infinity },
  })
  while (!run.advance(100_000));
  const selected = new Set(
    run.watched.filter(({ request }) => request === 'database.select').map((step) => step.operation),
  )
  const reads = new Set(run.watched.filter(({ deed }) => deed === 'read').map((step) => step.operation))

  const [keyOf, root] = [keyDrawer(workload.popularity, keys, workload.seed), rootOf(workload.seed, streams.kind)]
  const recent: number[] = []
  const hits: boolean[] = []
  for (let operation = 0; operation < operations; operation++) {
    const key = keyOf(operation)
    const at = recent.indexOf(key)
    if (at >= 0) recent.splice(at, 1)
    if (unitAt(root, operation, 0) >= workload.reads) continue
    hits.push(at >= 0)
    recent.unshift(key)
    recent.length = Math.min(recent.length, capacity)
  }
  expect([...reads].sort((a, b) => a - b).map((operation) => !selected.has(operation))).toEqual(hits)
  expect(hits.filter((hit) => hit).length).toBe(run.tally.hits)
})
