/**
 * Claims about every scenario with time-outs, locks, retries, stale marks, stamps or sequences, tried on small ones drawn
 * at random from a fixed seed.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { faultNamed } from '../engine/faults'
import { replay } from '../engine/replay'
import { misfitIn } from '../scenario/rules'
import { exploreNaively, isQuiet } from '../testing/naive'
import { sketched, type Sketch } from '../testing/sketch'

const clients = fc
  .array(fc.array(fc.constantFrom('read x', 'read x', 'write x', 'write y'), { minLength: 1, maxLength: 2 }), {
    minLength: 2,
    maxLength: 3,
  })
  .filter((lists) => lists.flat().length <= 4)
  .map((lists) => Object.fromEntries(lists.map((list, index) => [`T${index + 1}`, list])))

const maybe = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })

/** A guard that needs another is drawn along with it; what means nothing is dropped afterwards. */
const guards = fc
  .oneof(
    fc.record({
      lease: fc.constantFrom('wait', 'bypass'),
      'lease-timeout': maybe('never', 'once', 'any'),
      'serve-stale': maybe('true', 'late-fills'),
      'retry-refused-fill': maybe('true'),
      'write-lock': maybe('true'),
    }),
    fc.record({
      'write-lock': fc.constant('true'),
      'lock-timeout': maybe('never', 'once', 'any'),
      'compare-and-set': maybe('newer', 'equal'),
      versions: maybe('returning', 'separate-sequence'),
      'retry-refused-fill': maybe('true'),
      delay: maybe('longer-than-pauses'),
    }),
    fc.record({
      expiry: fc.constantFrom('after-write', 'after-access'),
      'reject-old-fills': fc.constantFrom('at-select', 'at-select', 'at-fill'),
      clock: maybe('T1:1', 'T1:-1+T2:1', 'T2:0'),
      'compare-and-set': maybe('newer', 'equal'),
      tombstone: maybe('true'),
      lease: maybe('wait', 'bypass'),
      'retry-refused-fill': maybe('true'),
      versions: maybe('separate-sequence'),
    }),
  )
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
  .map((all) => all as Readonly<Record<string, string>>)

function withoutMeaningless(sketch: Sketch): Sketch {
  const misfit = misfitIn(sketched(sketch))
  if (misfit === null) return sketch
  if (misfit.kind === 'fault') return withoutMeaningless({ ...sketch, [misfit.name]: faultNamed(misfit.name)?.absent })
  const kept = Object.entries(sketch.guards ?? {}).filter(([guard]) => guard !== misfit.name)
  return withoutMeaningless({ ...sketch, guards: Object.fromEntries(kept) })
}

const sketches: fc.Arbitrary<Sketch> = fc
  .record({
    read: fc.constantFrom('read-through', 'cache-aside'),
    write: fc.constantFrom(
      'write-through',
      'write-around',
      'write-invalidate',
      'write-invalidate',
      'delete-then-write',
      'double-delete',
      'deferred-invalidate',
    ),
    cache: fc.constantFrom<Readonly<Record<string, number>>>({}, { x: 1 }),
    guards,
    clients,
    crash: fc.constantFrom<readonly string[]>([], ['T1']),
    evict: fc.constantFrom(0, 0, 1),
    'cache-restart': fc.constantFrom(0, 0, 1),
    expire: fc.constantFrom<number | 'any'>(0, 1, 'any'),
    'lost-delete': fc.constantFrom<number>(0, 0, 1),
    'database-write-fails': fc.constantFrom(0, 0, 1),
  })
  .map(withoutMeaningless)

const seeded = { seed: 20_260_301, numRuns: 120 } as const
const WORLDS_MAX = 90
const small = sketches.map(sketched).filter((scenario) => check({ ...scenario, check: [] }).states <= WORLDS_MAX)

/** Milliseconds; far more than it takes, for machines that are busy with something else. */
const patience = { timeout: 120_000 }

describe('of every scenario with these guards', patience, () => {
  it('the packed explorer and a naive one find the same worlds, steps, verdicts and witness lengths', () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const { states, transitions, results, isComplete } = check(scenario)
        const found = Object.fromEntries(
          results.map((result) => [result.property, result.verdict === 'violated' ? result.steps : null] as const),
        )
        expect({ states, transitions, found, isComplete }).toEqual({ ...exploreNaively(scenario), isComplete: true })
      }),
      seeded,
    )
  })
})

/** A run: at each world the next number, modulo what is enabled, says which word is taken. */
function wander(sketch: Sketch, picks: readonly number[]) {
  const scenario = sketched(sketch)
  let trace = replay(scenario, [])
  for (const pick of picks) {
    if (trace.enabled.length === 0) break
    const words = trace.steps.map(({ word }) => word)
    trace = replay(scenario, [...words, trace.enabled[pick % trace.enabled.length]!])
  }
  return trace
}

const picks = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 14 })

const everyWorld = (claim: (after: ReturnType<typeof wander>['initial']) => boolean) =>
  fc.assert(
    fc.property(sketches, picks, (sketch, choices) => {
      for (const { after } of wander(sketch, choices).steps) expect(claim(after)).toBe(true)
    }),
    seeded,
  )

describe('of every world in a run with these guards', patience, () => {
  it('a lease token is out only while its key is absent or marked stale', () => {
    everyWorld(({ lease, cache, marked }) =>
      Object.entries(lease).every(([key, holder]) => holder === null || cache[key] === null || marked[key] === true),
    )
  })

  it('only what is cached is marked', () => {
    everyWorld(({ cache, marked }) => Object.entries(marked).every(([key, is]) => !is || cache[key] !== null))
  })

  it('a lock is held by a client that is inside an operation, or has crashed', () => {
    everyWorld(({ lock, clients: all }) =>
      Object.values(lock).every((name) => name === null || ['inside', 'crashed'].includes(all[name]!.status)),
    )
  })

  it('a stamp belongs to an operation that is open', () => {
    everyWorld(({ clients: all }) =>
      Object.values(all).every(({ stamp, status }) => stamp === null || status === 'inside' || status === 'crashed'),
    )
  })

  it('it is quiet exactly when nothing that is awaited can step', () => {
    fc.assert(
      fc.property(sketches, picks, (sketch, choices) => {
        const trace = wander(sketch, choices)
        expect(trace.isQuiet).toBe(isQuiet(trace))
      }),
      seeded,
    )
  })
})
