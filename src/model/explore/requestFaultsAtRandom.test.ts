/**
 * Faults at requests, tried on small scenarios drawn at random from a fixed seed: the packed explorer and the
 * naive one must find the same, whatever is lost, late, refused or done unheard.
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
  { T1: ['read x', 'read x'], T2: ['write x'] },
  { T1: ['any'], T2: ['write x'] },
  { T1: ['write x', 'write y'], T2: ['read y'] },
)

const guards = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  { lease: 'wait' },
  { lease: 'bypass' },
  { tombstone: 'true' },
  { 'compare-and-set': 'newer' },
  { 'compare-and-set': 'equal' },
  { fill: 'add-if-absent' },
  { delay: 'longer-than-pauses' },
  { clear: 'compare' },
  { clear: 'plain' },
  { undo: 'true' },
)

const times = fc.constantFrom<number | 'true'>(0, 0, 1, 'true')
const count = fc.constantFrom(0, 0, 0, 1, 2)

const sketches: fc.Arbitrary<Sketch> = fc.record({
  read: fc.constantFrom('read-through', 'cache-aside'),
  write: fc.constantFrom(
    ...['write-through', 'write-through-cache-first', 'write-around', 'write-invalidate', 'write-behind'],
    ...['delete-then-write', 'double-delete', 'deferred-invalidate'],
  ),
  cache: fc.constantFrom<Readonly<Record<string, number>>>({}, { x: 1 }),
  guards,
  clients,
  crash: fc.constantFrom<readonly string[]>([], [], ['T1']),
  evict: fc.constantFrom(0, 0, 1),
  'lost-delete': times,
  'lost-store': times,
  'late-request': count,
  'database-write-fails': count,
  'lost-answer': count,
})

const isStruck = (sketch: Sketch) =>
  (['lost-delete', 'lost-store', 'late-request', 'database-write-fails', 'lost-answer'] as const).some(
    (name) => sketch[name] !== 0,
  )

const scenarios = sketches
  .filter(isStruck)
  .map(sketched)
  .filter((scenario) => misfitIn(scenario) === null)

/** Small enough for an explorer that replays every run from its start. */
const WORLDS_MAX = 80
const small = scenarios.filter((scenario) => check({ ...scenario, check: [] }).states <= WORLDS_MAX)

const seeded = { seed: 20_260_701, numRuns: 150 } as const

/** Milliseconds; far more than it takes, for machines that are busy with something else. */
const patience = { timeout: 60_000 }

describe('of every scenario whose requests are struck', patience, () => {
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
