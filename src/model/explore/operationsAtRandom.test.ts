/**
 * Bypasses, increments, transfers, composed values and absent rows, tried on small scenarios drawn at random from a
 * fixed seed: the packed explorer, which works steps on several keys out through the memory, and the naive one must
 * find the same.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { misfitIn } from '../scenario/rules'
import { pointlessIn, startProblem } from '../scenario/workloadRules'
import { exploreNaively } from '../testing/naive'
import { sketched, type Sketch } from '../testing/sketch'

const plain = { database: { x: 1, y: 1 } }
const composed = { composed: { card: ['x', 'y'] as const } }

/** Who does what from where. */
const workloads = fc.constantFrom<Pick<Sketch, 'clients' | 'database' | 'cache' | 'composed'>>(
  { clients: { T1: ['increment x'], T2: ['increment x'] } },
  { clients: { T1: ['increment x', 'increment x'], T2: ['increment x'] } },
  { clients: { T1: ['increment x'], T2: ['read x', 'increment x'] }, cache: { x: 1 } },
  { clients: { T1: ['increment x'], T2: ['write y'] }, cache: { x: 1 } },
  { clients: { T1: ['bypass x', 'read x'], T2: ['write x'] }, cache: { x: 1 } },
  { clients: { T1: ['bypass x'], T2: ['any'] } },
  { ...plain, clients: { T1: ['transfer x y'], T2: ['read y', 'read x'] }, cache: { x: 1, y: 1 } },
  { ...plain, clients: { T1: ['transfer x y'], T2: ['transfer y x'] } },
  { ...plain, clients: { T1: ['transfer x y'], T2: ['write x'] }, cache: { y: 1 } },
  { ...composed, clients: { T1: ['read card'], T2: ['write x', 'write y'] } },
  { ...composed, clients: { T1: ['read card'], T2: ['transfer x y'] }, cache: { card: 3 } },
  { ...composed, clients: { T1: ['bypass card', 'read card'], T2: ['write y'] } },
  { clients: { T1: ['read x', 'read x'], T2: ['write x'] }, database: { x: 0 } },
  { clients: { T1: ['read x'], T2: ['write x', 'read x'] }, database: { x: 0 }, cache: { x: 0 } },
  { clients: { T1: ['increment x'], T2: ['increment x'] }, database: { x: 0 } },
)

const guards = fc
  .record({
    increments: fc.constantFrom(undefined, undefined, 'in-place', 'compare-and-set'),
    invalidate: fc.constantFrom(undefined, 'composed', 'table'),
    'cache-absent': fc.constantFrom(undefined, 'true'),
    one: fc.constantFrom<Readonly<Record<string, string>>>(
      ...[
        {},
        {},
        { lease: 'wait' },
        { lease: 'bypass' },
        { 'compare-and-set': 'newer' },
        { 'compare-and-set': 'equal' },
      ],
      ...[{ tombstone: 'true' }, { fill: 'add-if-absent' }, { fill: 'none' }, { 'write-lock': 'true' }],
      ...[{ delay: 'longer-than-pauses' }, { 'retry-refused-fill': 'true', 'compare-and-set': 'newer' }],
      ...[{ transaction: 'true' }, { versions: 'separate-sequence' }],
    ),
  })
  .map(({ one, ...others }) => ({
    ...Object.fromEntries(Object.entries(others).flatMap(([name, value]) => (value ? [[name, value]] : []))),
    ...one,
  }))

const scenarios = fc
  .record({
    workload: workloads,
    read: fc.constantFrom('read-through', 'cache-aside', 'cache-only', 'database-only'),
    write: fc.constantFrom(
      ...['write-through', 'write-through-cache-first', 'write-around', 'write-invalidate', 'write-behind'],
      ...['delete-then-write', 'double-delete', 'deferred-invalidate', 'change-log'],
    ),
    guards,
    crash: fc.constantFrom<readonly string[]>([], [], ['T1'], ['T1', 'T2']),
    evict: fc.constantFrom(0, 0, 1),
    'cache-restart': fc.constantFrom(0, 0, 0, 1),
    'database-write-fails': fc.constantFrom(0, 0, 0, 1),
    'lost-delete': fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ workload, ...chosen }) =>
    sketched({
      ...chosen,
      ...workload,
      check: [
        'converges',
        'reads-in-order',
        'read-your-writes',
        'linearizable',
        'durable',
        'no-phantom',
        'not-stuck',
      ].concat('no-lost-update', 'no-torn-read', 'no-half-transfer'),
    }),
  )
  .filter(
    (scenario) => misfitIn(scenario) === null && pointlessIn(scenario) === null && startProblem(scenario) === null,
  )

/** Small enough for an explorer that replays every run from its start. */
const WORLDS_MAX = 90
const small = scenarios.filter((scenario) => check({ ...scenario, check: [] }).states <= WORLDS_MAX)

const patience = { timeout: 120_000 }

describe('of every scenario whose operations are more than a read or a write', patience, () => {
  it('the packed explorer and a naive one find the same worlds, steps, verdicts and witness lengths', () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const { states, transitions, results } = check(scenario)
        const found = Object.fromEntries(
          results.map((result) => [result.property, result.verdict === 'violated' ? result.steps : null] as const),
        )
        expect({ states, transitions, found }).toEqual(exploreNaively(scenario))
      }),
      { seed: 20_260_711, numRuns: 200 },
    )
  })
})
