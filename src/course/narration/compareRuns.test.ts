import { expect, test } from 'vitest'
import { compareRuns } from './compareRuns'
import { run } from './runs.fixture'

type Sketch = Parameters<typeof run>[0]

const three = { T1: ['read x'], T2: ['write x'], T3: ['read x'] }
const staleFill = 'T1 T1 T2 T2 T1'

const compared = (before: Sketch, after: Sketch, schedule: string) =>
  compareRuns(run(before, schedule), run(after, schedule))

test('a lease refuses the stale fill, and the delete is to blame', () => {
  expect(compared({}, { guards: { lease: 'wait' } }, staleFill)).toEqual({
    kind: 'differs',
    step: 5,
    text: 'Step 5 goes differently: stored before, refused now, because step 4 voided the lease.',
  })
})

test('without the lease the fill that it refused is stored', () => {
  expect(compared({ guards: { lease: 'wait' } }, {}, staleFill)).toEqual({
    kind: 'differs',
    step: 5,
    text: 'Step 5 goes differently: refused before, stored now.',
  })
})

test('a compare-and-set changes nothing about a fill into an empty cache', () => {
  expect(compared({}, { guards: { 'compare-and-set': 'newer' } }, staleFill)).toEqual({
    kind: 'same',
    step: null,
    text: 'All 5 steps go as before.',
  })
})

test('a reader that must wait cannot take its step', () => {
  expect(compared({ clients: three }, { clients: three, guards: { lease: 'wait' } }, 'T1 T3 T1')).toEqual({
    kind: 'stops',
    step: 2,
    text: "Step 2 cannot happen now: T3 has to wait for T1's lease.",
  })
})

test('a reader that loses the lease misses otherwise than before', () => {
  expect(compared({ clients: three }, { clients: three, guards: { lease: 'bypass' } }, 'T1 T3 T1')).toEqual({
    kind: 'differs',
    step: 2,
    text: 'Step 2 goes differently: missed before, missed without the lease now, because T1 has held the lease since step 1.',
  })
})

test('a writer that leaves its delete to a timer has no second step', () => {
  expect(compared({}, { write: 'deferred-invalidate' }, staleFill)).toEqual({
    kind: 'stops',
    step: 4,
    text: 'Step 4 cannot happen now: T2 has nothing left to do.',
  })
})

test('a timer that is not set any more cannot fire', () => {
  expect(compared({ write: 'deferred-invalidate' }, {}, 'T2 timer:T2')).toEqual({
    kind: 'stops',
    step: 2,
    text: 'Step 2 cannot happen now: no timer of T2 is set.',
  })
})

test('a fault that is not allowed any more names what can happen instead', () => {
  expect(compared({ cache: { x: 1 }, evict: 1 }, { cache: { x: 1 } }, 'evict:x')).toEqual({
    kind: 'stops',
    step: 1,
    text: 'Step 1 cannot happen now: what can happen there is T1, T2.',
  })
})

test('an entry that is gone cannot be evicted', () => {
  expect(compared({ write: 'write-through', evict: 1 }, { evict: 1 }, 'T2 T2 evict:x').text).toBe(
    'Step 2 goes differently: stored before, found nothing to delete now.',
  )
})

test('a run without steps has nothing to compare', () => {
  const nothing = run({}, 'nobody')
  expect(compareRuns(nothing, nothing)).toEqual({
    kind: 'same',
    step: null,
    text: 'No step has been taken, so nothing goes differently.',
  })
})

const logged = { write: 'change-log', cache: { x: 1 }, clients: { T1: ['write x', 'write x'], T2: ['read x'] } }

test('a listener that serves the cache first does so at its first step', () => {
  expect(compared(logged, { ...logged, guards: { 'log-order': 'cache-first' } }, 'T1 log')).toEqual({
    kind: 'differs',
    step: 2,
    text: 'Step 2 goes differently: brought version 2 to the replica before, stored now.',
  })
})

test('a cache that knows versions refuses what comes again', () => {
  const twice = { ...logged, redeliver: 1 }
  const newer = { ...twice, guards: { 'compare-and-set': 'newer' } }
  expect(compared(twice, newer, 'T1 T1 log log log log redeliver log log')).toEqual({
    kind: 'differs',
    step: 9,
    text: 'Step 9 goes differently: stored before, refused now, because the cache holds version 3.',
  })
})

test('a writer that leaves a marker first commits a step later', () => {
  const regions = { guards: { regions: '2' }, clients: { T1: ['write x'] } }
  expect(compared(regions, { ...regions, guards: { regions: '2', 'remote-marker': 'true' } }, 'T1 T1')).toEqual({
    kind: 'differs',
    step: 1,
    text: 'Step 1 goes differently: committed version 2 before, left a marker now.',
  })
})
