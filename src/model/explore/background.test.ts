/**
 * What happens behind the clients' backs, tried on small scenarios drawn at random from a fixed seed: queues and
 * their losses, batches, logs, warm-ups and reloads. The packed explorer and the naive one must find the same.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { misfitIn } from '../scenario/rules'
import { exploreNaively } from '../testing/naive'
import { sketched, type Sketch } from '../testing/sketch'

const clients = fc.constantFrom<Sketch['clients']>(
  { T1: ['read x'], T2: ['write x'] },
  { T1: ['write x'], T2: ['write x'] },
  { T1: ['write x', 'read x'] },
  { T1: ['write x', 'write x', 'write y'] },
  { T1: ['read x', 'read x'], T2: ['write x'] },
  { T1: ['any'], T2: ['write x'] },
)

const maybe = (...values: readonly string[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 })

const written = (all: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

const losses = {
  crash: fc.constantFrom<readonly string[]>([], [], ['T1']),
  evict: fc.constantFrom(0, 0, 1),
  'cache-restart': fc.constantFrom(0, 1),
}

const queues: fc.Arbitrary<Sketch> = fc.record({
  ...losses,
  write: fc.constant('write-behind'),
  cache: fc.constantFrom<Readonly<Record<string, number>>>({}, { x: 1 }),
  'machine-lost': fc.constantFrom(0, 0, 1),
  clients,
  guards: fc
    .record({
      queue: maybe('memory', 'durable', 'battery', 'replicated', 'entry'),
      coalesce: maybe('none', 'per-key'),
      'flush-every': maybe('1', '2', '3'),
      'write-ahead-log': maybe('true', 'periodic'),
      clear: maybe('compare', 'plain'),
    })
    .map(written),
})

const loads: fc.Arbitrary<Sketch> = fc.record({
  ...losses,
  read: fc.constantFrom('refresh-ahead', 'refresh-ahead', 'read-through'),
  write: fc.constantFrom(
    ...['write-through', 'write-through-cache-first', 'write-around', 'write-invalidate', 'write-behind'],
    ...['delete-then-write', 'deferred-invalidate'],
  ),
  database: fc.constantFrom({ x: 1 }, { x: 3 }),
  cache: fc.constantFrom<Readonly<Record<string, number>>>({}, { x: 1 }, { x: 3 }),
  replica: fc.constantFrom('none', 'none', 'lagging'),
  'soft-expire': fc.constantFrom<number | 'any'>(0, 1, 'any'),
  expire: fc.constantFrom<number | 'any'>(0, 0, 1),
  clients,
  guards: fc
    .record({
      'soft-expiry': maybe('true'),
      warm: maybe('x', 'x'),
      'compare-and-set': maybe('newer', 'equal'),
      tombstone: maybe('true'),
      fill: maybe('set', 'add-if-absent'),
      delay: maybe('longer-than-pauses'),
      queue: maybe('entry'),
    })
    .map(written),
})

/** Small enough for an explorer that replays every run from its start. */
const WORLDS_MAX = 90

const small = (sketches: fc.Arbitrary<Sketch>) =>
  sketches
    .map(sketched)
    .filter((scenario) => misfitIn(scenario) === null && check({ ...scenario, check: [] }).states <= WORLDS_MAX)

/** Milliseconds; far more than it takes, for machines that are busy with something else. */
const patience = { timeout: 120_000 }

describe.each([
  ['queue', queues],
  ['load', loads],
] as const)('of every %s', patience, (_what, sketches) => {
  it('the packed explorer and a naive one find the same worlds, steps, verdicts and witness lengths', () => {
    fc.assert(
      fc.property(small(sketches), (scenario) => {
        const { states, transitions, results } = check(scenario)
        const found = Object.fromEntries(
          results.map((result) => [result.property, result.verdict === 'violated' ? result.steps : null] as const),
        )
        expect({ states, transitions, found }).toEqual(exploreNaively(scenario))
      }),
      { seed: 20_261_101, numRuns: 120 },
    )
  })
})
