import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const deferring: Sketch = {
  database: { x: 1, y: 1 },
  cache: { x: 1, y: 1 },
  write: 'deferred-invalidate',
  clients: { T1: ['write x', 'write y', 'write x'], T2: ['write y'] },
}

describe('timers', () => {
  it('fire in the order in which their client set them', () => {
    const trace = run(deferring, 'T1 T1 timer:T1 T1 timer:T1 timer:T1')
    expect(story(trace).filter((line) => line.startsWith('timer'))).toEqual([
      'timer x of T1 removes 1',
      'timer y of T1 removes 1',
      'timer x of T1 removes nothing',
    ])
    expect(trace.steps.map(({ after }) => after.timers.map(({ key }) => key).join(' '))).toEqual([
      'x',
      'x y',
      'y',
      'y x',
      'x',
      '',
    ])
  })

  it('of different clients fire in any order', () => {
    const trace = run(deferring, 'T1 T2 timer:T2 timer:T1')
    expect(story(trace).slice(2)).toEqual(['timer y of T2 removes 1', 'timer x of T1 removes 1'])
  })

  it('cannot fire before anybody has set them', () => {
    const { enabled, refused } = run(deferring, 'timer:T1')
    expect([enabled, refused?.message]).toEqual([
      ['T1', 'T2'],
      'Step 1, "timer:T1", cannot happen at that point: what can happen there is T1, T2.',
    ])
  })

  it('void the lease token of the key that they delete', () => {
    const trace = run(
      { write: 'deferred-invalidate', guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['write x'] } },
      'T1 T1 T2 timer:T2 T1',
    )
    expect(trace.steps.map(({ after }) => after.lease['x'])).toEqual(['T1', 'T1', 'T1', null, null])
    expect(story(trace).at(-1)).toBe('T1 cache.leaseSet x 1 -> {stored:false} = 1')
  })

  it('outlive the crash of the client that set them', () => {
    const trace = run(
      { ...deferring, crash: ['T2'], clients: { T1: ['read y'], T2: ['write y', 'write y'] } },
      'T2 crash:T2 timer:T2',
    )
    expect(story(trace)).toEqual([
      'T2 database.update y delete -> {version:2} = 2',
      'crash T2',
      'timer y of T2 removes 1',
    ])
  })
})

describe('a delay longer than the pauses', () => {
  const long = (read: string): Sketch => ({
    read,
    write: 'deferred-invalidate',
    guards: { delay: 'longer-than-pauses' },
    clients: { T1: ['read x', 'read x'], T2: ['write x'] },
    crash: ['T1'],
  })

  it('waits while a client holds an older version, and no longer than until it has stored it', () => {
    const trace = run(long('cache-aside'), 'T1 T1 T2 T1')
    expect(run(long('cache-aside'), 'T1 T1 T2').enabled).toEqual(['T1', 'crash:T1'])
    expect(trace.enabled).toEqual(['T1', 'timer:T2', 'crash:T1'])
  })

  it('does not wait for a client that has selected nothing yet, nor for one that selected the new version', () => {
    expect(run(long('cache-aside'), 'T1 T2').enabled).toEqual(['T1', 'timer:T2', 'crash:T1'])
    expect(run(long('cache-aside'), 'T1 T2 T1').enabled).toEqual(['T1', 'timer:T2', 'crash:T1'])
  })

  it('does not wait for the dead, but for the load that a cache finishes on their behalf', () => {
    expect(run(long('cache-aside'), 'T1 T1 T2 crash:T1').enabled).toEqual(['timer:T2'])
    expect(run(long('read-through'), 'T1 T1 T2 crash:T1').enabled).toEqual(['T1'])
    expect(run(long('read-through'), 'T1 T1 T2 crash:T1 T1').enabled).toEqual(['timer:T2'])
  })

  it('keeps a timer for one key waiting behind an older timer for another', () => {
    const two: Sketch = {
      ...long('cache-aside'),
      database: { x: 1, y: 1 },
      clients: { T1: ['read x'], T2: ['write x', 'write y'] },
    }
    expect(run(two, 'T1 T1 T2 T2').enabled).toEqual(['T1', 'crash:T1'])
  })
})
