import { describe, expect, it } from 'vitest'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { databaseBalance, distinctKeys, queueBalance } from './tipping'

const constant = (ms: number) => ({ kind: 'constant', ms }) as const

const workload: Workload = {
  workload: 'tipping',
  title: '',
  about: '',
  seed: 1,
  operations: 1000,
  keys: 100,
  popularity: { kind: 'uniform' },
  writePopularity: null,
  arrivals: { kind: 'open', perSecond: 1000, spacing: 'even' },
  reads: 0,
  readBack: { share: 0, after: constant(1) },
  cache: { latency: constant(0.5), capacity: null, eviction: 'lru', ttl: null, isWarm: false },
  database: { select: constant(2), update: constant(5), concurrency: 8 },
  lag: constant(1),
  delay: constant(1),
  flush: { everyMs: 1000, concurrency: 2, syncMs: 1 },
  refreshMs: 1000,
  leaseMs: 1000,
  lockMs: 1000,
  pauses: { chance: 0, length: constant(1) },
  crashes: [],
  lostDeletes: 0,
}

const behind = (guards: Strategy['guards'] = {}): Strategy => ({
  protocol: { read: 'cache-aside', write: 'write-behind' },
  guards,
  replica: 'none',
})

describe('different keys among operations that come by chance', () => {
  it('are all of them in the long run, one for one operation, and 1 - 1/e of them when each comes once on average', () => {
    expect(distinctKeys({ kind: 'uniform' }, 100, 1e6)).toBeCloseTo(100, 9)
    expect(distinctKeys({ kind: 'uniform' }, 1e6, 1)).toBeCloseTo(1, 5)
    expect(distinctKeys({ kind: 'uniform' }, 100, 100)).toBeCloseTo(100 * (1 - 1 / Math.E), 9)
  })

  it('are as many as operations until each key has had its turn', () => {
    expect([50, 100, 1000].map((operations) => distinctKeys({ kind: 'turns' }, 100, operations))).toEqual([
      50, 100, 100,
    ])
  })

  it('are fewer the more popular some are', () => {
    const hot = distinctKeys({ kind: 'hot', keys: 1, share: 0.9 }, 1000, 500)
    expect(hot).toBeCloseTo(1 + 999 * (1 - Math.exp(-50 / 999)), 6)
    const [zipf, uniform] = [
      distinctKeys({ kind: 'zipf', exponent: 1 }, 1000, 500),
      distinctKeys({ kind: 'uniform' }, 1000, 500),
    ]
    expect(zipf).toBeLessThan(uniform)
    expect(zipf).toBeGreaterThan(hot)
  })

  it('are summed in crowds within a hundredth of a per cent of one by one', () => {
    const shares = Array.from({ length: 20_000 }, (_, index) => (index + 1) ** -0.9)
    const sum = shares.reduce((total, share) => total + share, 0)
    const truth = shares.reduce((total, share) => total + 1 - Math.exp((-5000 * share) / sum), 0)
    expect(distinctKeys({ kind: 'zipf', exponent: 0.9 }, 20_000, 5000) / truth).toBeCloseTo(1, 4)
  })
})

describe('the stock of updates that wait', () => {
  it('fills with keys where updates of a key become one, and cannot tip where all keys are drained between two rounds', () => {
    expect(queueBalance(workload, behind(), 1e6)).toEqual({ fill: 100, drain: 400, tipsAt: null })
  })

  it('fills with updates where each is written on its own, and tips where they are more than the flusher writes', () => {
    const { fill, drain, tipsAt } = queueBalance(workload, behind({ coalesce: 'none' }), 100)
    expect([fill, drain]).toEqual([100, 400])
    expect(tipsAt).toBeCloseTo(4, 9)
  })

  it('is drained no faster than the database has connections', () => {
    const narrow = { ...workload, database: { ...workload.database, concurrency: 1 } }
    expect(queueBalance(narrow, behind(), 10).drain).toBe(200)
  })

  it('tips earlier the more often it is flushed, because fewer updates meet', () => {
    const every = (everyMs: number) =>
      queueBalance({ ...workload, keys: 1000, flush: { ...workload.flush, everyMs } }, behind(), 500).tipsAt
    expect(every(100)).toBeCloseTo(0.8166, 3)
    expect(every(1000)).toBeCloseTo(1.0217, 3)
  })
})

describe('the database', () => {
  it('tips where reads and writes together ask for more than its connections can do', () => {
    const { fill, drain, tipsAt } = databaseBalance(workload, 1000, 400)
    expect([fill, drain]).toEqual([800, 1600])
    expect(tipsAt).toBeCloseTo(2, 9)
  })

  it('never tips without a limit', () => {
    const endless = { ...workload, database: { ...workload.database, concurrency: null } }
    expect(databaseBalance(endless, 1e6, 1e6)).toMatchObject({ drain: null, tipsAt: null })
  })
})
