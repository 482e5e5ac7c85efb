/** What the parts of a workload are where nothing is said: an ordinary service, with latencies as they are measured. */
import type { Workload } from './workload'

export const plainWorkload: Omit<Workload, 'workload' | 'title' | 'about'> = {
  seed: 1,
  operations: 100_000,
  keys: 1000,
  popularity: { kind: 'zipf', exponent: 1 },
  writePopularity: null,
  arrivals: { kind: 'open', perSecond: 1000, spacing: 'poisson' },
  reads: 0.9,
  readBack: { share: 0, after: { kind: 'constant', ms: 10 } },
  cache: {
    latency: { kind: 'uniform', from: 0.2, to: 1 },
    capacity: null,
    eviction: 'lru',
    ttl: null,
    isWarm: false,
  },
  database: {
    select: { kind: 'lognormal', median: 2, p99: 8 },
    update: { kind: 'lognormal', median: 3, p99: 10 },
    concurrency: 50,
  },
  lag: { kind: 'lognormal', median: 20, p99: 200 },
  delay: { kind: 'constant', ms: 500 },
  flush: { everyMs: 100, concurrency: 8, syncMs: 1000 },
  refreshMs: 1000,
  leaseMs: 1000,
  lockMs: 1000,
  pauses: { chance: 0, length: { kind: 'lognormal', median: 50, p99: 500 } },
  crashes: [],
  lostDeletes: 0,
}
