/**
 * What faults at requests do to the patterns: exact counts and shortest witnesses, found by both explorers.
 */
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { exploreNaively } from '../testing/naive'
import { sketched, type Sketch } from '../testing/sketch'

const alone = { T1: ['write x', 'write x', 'read x'] }
const readWriteRead = { T1: ['read x', 'write x', 'read x'] }
const oneEach = { T1: ['write x'], T2: ['read x'] }
const readTwice = { T1: ['write x'], T2: ['read x', 'read x'] }
const warm = { cache: { x: 1 } }

/** What is claimed, of which sketch; worlds, steps, and each violated property with the length of its shortest witness. */
const claims: readonly (readonly [string, Sketch, number, number, Readonly<Record<string, number>>])[] = [
  [
    'a lost delete leaves the old version to everybody who reads',
    { ...warm, 'lost-delete': 'true', clients: oneEach },
    11,
    12,
    { converges: 3, linearizable: 3, 'register-linearizable': 3 },
  ],
  [
    'a lost timer does too',
    { ...warm, write: 'deferred-invalidate', 'lost-delete': 1, clients: { T1: ['write x'] } },
    4,
    3,
    { converges: 2 },
  ],
  [
    'an expiry ends what a lost delete has left, and readers saw it until then',
    { ...warm, 'lost-delete': 'true', expire: 'any', clients: oneEach },
    22,
    44,
    { linearizable: 3, 'register-linearizable': 3 },
  ],
  [
    'a lost store of write-through leaves the old version, as a lost delete does',
    { ...warm, write: 'write-through', 'lost-store': 1, clients: oneEach },
    8,
    10,
    { converges: 3, linearizable: 3, 'register-linearizable': 3 },
  ],
  [
    'a lost store does no harm where nothing was cached and nobody has filled',
    { write: 'write-through', 'lost-store': 1, clients: { T1: ['write x', 'read x'] } },
    8,
    7,
    {},
  ],
  ['a lost fill costs a load and nothing else', { 'lost-store': 'true', clients: readWriteRead }, 12, 12, {}],
  [
    'a late fill is a stale fill',
    { 'late-request': 1, clients: readWriteRead },
    29,
    34,
    { converges: 7, 'read-your-writes': 6, linearizable: 6, 'register-linearizable': 6, sequential: 6 },
  ],
  [
    'a lease refuses a late fill, but not what a late delete has not removed yet',
    { guards: { lease: 'wait' }, 'late-request': 1, clients: readWriteRead },
    25,
    31,
    { 'read-your-writes': 6, linearizable: 6, 'register-linearizable': 6, sequential: 6 },
  ],
  ['a late delete does no harm', { ...warm, 'late-request': 1, clients: alone }, 22, 27, {}],
  [
    'a late store does',
    { ...warm, write: 'write-through', 'late-request': 1, clients: alone },
    18,
    21,
    { converges: 6, 'read-your-writes': 5, linearizable: 5, 'register-linearizable': 5, sequential: 5 },
  ],
  [
    'compare-and-set refuses what is late, and the writer misses its own version until it arrives',
    {
      ...{ ...warm, write: 'write-through', 'late-request': 1, clients: alone },
      guards: { 'compare-and-set': 'newer' },
    },
    16,
    20,
    { 'read-your-writes': 5, linearizable: 5, 'register-linearizable': 5, sequential: 5 },
  ],
  [
    'a failed commit leaves the cache as it was when the database comes first',
    { ...warm, write: 'write-through', 'database-write-fails': 1, clients: oneEach },
    8,
    10,
    {},
  ],
  [
    'a failed commit leaves a phantom when the cache comes first',
    { ...warm, write: 'write-through-cache-first', 'database-write-fails': 1, clients: oneEach },
    8,
    10,
    { converges: 3, 'no-phantom': 3 },
  ],
  [
    'an undo mends the cache, and a reader has seen the new version and then the old one',
    {
      ...{ ...warm, write: 'write-through-cache-first', 'database-write-fails': 1, clients: readTwice },
      guards: { undo: 'true' },
    },
    21,
    27,
    { 'reads-in-order': 7, linearizable: 7, 'register-linearizable': 7, sequential: 7, 'no-phantom': 5 },
  ],
  [
    'an undo that a crash cuts short mends nothing',
    {
      ...{ ...warm, write: 'write-through-cache-first', 'database-write-fails': 1, crash: ['T1'], clients: oneEach },
      guards: { undo: 'true' },
    },
    19,
    24,
    { converges: 3, 'no-phantom': 3 },
  ],
  [
    'a commit that its writer takes for a failure leaves the old version in the cache',
    { ...warm, 'lost-answer': 1, clients: oneEach },
    11,
    12,
    { converges: 2 },
  ],
  [
    'a flush that fails or is repeated loses nothing',
    { ...warm, write: 'write-behind', 'database-write-fails': 1, 'lost-answer': 1, clients: oneEach },
    18,
    27,
    {},
  ],
  [
    'a fill that is lost keeps those who wait for it waiting',
    { guards: { lease: 'wait' }, 'lost-store': 1, clients: { T1: ['read x'], T2: ['read x'] } },
    10,
    10,
    { 'not-stuck': 3 },
  ],
]

describe.each(claims)('%s', (_claim, sketch, states, transitions, violated) => {
  const scenario = sketched(sketch)

  it('says the explorer, which finds so many worlds and steps', () => {
    const report = check(scenario)
    const found = report.results.flatMap((result) =>
      result.verdict === 'violated' ? [[result.property, result.steps] as const] : [],
    )
    expect([report.states, report.transitions, Object.fromEntries(found)]).toEqual([states, transitions, violated])
  })

  it('says the naive one', () => {
    const { found, ...counts } = exploreNaively(scenario)
    expect(counts).toEqual({ states, transitions })
    expect(Object.fromEntries(Object.entries(found).filter(([, steps]) => steps !== null))).toEqual(violated)
  })
})
