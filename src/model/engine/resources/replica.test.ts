import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'

const lagging = { replica: 'lagging', clients: { T1: ['read x'], T2: ['write x'] } }

describe('a replica that lags', () => {
  it('answers every select with what it has applied, one commit a step', () => {
    const trace = run(
      { ...lagging, clients: { T1: ['read x'], T2: ['write x', 'write x'] } },
      'T2 T2 T2 T2 replica T1 T1',
    )
    expect(story(trace).slice(4)).toEqual([
      'replica x 2 to the replica',
      'T1 cache.get x -> {found:false}',
      'T1 replica.select x -> {version:2}',
    ])
    expect(trace.steps.map(({ after }) => [after.database['x'], after.replica['x']])).toEqual([
      [2, 1],
      [2, 1],
      [3, 1],
      [3, 1],
      [3, 2],
      [3, 2],
      [3, 2],
    ])
  })

  it('is there only where it lags; elsewhere selects read the database', () => {
    const trace = run({ clients: lagging.clients }, 'T1 T1')
    expect([story(trace)[1], trace.initial.replica]).toEqual(['T1 database.select x -> {version:1}', { x: null }])
  })

  it('starts with what the database has', () => {
    expect(run({ ...lagging, database: { x: 4 } }, 'T1').initial.replica).toEqual({ x: 4 })
  })

  it('is waited for: a world is not quiet until it has every commit', () => {
    const trace = run({ ...lagging, clients: { T2: ['write x'] } }, 'T2 T2')
    expect([trace.enabled, trace.isQuiet]).toEqual([['replica'], false])
    expect(run({ ...lagging, clients: { T2: ['write x'] } }, 'T2 T2 replica').isQuiet).toBe(true)
  })

  it('takes commits in their order, even where the database itself went back', () => {
    const trace = run(
      { replica: 'lagging', write: 'write-through-cache-first', clients: { T1: ['write x'], T2: ['write x'] } },
      'T1 T2 T2 T1 replica replica',
    )
    expect(trace.steps.slice(3).map(({ after }) => [after.database['x'], after.replica['x']])).toEqual([
      [2, 1],
      [2, 3],
      [2, 2],
    ])
  })

  it('gets what a flush commits', () => {
    const trace = run({ ...lagging, write: 'write-behind' }, 'T2 flush:x replica')
    expect(story(trace).slice(1)).toEqual(['flush x commits 2', 'replica x 2 to the replica'])
    expect(trace.steps.at(-1)!.after.replica).toEqual({ x: 2 })
  })

  it('is fed by the listener under change-log, in its two steps', () => {
    const trace = run({ ...lagging, write: 'change-log' }, 'T2 log log')
    expect(trace.steps.map(({ after }) => [after.replica['x'], after.cache['x']])).toEqual([
      [1, null],
      [2, null],
      [2, 2],
    ])
    expect(trace.enabled).toEqual(['T1'])
  })
})

describe('a long delay', () => {
  const deferred = { ...lagging, write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' } }

  it('outwaits the replica as well as every reader', () => {
    expect(run(deferred, 'T2').enabled).toEqual(['T1', 'replica'])
    expect(run(deferred, 'T2 replica').enabled).toEqual(['T1', 'timer:T2'])
    expect(run(deferred, 'T1 T1 T2 replica').enabled).toEqual(['T1'])
  })

  it('waits for the commit that set the timer, and for no later one', () => {
    const trace = run({ ...deferred, clients: { T2: ['write x', 'write x'] } }, 'T2 T2 replica')
    expect(trace.enabled).toEqual(['timer:T2', 'replica'])
  })
})
