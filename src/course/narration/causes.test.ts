import { describe, expect, test } from 'vitest'
import { commitOf, learning, leaseTaking, leaseVoiding, release, removalOf, storeOf } from './causes'
import { run } from './runs.fixture'

const leased = run({ guards: { lease: 'wait' } }, 'T1 T1 T2 T2 T1')

describe('looking back from the refused fill of step 5', () => {
  test('T1 took the lease at step 1 and step 4 voided it', () => {
    expect(leaseTaking(leased, 'x', 'T1', 5)?.number).toBe(1)
    expect(leaseVoiding(leased, 'x', 'T1', 5)?.number).toBe(4)
  })

  test('version 2 was committed at step 3, version 1 was there from the start', () => {
    expect(commitOf(leased, 'x', 2, 5)?.number).toBe(3)
    expect(commitOf(leased, 'x', 1, 5)).toBeNull()
  })

  test('T1 learned its version at step 2', () => {
    const { event } = leased.steps[4]!
    expect(event.type === 'request' && learning(leased, event, 5)?.number).toBe(2)
  })

  test('nothing was stored and nothing removed', () => {
    expect(storeOf(leased, 'x', 5)).toBeNull()
    expect(removalOf(leased, 'x', 5)).toBeNull()
  })
})

test('a holder that uses its lease loses it to nobody else', () => {
  const filled = run({ guards: { lease: 'wait' } }, 'T1 T1 T1')
  expect(leaseVoiding(filled, 'x', 'T1', 3)?.number).toBe(3)
  expect(storeOf(filled, 'x', 3)?.number).toBe(3)
})

test('a client that never waited was released by nothing', () => {
  const clients = { T1: ['read x'], T3: ['read x'] }
  const waited = run({ guards: { lease: 'wait' }, clients }, 'T1 T1 T1 T3')
  expect(release(waited, 'T3', 4)?.number).toBe(3)
  expect(release(waited, 'T1', 2)).toBeNull()
})

test('a later commit of the same version is the one that counts', () => {
  const clients = { T1: ['write x'], T2: ['write x'] }
  const back = run({ write: 'write-through-cache-first', clients }, 'T1 T2 T2 T1')
  expect(commitOf(back, 'x', 3, 4)?.number).toBe(3)
  expect(commitOf(back, 'x', 2, 4)?.number).toBe(4)
})
