import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'
import type { Sketch } from '../testing/sketch'

const marking = (more: Partial<Sketch> = {}): Sketch => ({
  cache: { x: 1 },
  guards: { lease: 'wait', 'serve-stale': 'true' },
  clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] },
  ...more,
})

describe('serve-stale', () => {
  it('marks the entry; the next reader wins the token, the others are served the marked version', () => {
    const trace = run(marking(), 'T2 T2 T1 T3 T1 T1')
    expect(story(trace)).toEqual([
      'T2 database.update x -> {version:2}',
      'T2 cache.markStale x -> {} = 2',
      'T1 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T3 cache.leaseGetOrWait x -> {found:true,version:1} = 1',
      'T1 database.select x -> {version:2}',
      'T1 cache.leaseSet x 2 -> {stored:true} = 2',
    ])
    expect(trace.steps.map(({ after }) => [after.cache['x'], after.marked['x'], after.lease['x']])).toEqual([
      [1, false, null],
      [1, true, null],
      [1, true, 'T1'],
      [1, true, 'T1'],
      [1, true, 'T1'],
      [2, false, null],
    ])
  })

  it('reopens the win with every mark: the old token is dead, and the next reader wins again', () => {
    const trace = run(
      marking({ clients: { T1: ['read x'], T2: ['write x', 'write x'], T3: ['read x'] } }),
      [...['T2', 'T2', 'T1', 'T1', 'T2', 'T2', 'T3', 'T1', 'T3', 'T3']].join(' '),
    )
    expect(story(trace).slice(6)).toEqual([
      'T3 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T1 cache.leaseSet x 2 -> {stored:false} = 2',
      'T3 database.select x -> {version:3}',
      'T3 cache.leaseSet x 3 -> {stored:true} = 3',
    ])
  })

  it('finds nothing to mark on an absent key, and voids the token all the same', () => {
    const trace = run(marking({ cache: {} }), 'T1 T2 T2 T3')
    expect([trace.steps[2]!.after.marked['x'], trace.steps[2]!.after.lease['x']]).toEqual([false, null])
    expect(story(trace).at(-1)).toBe('T3 cache.leaseGetOrWait x -> {found:false,token:true}')
  })

  it('goes with the entry, and so does its token', () => {
    const trace = run(marking({ evict: 1 }), 'T2 T2 T1 evict:x')
    const { cache, marked, lease } = trace.steps.at(-1)!.after
    expect([cache['x'], marked['x'], lease['x']]).toEqual([null, false, null])
  })

  it('makes a timer mark what it would delete', () => {
    const trace = run(marking({ write: 'deferred-invalidate' }), 'T2 timer:T2')
    const { cache, marked } = trace.steps.at(-1)!.after
    expect([cache['x'], marked['x']]).toEqual([1, true])
  })

  it('refuses a fill whose token is dead, or with "late-fills" stores it over a newer entry and marks it', () => {
    const late = (value: string) =>
      run(marking({ cache: {}, guards: { lease: 'wait', 'serve-stale': value } }), 'T1 T1 T2 T2 T3 T3 T3 T1').steps.at(
        -1,
      )!
    expect([late('true').after.cache['x'], late('true').after.marked['x']]).toEqual([2, false])
    expect([late('late-fills').after.cache['x'], late('late-fills').after.marked['x']]).toEqual([1, true])
  })

  it('stores no late fill where neither an entry nor a token is left', () => {
    const trace = run(marking({ cache: {}, guards: { lease: 'wait', 'serve-stale': 'late-fills' } }), 'T1 T1 T2 T2 T1')
    expect(story(trace).at(-1)).toBe('T1 cache.leaseSetOrMark x 1 -> {stored:false} = 1')
  })
})
