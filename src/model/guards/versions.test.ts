import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'
import type { Sketch } from '../testing/sketch'

const numbered = (guards: Readonly<Record<string, string>>, more: Partial<Sketch> = {}): Sketch => ({
  write: 'write-through',
  cache: { x: 1 },
  guards: { versions: 'separate-sequence', ...guards },
  clients: { T1: ['write x'], T2: ['write x'] },
  ...more,
})

describe('versions: separate-sequence', () => {
  it('lets a row end with the lower number, and the higher one stay in the cache', () => {
    const trace = run(numbered({ 'compare-and-set': 'newer' }), 'T1 T2 T2 T2 T1 T1')
    expect(story(trace)).toEqual([
      'T1 database.nextval x -> {version:2}',
      'T2 database.nextval x -> {version:3}',
      'T2 database.put x 3 -> {}',
      'T2 cache.compareAndSetNewer x 3 -> {stored:true} = 3',
      'T1 database.put x 2 -> {}',
      'T1 cache.compareAndSetNewer x 2 -> {stored:false} = 2',
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 2 }, cache: { x: 3 } })
  })

  it('burns the number of a writer that crashes before its commit', () => {
    expect(story(run(numbered({}, { crash: ['T1'] }), 'T1 crash:T1 T2')).at(-1)).toBe(
      'T2 database.nextval x -> {version:3}',
    )
  })

  it('sets the timer of a deferred delete with the commit, not with the number', () => {
    const trace = run(numbered({}, { write: 'deferred-invalidate' }), 'T1 T1 timer:T1')
    expect(story(trace)).toEqual([
      'T1 database.nextval x -> {version:2}',
      'T1 database.put x 2 delete -> {} = 2',
      'timer x of T1 removes 1',
    ])
  })

  it('tells a tombstone the number that was committed', () => {
    const trace = run(numbered({ tombstone: 'true' }, { write: 'write-invalidate' }), 'T1 T1 T1')
    expect(trace.steps.at(-1)!.after).toMatchObject({ cache: { x: null }, tombstone: { x: 2 } })
  })
})

describe('versions: returning', () => {
  it('is what an update does anyway', () => {
    const returned = (guards: Readonly<Record<string, string>>) => story(run(numbered(guards), 'T1 T1'))
    expect(returned({ versions: 'returning' })).toEqual([
      'T1 database.update x -> {version:2}',
      'T1 cache.set x 2 -> {} = 2',
    ])
  })
})
