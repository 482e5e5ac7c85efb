/** A plain workload for tests, and strategies in one line. */
import type { Strategy } from './strategy'
import type { Distribution, Workload } from './workload/workload'

export const constant = (ms: number): Distribution => ({ kind: 'constant', ms })

/** Ten thousand operations on a hundred keys, half of them reads, with nothing going wrong. */
export const plain: Workload = {
  ...{ workload: 'plain', title: '', about: '', seed: 1, operations: 10_000, keys: 100, reads: 0.5 },
  popularity: { kind: 'uniform' },
  writePopularity: null,
  arrivals: { kind: 'open', perSecond: 1000, spacing: 'poisson' },
  readBack: { share: 0, after: constant(1) },
  cache: { latency: { kind: 'uniform', from: 0.2, to: 1 }, capacity: null, eviction: 'lru', ttl: null, isWarm: false },
  database: {
    select: { kind: 'uniform', from: 1, to: 10 },
    update: { kind: 'uniform', from: 1, to: 10 },
    concurrency: null,
  },
  lag: { kind: 'uniform', from: 1, to: 20 },
  delay: constant(50),
  flush: { everyMs: 100, concurrency: 4, syncMs: 50 },
  ...{ refreshMs: 500, leaseMs: 100, lockMs: 100, crashes: [], lostDeletes: 0 },
  pauses: { chance: 0, length: constant(1) },
}

export const strategy = (
  read: string,
  write: string,
  guards: Strategy['guards'] = {},
  replica: Strategy['replica'] = 'none',
): Strategy => ({ protocol: { read, write }, guards, replica })
