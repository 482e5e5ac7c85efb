/** When things happen that nobody asks for, to the microsecond. */
import { describe, expect, it } from 'vitest'
import { constant, plain, strategy } from '../load.fixture'
import { startRun } from '../run/run'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'

/** One client that writes one key, 10 ms apart; a millisecond to the cache and back, four in the database. */
const one: Workload = {
  ...{ ...plain, operations: 2, keys: 1, reads: 0, lag: constant(20), delay: constant(30) },
  arrivals: { kind: 'closed', clients: 1, think: constant(10) },
  cache: { ...plain.cache, latency: constant(1), isWarm: true },
  database: { select: constant(2), update: constant(4), concurrency: 1 },
}

function ended(chosen: Strategy, more: Partial<Workload> = {}) {
  const run = startRun({ ...one, ...more }, chosen, { watch: { key: null, fromMs: 0, toMs: Infinity } })
  while (!run.advance(100_000));
  return run
}

/** When what happens, as `10.5 cache.get`. */
const story = (chosen: Strategy, more: Partial<Workload> = {}) =>
  ended(chosen, more).watched.map(({ atMs, step, request }) => `${atMs} ${request === '' ? step : request}`)

describe('a request', () => {
  it('is performed in the middle: of the way to the cache and back, and of the work of the database', () => {
    // Begun at 10, committed at 12, answered at 14; the store arrives at 14.5 and is answered at 15.
    expect(story(strategy('cache-aside', 'write-through'))).toEqual([
      '12 database.update',
      '14.5 cache.set',
      '27 database.update',
      '29.5 cache.set',
    ])
  })

  it('costs a load that the cache runs no way of its own', () => {
    const reads = { reads: 1, operations: 1, cache: { ...one.cache, isWarm: false } }
    expect(story(strategy('cache-aside', 'write-through'), reads)).toEqual([
      '10.5 cache.get',
      '12 database.select',
      '13.5 cache.set',
    ])
    const through = ended(strategy('read-through', 'write-through'), reads)
    expect(through.watched.map(({ atMs, request }) => [atMs, request])).toEqual([
      [10.5, 'cache.get'],
      [11.5, 'database.select'],
      [12.5, 'cache.set'],
    ])
    expect(through.result().metrics['readMax']).toBe(3)
  })

  it('waits in the queue of the database for its turn', () => {
    const even = { arrivals: { kind: 'open', perSecond: 1000, spacing: 'even' }, operations: 3 } as const
    expect(story(strategy('cache-aside', 'write-around'), even)).toEqual([
      '2 database.update',
      '6 database.update',
      '10 database.update',
    ])
  })
})

describe('what was promised', () => {
  it('is deleted the delay after the answer', () => {
    expect(story(strategy('cache-aside', 'deferred-invalidate'))).toEqual([
      '12 database.update',
      '26 database.update',
      '44 timer',
      '58 timer',
    ])
  })

  it('reaches the replica the lag after its commit, and the cache by a listener half a request later', () => {
    expect(story(strategy('cache-aside', 'write-around', {}, 'lagging'), { operations: 1 })).toEqual([
      '12 database.update',
      '32 replica',
    ])
    const log = (order: string) =>
      story(strategy('cache-aside', 'change-log', { 'log-order': order }, 'lagging'), { operations: 1 })
    expect(log('database-first')).toEqual(['12 database.update', '32 log', '32.5 log'])
    expect(ended(strategy('cache-aside', 'change-log'), { operations: 1 }).versionsOf(1)).toEqual({ row: 2, cached: 2 })
  })
})

describe('a delay that outwaits every pause', () => {
  const chosen = strategy('cache-aside', 'deferred-invalidate', { delay: 'longer-than-pauses' })
  /** A read selects at 101 and stores at 152; a write commits at 103.5, and its delete would be due at 135.5. */
  const slow = (crashes: Workload['crashes']): Partial<Workload> => ({
    ...{ seed: 0, reads: 0.5, crashes },
    arrivals: { kind: 'open', perSecond: 1000 / 101.5, spacing: 'even' },
    cache: { ...one.cache, latency: constant(100), isWarm: false },
    database: { ...one.database, concurrency: null },
  })

  it('deletes as soon as nobody holds an older version', () => {
    expect(story(chosen, slow([]))).toEqual([
      '50 cache.get',
      '101 database.select',
      '103.5 database.update',
      '152 cache.set',
      '152 timer',
    ])
  })

  it('does not wait for who has died', () => {
    expect(story(chosen, slow([{ atMs: 101.8, what: 'clients' }])).slice(1)).toEqual([
      '101 database.select',
      '101.8 crash',
      '103.5 database.update',
      '135.5 timer',
    ])
  })
})

describe('the flusher', () => {
  const behind = (guards: Strategy['guards'] = {}) => strategy('cache-aside', 'write-behind', guards)
  const flush = { everyMs: 25, concurrency: 1, syncMs: 5 }

  it('comes in rounds, and writes what is newest when it commits', () => {
    expect(story(behind(), { flush, operations: 3 })).toEqual([
      '10.5 queue.setAndEnqueue',
      '21.5 queue.setAndEnqueue',
      '27 flush',
      '32.5 queue.setAndEnqueue',
      '52 flush',
    ])
  })

  it('takes, writes and clears at three moments where a clear is a step of its own', () => {
    expect(story(behind({ clear: 'compare' }), { flush, operations: 1 })).toEqual([
      '10.5 queue.setAndEnqueue',
      '25 flush',
      '27 flush',
      '29.5 flush',
    ])
  })

  it('comes at once when a batch is complete, and when nothing more will be written', () => {
    expect(story(behind({ 'flush-every': '2' }), { flush, operations: 3 })).toEqual([
      '10.5 queue.setAndEnqueue',
      '21.5 queue.setAndEnqueue',
      '23.5 flush',
      '32.5 queue.setAndEnqueue',
      '35 flush',
    ])
  })

  it('is preceded by the syncs of a log that is synced late', () => {
    expect(story(behind({ 'write-ahead-log': 'periodic' }), { flush, operations: 1 })).toEqual([
      '10.5 queue.setAndEnqueue',
      '15 sync',
      '27 flush',
    ])
  })
})

describe('a reload', () => {
  const reading = { reads: 1, operations: 3, refreshMs: 12 }

  it('comes round once in so long, and once more after the last answer', () => {
    expect(story(strategy('refresh-ahead', 'write-around'), reading)).toEqual([
      '10.5 cache.get',
      ...['13 database.select', '14 cache.set', '21.5 cache.get'],
      ...['25 database.select', '26 cache.set', '32.5 cache.get'],
      ...['37 database.select', '38 cache.set'],
    ])
  })

  it('follows a read that finds its entry older than that', () => {
    expect(story(strategy('refresh-ahead', 'write-around', { 'soft-expiry': 'true' }), reading)).toEqual([
      '10.5 cache.getAndRefresh',
      '21.5 soft-expire',
      '21.5 cache.getAndRefresh',
      '22.5 database.select',
      '23.5 cache.set',
      '32.5 cache.getAndRefresh',
    ])
  })
})

it('a warm-up loads the most popular keys that fit, so many at a time', () => {
  const cache = { ...one.cache, isWarm: false, capacity: 3 }
  const more = { keys: 5, operations: 1, cache, flush: { ...one.flush, concurrency: 2 } }
  const run = ended(strategy('cache-aside', 'write-around', { warm: 'x' }), more)
  const steps = run.watched.flatMap(({ atMs, step, key, request }) =>
    step === 'warm' ? [`${atMs} ${request} ${key}`] : [],
  )
  expect(steps).toEqual([
    ...['1 database.select 1', '2 cache.set 1', '3 database.select 2', '4 cache.set 2'],
    ...['5 database.select 3', '6 cache.set 3'],
  ])
})

describe('a lifetime', () => {
  const reads: Partial<Workload> = { reads: 1, operations: 3, cache: { ...one.cache, ttl: { ms: 25, jitter: 0 } } }
  const hits = (guards: Strategy['guards']) => ended(strategy('cache-aside', 'write-around', guards), reads).tally.hits

  it('ends so long after the store, or after the last hit, and not where nothing expires', () => {
    expect([
      hits({}),
      hits({ expiry: 'after-write' }),
      hits({ expiry: 'after-access' }),
      hits({ expiry: 'none' }),
    ]).toEqual([2, 2, 3, 3])
  })
})

describe('a lease that is out', () => {
  // The first reader's process dies while it waits for the database; the second one comes after that.
  const dying: Partial<Workload> = {
    ...{ reads: 1, operations: 2, leaseMs: 20, crashes: [{ atMs: 3, what: 'clients' }] },
    arrivals: { kind: 'open', perSecond: 200, spacing: 'even' },
    cache: { ...one.cache, isWarm: false },
    database: { ...one.database, select: constant(10) },
  }

  it('is out for ever where its holder died, unless it runs out', () => {
    const stuck = ended(strategy('cache-aside', 'write-invalidate', { lease: 'wait' }), dying)
    expect(stuck.result()).toMatchObject({
      metrics: { operations: 0, unanswered: 2 },
      stopped:
        '1 operation waits for ever: who held the token or the lock is gone, and it does not run out. Add lease-timeout or lock-timeout.',
    })
    const chosen = strategy('cache-aside', 'write-invalidate', { lease: 'wait', 'lease-timeout': 'any' })
    expect(story(chosen, dying)).toEqual([
      '0.5 cache.leaseGetOrWait',
      '3 crash',
      '6 database.select',
      '20.5 timeout',
      '20.5 cache.leaseGetOrWait',
      '26 database.select',
      '31.5 cache.leaseSet',
    ])
    expect(ended(chosen, dying).result()).toMatchObject({ metrics: { operations: 1, unanswered: 1 }, stopped: null })
  })
})

it('a lease that is given out anew has a time of its own', () => {
  // Tokens are out from 10.5 to 21.5, and, once the entry has expired, from 32.5 to 43.5.
  const again: Partial<Workload> = {
    ...{ reads: 1, leaseMs: 24 },
    cache: { ...one.cache, isWarm: false, ttl: { ms: 5, jitter: 0 } },
    database: { ...one.database, select: constant(10) },
  }
  const chosen = strategy('cache-aside', 'write-invalidate', { lease: 'wait', 'lease-timeout': 'any' })
  expect(story(chosen, again)).toEqual([
    ...['10.5 cache.leaseGetOrWait', '16 database.select', '21.5 cache.leaseSet'],
    ...['32.5 expire', '32.5 cache.leaseGetOrWait', '38 database.select', '43.5 cache.leaseSet'],
  ])
  expect(ended(chosen, again).tally.refusedStores).toBe(0)
})

describe('a crash of the cache', () => {
  it('takes its entries, and what a queue in its memory has not written', () => {
    const crash = { operations: 1, crashes: [{ atMs: 12, what: 'cache' }] } as const
    const run = ended(strategy('cache-aside', 'write-behind'), crash)
    expect([run.versionsOf(1), run.result().metrics['lostWrites']]).toEqual([{ row: 1, cached: 0 }, 1])
    const kept = ended(strategy('cache-aside', 'write-behind', { 'write-ahead-log': 'true' }), crash)
    expect([kept.versionsOf(1), kept.result().metrics['lostWrites']]).toEqual([{ row: 2, cached: 2 }, 0])
  })
})

it('a fill whose select lies a lifetime back is refused where fills carry a stamp', () => {
  const slow: Partial<Workload> = {
    ...{ reads: 0.8, operations: 20_000, keys: 50 },
    arrivals: { kind: 'open', perSecond: 2000, spacing: 'poisson' },
    cache: { ...one.cache, ttl: { ms: 50, jitter: 0 } },
    database: { ...one.database, concurrency: null },
    pauses: { chance: 0.02, length: constant(400) },
  }
  const refused = (guards: Strategy['guards']) =>
    ended(strategy('cache-aside', 'write-around', { expiry: 'after-write', ...guards }), slow).tally.refusedStores
  expect(refused({})).toBe(0)
  // A client that stops between its select and its fill, one of fifty that miss, comes too late.
  expect(refused({ 'reject-old-fills': 'at-select' })).toBeGreaterThan(50)
  expect(refused({ 'reject-old-fills': 'at-fill' })).toBe(0)
})
