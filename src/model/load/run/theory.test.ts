/** What is known of queues without simulating them, and what a run says of the same. */
import { describe, expect, it } from 'vitest'
import { constant, plain, strategy } from '../load.fixture'
import type { Distribution, Workload } from '../workload/workload'
import { startRun } from './run'

const reads = strategy('database-only', 'write-around')

/** Readers of a database that works on one select at a time, a millisecond each on average. */
const queue = (load: number, select: Distribution, operations: number): Workload => ({
  ...plain,
  ...{ operations, reads: 1 },
  arrivals: { kind: 'open', perSecond: 1000 * load, spacing: 'poisson' },
  database: { select, update: constant(1), concurrency: 1 },
})

const tallyOf = (workload: Workload, chosen = reads) => {
  const run = startRun(workload, chosen)
  while (!run.advance(1_000_000));
  return run.tally
}

const waitOf = (load: number, select: Distribution, operations: number): number =>
  tallyOf(queue(load, select, operations)).databaseWaits.mean! / 1000

describe('the mean wait for the database', () => {
  it.each([
    [0.3, 300_000],
    [0.5, 400_000],
    [0.7, 1_000_000],
  ])('is that of M/M/1 within 2 % at a load of %f', (load, operations) => {
    const expected = load / (1 - load)
    const wait = waitOf(load, { kind: 'exponential', mean: 1 }, operations)
    expect(Math.abs(wait / expected - 1)).toBeLessThan(0.02)
  })

  it.each([
    [0.3, 300_000],
    [0.5, 400_000],
    [0.7, 600_000],
  ])('is that of M/D/1 within 2 % at a load of %f', (load, operations) => {
    const expected = load / (2 * (1 - load))
    const wait = waitOf(load, constant(1), operations)
    expect(Math.abs(wait / expected - 1)).toBeLessThan(0.02)
  })

  it('is nothing where the database works on everything at once, or where arrivals leave it time', () => {
    const unlimited = { ...plain, operations: 1000, reads: 1 }
    expect(tallyOf(unlimited).databaseWaits.max).toBe(0)
    const even = {
      ...queue(0.9, constant(1), 1000),
      arrivals: { kind: 'open', perSecond: 900, spacing: 'even' },
    } as const
    expect(tallyOf(even).databaseWaits.max).toBe(0)
  })
})

describe("Little's law", () => {
  it.each([
    ['a queue', queue(0.9, { kind: 'exponential', mean: 1 }, 20_000), reads],
    ['a cache', { ...plain, keys: 5 }, strategy('cache-aside', 'write-invalidate', { lease: 'wait' })],
    [
      'clients that think',
      { ...plain, arrivals: { kind: 'closed', clients: 20, think: constant(2) } },
      strategy('read-through', 'write-through', { 'write-lock': 'true' }),
    ],
    [
      'clients that die',
      { ...plain, crashes: [{ atMs: 500, what: 'clients' }] },
      strategy('cache-aside', 'write-behind', { 'flush-every': '10' }),
    ],
  ] as const)('is an equality: %s', (_what, workload, chosen) => {
    const tally = tallyOf(workload, chosen)
    expect(tally.underWayTicks).toBeGreaterThan(0)
    expect(tally.inFlightArea).toBe(tally.underWayTicks)
    expect(tally.begun).toBe(workload.operations)
  })
})

describe('closed clients', () => {
  it('answer as many as their number divided by a turn, where nobody waits', () => {
    const workload: Workload = {
      ...{ ...plain, operations: 10_000, reads: 1 },
      arrivals: { kind: 'closed', clients: 10, think: constant(3) },
      database: { ...plain.database, select: constant(7) },
    }
    const run = startRun(workload, reads)
    while (!run.advance(100_000));
    const { metrics, endMs } = run.result()
    expect([endMs, metrics['throughput'], metrics['readMean'], metrics['readMax']]).toEqual([10_000, 1000, 7, 7])
  })
})

it('stops, and says so, where operations arrive faster than they are answered', () => {
  const run = startRun(queue(2, constant(1), 100_000), reads)
  while (!run.advance(100_000));
  expect(run.result().stopped).toBe(
    'Operations arrive faster than the system answers them: 2,000 a second arrive, 1,000 a second are answered, and 20,000 are under way at once. Let fewer arrive, or give the database more concurrency.',
  )
  expect(run.result().metrics['staleForEver']).toBeNull()
})
