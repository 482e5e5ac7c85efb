/** Whatever the rules let somebody choose runs under load, or is refused with one sentence. */
import { describe, expect, it } from 'vitest'
import { guards } from '../../guards'
import { protocols } from '../../protocols'
import { constant, plain, strategy } from '../load.fixture'
import { runProblem, strategyProblem } from '../refused'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { startRun } from './run'

const OPERATIONS = 80

/** Everything that a workload can do to a strategy, in a few operations. */
const rough: Workload = {
  ...{ ...plain, operations: OPERATIONS, keys: 4, reads: 0.6, lostDeletes: 0.1 },
  readBack: { share: 0.2, after: constant(0.5) },
  cache: { ...plain.cache, capacity: 3, ttl: { ms: 20, jitter: 0.5 } },
  pauses: { chance: 0.05, length: constant(20) },
  crashes: [
    { atMs: 20, what: 'cache' },
    { atMs: 30, what: 'clients' },
    { atMs: 40, what: 'machine' },
  ],
  ...{ refreshMs: 10, leaseMs: 15, lockMs: 15 },
}

/** The same where nothing goes from the cache by itself. */
const roomy: Workload = { ...rough, cache: { ...rough.cache, capacity: null, ttl: null } }

const values = guards.flatMap(({ name, values: words, shape }) => {
  const shaped = { count: '3', keys: 'x', drifts: 'T1:1' } as const
  return (shape === undefined ? words : [shaped[shape.kind]]).map((value) => [name, value] as const)
})

/** Each value on its own where it means something so, and otherwise beside each other one that lets it. */
function* choices(read: string, write: string): Generator<Strategy> {
  yield strategy(read, write)
  for (const value of values) {
    const alone = strategy(read, write, Object.fromEntries([value]))
    if (strategyProblem(alone) === null) {
      yield alone
      yield { ...alone, replica: 'lagging' }
      continue
    }
    for (const other of values) {
      if (other[0] === value[0]) continue
      const beside = strategy(read, write, Object.fromEntries([other, value]))
      if (strategyProblem(beside) === null) yield beside
    }
  }
}

const reads = Object.keys(protocols.read)
const pairs = Object.keys(protocols.write).flatMap((write) => reads.map((read) => [read, write] as const))

describe('every strategy that the rules accept', () => {
  it.each(pairs)('runs to its end: %s and %s', (read, write) => {
    let count = 0
    for (const chosen of choices(read, write)) {
      for (const workload of [rough, roomy]) {
        if (runProblem(chosen, workload) !== null) continue
        const run = startRun(workload, chosen)
        const isOver = run.advance(100_000)
        const { tally } = run
        const { metrics, stopped } = run.result()
        const ended = { isOver, operations: metrics['operations']! + metrics['unanswered']! }
        expect({ chosen, ...ended }).toEqual({ chosen, isOver: true, operations: OPERATIONS })
        // Who waits for ever is under way, and so the areas differ.
        expect(tally.inFlightArea === tally.underWayTicks).toBe(stopped === null)
        count++
      }
    }
    expect(count).toBeGreaterThan(20)
  })
})

describe('a strategy is refused', () => {
  const problems = (guardsChosen: Strategy['guards'], workload = roomy, write = 'write-invalidate') =>
    runProblem(strategy('cache-aside', write, guardsChosen), workload)

  it('where it is no strategy', () => {
    expect(strategyProblem(strategy('cache-asid', 'write-through'))).toContain('cache-aside')
    expect(problems({ leas: 'wait' })).toContain('lease')
    expect(problems({ lease: 'wait', tombstone: 'true' })).toBe(
      'The guards "lease: wait" and "tombstone" both say how a fill stores. Keep one of them.',
    )
  })

  it('where only the Lab can run it, or the workload lacks what it is about', () => {
    expect(problems({ lease: 'wait', 'lease-timeout': 'once' })).toBe(
      'The guard "lease-timeout" lets one token run out, and a run hands out thousands. Use lease-timeout: any.',
    )
    expect(problems({ expiry: 'after-write' })).toBe(
      'The guard "expiry" is about lifetimes, and entries of this workload have none. Give it a cache.ttl, or remove the guard.',
    )
    expect(problems({ 'write-ahead-log': 'true' }, rough, 'write-behind')).toBe(
      'The guard "write-ahead-log" is about memory that drops nothing before it is flushed, and the cache of this workload drops entries. Leave its capacity and its ttl out, or use queue: durable instead.',
    )
  })

  it('before anything runs', () => {
    expect(() => startRun(roomy, strategy('cache-aside', 'write-through', { clear: 'plain' }))).toThrow(
      'The guard "clear" is about the queue, and write-through has none.',
    )
  })
})
