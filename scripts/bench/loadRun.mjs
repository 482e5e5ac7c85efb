/** One run under load in a process of its own: `loadRun.mjs <model> <operations> <read> <write>`; prints what it took. */
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [, , model = '', operations = '', read = '', write = ''] = process.argv

/** @param {number} ms */
const constant = (ms) => ({ kind: 'constant', ms })

const workload = {
  ...{ workload: 'bench', title: '', about: '', seed: 1, operations: Number(operations), keys: 10_000, reads: 0.9 },
  popularity: { kind: 'zipf', exponent: 1 },
  writePopularity: null,
  arrivals: { kind: 'open', perSecond: 5000, spacing: 'poisson' },
  readBack: { share: 0, after: constant(1) },
  cache: {
    ...{ capacity: 1000, eviction: 'lru', ttl: null, isWarm: false },
    latency: { kind: 'uniform', from: 0.2, to: 1 },
  },
  database: {
    select: { kind: 'lognormal', median: 2, p99: 10 },
    update: { kind: 'lognormal', median: 3, p99: 12 },
    concurrency: 50,
  },
  ...{ lag: constant(20), delay: constant(50), flush: { everyMs: 100, concurrency: 8, syncMs: 50 } },
  ...{ refreshMs: 500, leaseMs: 100, lockMs: 100, crashes: [], lostDeletes: 0 },
  pauses: { chance: 0, length: constant(1) },
}

const { simulate } = await import(pathToFileURL(model).href)
const began = performance.now()
const { metrics } = simulate(workload, { protocol: { read, write }, guards: {}, replica: 'none' })
const milliseconds = performance.now() - began
const megabytes = (process.resourceUsage().maxRSS * 1024) / 1e6
process.stdout.write(JSON.stringify({ operations: metrics.operations, milliseconds, megabytes }))
