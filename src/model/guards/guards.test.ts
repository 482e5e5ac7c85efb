import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'
import type { Sketch } from '../testing/sketch'

/** A reader that selects before a writer commits, and fills after the writer is done. */
const late = (guards: Readonly<Record<string, string>>, write = 'write-invalidate') =>
  run({ guards, write, clients: { T1: ['read x'], T2: ['write x'] } }, 'T1 T1 T2 T2 T1')

const lastLine = (guards: Readonly<Record<string, string>>, write?: string) => story(late(guards, write)).at(-1)
const lastCache = (guards: Readonly<Record<string, string>>, write?: string) =>
  late(guards, write).steps.at(-1)!.after.cache['x']

describe('fill', () => {
  it('overwrites when it is "set", as without the guard', () => {
    expect(lastLine({ fill: 'set' }, 'write-through')).toBe('T1 cache.set x 1 -> {} = 1')
    expect(lastCache({}, 'write-through')).toBe(1)
  })

  it('gives way to whatever is cached when it is "add-if-absent"', () => {
    expect(lastLine({ fill: 'add-if-absent' }, 'write-through')).toBe('T1 cache.setIfAbsent x 1 -> {stored:false} = 1')
    expect(lastCache({ fill: 'add-if-absent' }, 'write-through')).toBe(2)
  })

  it('cannot tell a deleted key from a cold one when it is "add-if-absent"', () => {
    expect(lastLine({ fill: 'add-if-absent' })).toBe('T1 cache.setIfAbsent x 1 -> {stored:true} = 1')
  })

  it('leaves the cache alone when it is "none", so that the select is the last request', () => {
    expect(story(run({ guards: { fill: 'none' }, clients: { T1: ['read x'] } }, 'T1 T1'))).toEqual([
      'T1 cache.get x -> {found:false}',
      'T1 database.select x -> {version:1} = 1',
    ])
  })

  it('is no business of writers', () => {
    const trace = run({ guards: { fill: 'none' }, write: 'write-through', clients: { T1: ['write x'] } }, 'T1 T1')
    expect(story(trace).at(-1)).toBe('T1 cache.set x 2 -> {} = 2')
  })
})

describe('compare-and-set: newer', () => {
  it('refuses a fill that comes after a newer store; the reader returns what it selected', () => {
    expect(lastLine({ 'compare-and-set': 'newer' }, 'write-through')).toBe(
      'T1 cache.compareAndSetNewer x 1 -> {stored:false} = 1',
    )
    expect(lastCache({ 'compare-and-set': 'newer' }, 'write-through')).toBe(2)
  })

  it('accepts any fill of a deleted key', () => {
    expect(lastLine({ 'compare-and-set': 'newer' })).toBe('T1 cache.compareAndSetNewer x 1 -> {stored:true} = 1')
  })

  it('refuses the slower of two writers, which acknowledges all the same', () => {
    const sketch: Sketch = {
      guards: { 'compare-and-set': 'newer' },
      write: 'write-through',
      clients: { T1: ['write x'], T2: ['write x'] },
    }
    expect(story(run(sketch, 'T1 T2 T2 T1')).slice(2)).toEqual([
      'T2 cache.compareAndSetNewer x 3 -> {stored:true} = 3',
      'T1 cache.compareAndSetNewer x 2 -> {stored:false} = 2',
    ])
  })
})

describe('compare-and-set: equal', () => {
  const writers: Sketch = {
    guards: { 'compare-and-set': 'equal' },
    write: 'write-through',
    cache: { x: 1 },
    clients: { T1: ['write x'], T2: ['write x'] },
  }

  it('lets a writer store over exactly its own version minus one', () => {
    expect(story(run(writers, 'T1 T1'))).toEqual([
      'T1 database.update x -> {version:2}',
      'T1 cache.compareAndSetEqual x 2 expects 1 -> {stored:true} = 2',
    ])
  })

  it('refuses the faster of two writers, whose version is missing from then on', () => {
    const trace = run(writers, 'T1 T2 T2 T1')
    expect(story(trace).slice(2)).toEqual([
      'T2 cache.compareAndSetEqual x 3 expects 2 -> {stored:false} = 3',
      'T1 cache.compareAndSetEqual x 2 expects 1 -> {stored:true} = 2',
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 3 }, cache: { x: 2 } })
  })

  it('lets a fill store over nothing alone', () => {
    expect(lastLine({ 'compare-and-set': 'equal' }, 'write-through')).toBe(
      'T1 cache.compareAndSetEqual x 1 expects 0 -> {stored:false} = 1',
    )
    expect(lastLine({ 'compare-and-set': 'equal' })).toBe(
      'T1 cache.compareAndSetEqual x 1 expects 0 -> {stored:true} = 1',
    )
  })
})

describe('lease', () => {
  it('refuses a fill that started before the delete', () => {
    const trace = late({ lease: 'wait' })
    expect(story(trace)).toEqual([
      'T1 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T1 database.select x -> {version:1}',
      'T2 database.update x -> {version:2}',
      'T2 cache.delete x -> {} = 2',
      'T1 cache.leaseSet x 1 -> {stored:false} = 1',
    ])
    expect(trace.steps.map(({ after }) => after.lease['x'])).toEqual(['T1', 'T1', 'T1', null, null])
    expect(lastCache({ lease: 'wait' })).toBe(null)
  })

  it('refuses a fill that started before a store by a writer', () => {
    expect(lastLine({ lease: 'wait' }, 'write-through')).toBe('T1 cache.leaseSet x 1 -> {stored:false} = 1')
  })

  it('accepts a stale fill where writers never touch the cache', () => {
    const sketch: Sketch = {
      guards: { lease: 'wait' },
      write: 'write-around',
      clients: { T1: ['read x'], T2: ['write x'] },
    }
    expect(story(run(sketch, 'T1 T1 T2 T1')).at(-1)).toBe('T1 cache.leaseSet x 1 -> {stored:true} = 1')
  })

  const two = (lease: string): Sketch => ({ guards: { lease }, clients: { T1: ['read x'], T2: ['read x'] } })

  it('makes a second reader wait for the fill, without its operation having begun', () => {
    const waiting = run(two('wait'), 'T1')
    expect(waiting.enabled).toEqual(['T1'])
    expect(waiting.steps[0]!.after.clients['T2']).toEqual({
      name: 'T2',
      status: 'idle',
      begun: 0,
      operation: { kind: 'read', key: 'x' },
      next: waiting.steps[0]!.after.clients['T2']!.next,
      isBlocked: true,
      held: [],
      stamp: null,
    })
    expect(waiting.steps[0]!.after.clients['T2']!.next).toMatchObject({ kind: 'cache.leaseGetOrWait', key: 'x' })
    expect(story(run(two('wait'), 'T1 T1 T1 T2')).at(-1)).toBe(
      'T2 cache.leaseGetOrWait x -> {found:true,version:1} = 1',
    )
  })

  it('sends a second reader past the cache under "bypass", and it fills nothing', () => {
    expect(story(run(two('bypass'), 'T1 T2 T2'))).toEqual([
      'T1 cache.leaseGet x -> {found:false,token:true}',
      'T2 cache.leaseGet x -> {found:false,token:false}',
      'T2 database.select x -> {version:1} = 1',
    ])
  })

  it('hands out a new token after a delete, and the old one stays dead', () => {
    const sketch: Sketch = {
      guards: { lease: 'wait' },
      clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] },
    }
    const trace = run(sketch, 'T1 T1 T2 T2 T3 T3 T1 T3')
    expect(story(trace).slice(4)).toEqual([
      'T3 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T3 database.select x -> {version:2}',
      'T1 cache.leaseSet x 1 -> {stored:false} = 1',
      'T3 cache.leaseSet x 2 -> {stored:true} = 2',
    ])
  })
})

describe('guards that change no request', () => {
  it.each([
    ['delay', 'any'],
    ['delay', 'longer-than-pauses'],
    ['expiry', 'after-write'],
    ['expiry', 'none'],
  ])('%s: %s', (name, value) => {
    expect(story(late({ [name]: value }))).toEqual(story(late({})))
  })
})

describe('guards together', () => {
  it('give the last word on fills to the lease, and on writers’ stores to compare-and-set', () => {
    const both = late({ lease: 'wait', 'compare-and-set': 'newer', fill: 'set' }, 'write-through')
    expect(story(both).slice(3)).toEqual([
      'T2 cache.compareAndSetNewer x 2 -> {stored:true} = 2',
      'T1 cache.leaseSet x 1 -> {stored:false} = 1',
    ])
  })
})
