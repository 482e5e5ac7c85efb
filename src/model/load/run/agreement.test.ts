/** A run under load as a schedule of the engine: the same requests in the same order leave the same world. */
import { describe, expect, it } from 'vitest'
import { replay } from '../../engine/replay'
import { sketched, type Sketch } from '../../testing/sketch'
import { plain, strategy } from '../load.fixture'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { startRun } from './run'
import type { Watched } from './watch'

const KEYS = 3

/** Few operations that meet often: three keys, long pauses, and everything that can be short is. */
const crowded: Workload = {
  ...plain,
  ...{ operations: 40, keys: KEYS, reads: 0.6 },
  arrivals: { kind: 'open', perSecond: 400, spacing: 'poisson' },
  readBack: { share: 0.3, after: { kind: 'uniform', from: 0.1, to: 5 } },
  pauses: { chance: 0.2, length: { kind: 'uniform', from: 1, to: 30 } },
  delay: { kind: 'uniform', from: 1, to: 20 },
  flush: { everyMs: 10, concurrency: 1, syncMs: 7 },
  ...{ leaseMs: 10, lockMs: 15 },
}

const keyNamed = (key: number) => `k${key}`
const clientOf = ({ operation }: Pick<Watched, 'operation'>) => `T${operation + 1}`

/** What the engine calls a step. */
function wordOf(step: Watched): string {
  if (step.step === 'request') return `${clientOf(step)}${step.isLost ? '!lost' : ''}`
  if (step.step === 'timer') return `timer:${clientOf(step)}${step.isLost ? '!lost' : ''}`
  return step.key === 0 || step.step === 'replica' || step.step === 'log'
    ? step.step
    : `${step.step}:${keyNamed(step.key)}`
}

const countOf = (steps: readonly Watched[], step: Watched['step']) => steps.filter((each) => each.step === step).length

/** The scenario in which each operation is a client of its own. */
function scenarioOf(workload: Workload, { protocol, guards, replica }: Strategy, steps: readonly Watched[]) {
  const deeds = new Map<number, string>()
  for (const { operation, deed, key } of steps) if (deed !== null) deeds.set(operation, `${deed} ${keyNamed(key)}`)
  const keys = Array.from({ length: workload.keys }, (_, index) => keyNamed(index + 1))
  const sketch: Sketch = {
    ...protocol,
    database: Object.fromEntries(keys.map((key) => [key, 1])),
    cache: Object.fromEntries(
      workload.cache.isWarm ? keys.slice(0, workload.cache.capacity ?? KEYS).map((key) => [key, 1]) : [],
    ),
    guards: { ...guards, ...(guards['warm'] === undefined ? {} : { warm: keys.join('+') }) },
    clients: Object.fromEntries([...deeds].sort(([a], [b]) => a - b).map(([id, deed]) => [`T${id + 1}`, [deed]])),
    ...{ replica, evict: countOf(steps, 'evict'), expire: countOf(steps, 'expire') },
    ...{ 'soft-expire': countOf(steps, 'soft-expire'), 'lost-delete': steps.filter(({ isLost }) => isLost).length },
    ...{ 'cache-restart': countOf(steps, 'restart'), 'machine-lost': countOf(steps, 'machine-lost') },
  }
  return sketched(sketch)
}

/** Runs a workload and replays it; what both say at the end. */
function bothWays(workload: Workload, chosen: Strategy) {
  const run = startRun(workload, chosen, { watch: { key: null, fromMs: 0, toMs: Infinity } })
  while (!run.advance(1000));
  const steps = run.watched
  const trace = replay(scenarioOf(workload, chosen, steps), steps.map(wordOf))
  const end = trace.steps.at(-1)?.after ?? trace.initial
  const events = trace.steps.map(({ event }) => event)
  const keys = Array.from({ length: workload.keys }, (_, index) => index + 1)
  const stale = run.staleReads.map(({ operation, version }) => [operation, version])
  return {
    refused: trace.refused,
    stopped: run.result().stopped,
    engine: {
      requests: events.flatMap((event) => (event.type === 'request' ? [event.request.kind] : [])),
      world: keys.map((key) => [end.database[keyNamed(key)], end.cache[keyNamed(key)] ?? 0]),
      stale: stale.map(([operation]) => [
        operation,
        events.flatMap((event) =>
          event.type === 'request' && event.client === `T${operation! + 1}` && event.ends ? [event.result] : [],
        )[0],
      ]),
      isQuiet: trace.isQuiet,
    },
    load: {
      requests: steps.flatMap((step) => (step.step === 'request' ? [step.request] : [])),
      world: keys.map((key) => [run.versionsOf(key).row, run.versionsOf(key).cached]),
      stale,
      isQuiet: true,
    },
  }
}

const seeds = [1, 2, 3, 4, 5]

function agrees(chosen: Strategy, more: Partial<Workload> = {}): void {
  for (const seed of seeds) {
    const { refused, stopped, engine, load } = bothWays({ ...crowded, ...more, seed }, chosen)
    expect({ chosen, seed, refused, stopped, ...engine }).toEqual({
      chosen,
      seed,
      refused: null,
      stopped: null,
      ...load,
    })
  }
}

describe('a run under load, replayed step by step,', () => {
  const guards: readonly Strategy['guards'][] = [
    {},
    { 'compare-and-set': 'newer' },
    { 'compare-and-set': 'equal', 'retry-refused-fill': 'true' },
    { lease: 'wait' },
    { lease: 'bypass' },
    { lease: 'wait', 'lease-timeout': 'any' },
    { fill: 'add-if-absent' },
    { 'write-lock': 'true' },
    { 'write-lock': 'true', 'lock-timeout': 'any' },
    { versions: 'separate-sequence' },
  ]
  const writes = ['write-invalidate', 'write-through', 'write-around', 'delete-then-write']
  it.each(writes.flatMap((write) => guards.map((each) => [write, each] as const)))(
    'leaves the same world: %s with %o',
    (write, chosen) => {
      for (const read of ['cache-aside', 'read-through']) {
        agrees(strategy(read, write, chosen))
        agrees(strategy(read, write, chosen, 'lagging'))
      }
    },
  )

  it.each<[string, Strategy, Partial<Workload>?]>([
    ['cache-first', strategy('read-through', 'write-through-cache-first')],
    [
      'cache-first with a comparing cache',
      strategy('cache-aside', 'write-through-cache-first', { 'compare-and-set': 'newer' }),
    ],
    ['tombstones', strategy('cache-aside', 'write-invalidate', { tombstone: 'true' })],
    ['stale marks', strategy('cache-aside', 'write-invalidate', { lease: 'wait', 'serve-stale': 'true' })],
    ['late fills', strategy('cache-aside', 'write-invalidate', { lease: 'bypass', 'serve-stale': 'late-fills' })],
    ['a whole table', strategy('cache-aside', 'write-invalidate', { invalidate: 'table', lease: 'bypass' })],
    ['a deferred delete', strategy('cache-aside', 'deferred-invalidate')],
    [
      'a deferred delete that outwaits',
      strategy('cache-aside', 'deferred-invalidate', { delay: 'longer-than-pauses' }),
    ],
    [
      'the same behind a replica',
      strategy('read-through', 'double-delete', { delay: 'longer-than-pauses' }, 'lagging'),
    ],
    ['a deferred delete of a table', strategy('cache-aside', 'double-delete', { invalidate: 'table' })],
    ['deletes that are lost', strategy('cache-aside', 'double-delete'), { lostDeletes: 0.5 }],
    ['a region of its own', strategy('cache-aside', 'write-invalidate', { regions: '2', 'remote-marker': 'true' })],
    ['a queue', strategy('cache-aside', 'write-behind')],
    ['a queue of every update', strategy('read-through', 'write-behind', { coalesce: 'none' })],
    ['a flush in three steps', strategy('cache-aside', 'write-behind', { clear: 'compare' })],
    ['a careless flush', strategy('cache-aside', 'write-behind', { clear: 'plain' })],
    ['batches', strategy('cache-aside', 'write-behind', { 'flush-every': '3' })],
    ['batches of every update', strategy('cache-aside', 'write-behind', { 'flush-every': '4', coalesce: 'none' })],
    ['a soft lifetime', strategy('refresh-ahead', 'write-around', { 'soft-expiry': 'true' }), { refreshMs: 15 }],
    ['a warm-up', strategy('cache-aside', 'write-around', { warm: 'x' })],
  ])('leaves the same world with %s', (_what, chosen, more) => agrees(chosen, more))

  it.each(['database-first', 'cache-first'])('leaves the same world with a listener, %s', (order) => {
    const oneKey = { keys: 1, operations: 30 }
    for (const guard of [{}, { 'compare-and-set': 'newer' }, { 'compare-and-set': 'equal' }])
      for (const replica of ['none', 'lagging'] as const)
        agrees(strategy('cache-aside', 'change-log', { ...guard, 'log-order': order }, replica), oneKey)
  })

  const cache = { ...crowded.cache, isWarm: true }
  it.each(['lru', 'lfu', 'random'] as const)('leaves the same world where entries have to go: %s', (eviction) => {
    const small = { cache: { ...cache, capacity: 1, eviction } }
    agrees(strategy('cache-aside', 'write-invalidate', { tombstone: 'true' }), small)
    agrees(strategy('read-through', 'write-behind', { queue: 'entry' }), small)
    agrees(strategy('read-through', 'write-through', { lease: 'wait' }), small)
  })

  it.each(['after-write', 'after-access'])('leaves the same world where lifetimes end: %s', (expiry) => {
    const short = { cache: { ...cache, ttl: { ms: 10, jitter: 0.5 } } }
    agrees(strategy('cache-aside', 'write-around', { expiry }), short)
    agrees(strategy('cache-aside', 'write-behind', { expiry, queue: 'entry' }), short)
  })

  it.each<Strategy['guards']>([
    {},
    { queue: 'durable' },
    { queue: 'replicated' },
    { queue: 'entry' },
    { 'write-ahead-log': 'true' },
    { 'write-ahead-log': 'periodic' },
    { clear: 'compare', queue: 'durable' },
  ])('leaves the same world where the cache crashes: %o', (chosen) => {
    const crashes = {
      crashes: [30, 60].map((atMs, index) => ({ atMs, what: index === 0 ? 'cache' : 'machine' }) as const),
    }
    agrees(strategy('cache-aside', 'write-behind', chosen), crashes)
  })
})
