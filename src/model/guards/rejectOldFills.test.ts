import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'
import type { Sketch } from '../testing/sketch'

const stamping = (guards: Readonly<Record<string, string>>, more: Partial<Sketch> = {}): Sketch => ({
  write: 'write-through',
  expire: 2,
  guards: { expiry: 'after-write', 'reject-old-fills': 'at-select', ...guards },
  clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] },
  ...more,
})

const stamps = (sketch: Sketch, schedule: string) =>
  run(sketch, schedule).steps.map(({ after }) => after.clients['T1']!.stamp)
const lastLine = (sketch: Sketch, schedule: string) => story(run(sketch, schedule)).at(-1)

describe('reject-old-fills', () => {
  it('refuses a fill once an entry that was stored after its select has expired', () => {
    const trace = run(stamping({}), 'T1 T1 T2 T2 expire:x T1')
    expect(story(trace).at(-1)).toBe('T1 cache.set x 1 at-select -> {stored:false} = 1')
    expect(trace.steps.map(({ after }) => after.clients['T1']!.stamp)).toEqual([
      ...[null, 'fresh', 'fresh', 'fresh', 'too old', null],
    ])
  })

  it('takes the expiry of an entry that was there before the select for no proof', () => {
    const before = stamping({}, { clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } })
    expect(stamps(before, 'T1 T2 T2 T1 expire:x')).toEqual([null, null, null, 'fresh', 'fresh'])
    expect(lastLine(before, 'T1 T2 T2 T1 expire:x T1')).toBe('T1 cache.set x 2 at-select -> {} = 2')
  })

  it.each([
    ['an eviction', { evict: 1 }, 'evict:x'],
    ['a restart', { 'cache-restart': 1 }, 'restart'],
  ])('lets %s make no stamp old', (_what, fault, word) => {
    expect(lastLine(stamping({}, fault as Partial<Sketch>), `T1 T1 T2 T2 ${word} T1`)).toBe(
      'T1 cache.set x 1 at-select -> {} = 1',
    )
  })

  it('lets a delete make no stamp old', () => {
    expect(lastLine(stamping({}, { write: 'write-invalidate' }), 'T1 T1 T3 T3 T3 T2 T2 T1')).toBe(
      'T1 cache.set x 1 at-select -> {} = 1',
    )
  })

  it('is asked before compare-and-set, which has the last word on a fresh stamp', () => {
    const newer = stamping({ 'compare-and-set': 'newer' })
    expect(lastLine(newer, 'T1 T1 T2 T2 T1')).toBe('T1 cache.compareAndSetNewer x 1 at-select -> {stored:false} = 1')
    expect(lastLine(newer, 'T1 T1 T2 T2 expire:x T1')).toBe(
      'T1 cache.compareAndSetNewer x 1 at-select -> {stored:false} = 1',
    )
    expect(lastLine(newer, 'T1 T1 expire:x T1')).toBe(
      'Step 3, "expire:x", cannot happen at that point: what can happen there is T1, T2, T3.',
    )
  })

  it('counts a hit as a new lifetime where expiry counts from the last access', () => {
    const warm = stamping(
      { expiry: 'after-access' },
      { clients: { T1: ['read x'], T2: ['write x'], T3: ['read x', 'read x'] } },
    )
    expect(stamps(warm, 'T1 T2 T2 T1 expire:x').at(-1)).toBe('fresh')
    expect(stamps(warm, 'T1 T2 T2 T1 T3 expire:x').at(-1)).toBe('too old')
  })

  it('counts no hit as a new lifetime where expiry counts from the write', () => {
    const warm = stamping({}, { clients: { T1: ['read x'], T2: ['write x'], T3: ['read x', 'read x'] } })
    expect(stamps(warm, 'T1 T2 T2 T1 T3 expire:x').at(-1)).toBe('fresh')
  })

  it('proves nothing with a stamp that is taken just before the fill', () => {
    expect(lastLine(stamping({ 'reject-old-fills': 'at-fill' }), 'T1 T1 T2 T2 expire:x T1')).toBe(
      'T1 cache.set x 1 at-fill -> {} = 1',
    )
  })

  it('forgets the stamp with the client that crashes', () => {
    expect(stamps(stamping({}, { read: 'cache-aside', crash: ['T1'] }), 'T1 T1 crash:T1')).toEqual([
      null,
      'fresh',
      null,
    ])
  })
})

describe('clock', () => {
  it('makes the stamps of a fast clock never old, and those of a slow one always', () => {
    const drift = (value: string) => stamping({ clock: value })
    expect(lastLine(drift('T1:1'), 'T1 T1 T2 T2 expire:x T1')).toBe('T1 cache.set x 1 at-select -> {} = 1')
    expect(lastLine(drift('T1:0'), 'T1 T1 T2 T2 expire:x T1')).toBe('T1 cache.set x 1 at-select -> {stored:false} = 1')
    expect(lastLine(drift('T1:-1'), 'T1 T1 T1')).toBe('T1 cache.set x 1 at-select -> {stored:false} = 1')
    expect(lastLine(stamping({ 'reject-old-fills': 'at-fill', clock: 'T1:-1' }), 'T1 T1 T1')).toBe(
      'T1 cache.set x 1 at-fill -> {stored:false} = 1',
    )
  })

  it('is about the named clients alone', () => {
    expect(lastLine(stamping({ clock: 'T3:-1' }), 'T1 T1 T1')).toBe('T1 cache.set x 1 at-select -> {} = 1')
  })
})
