import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const periodic: Sketch = {
  ...{ read: 'refresh-ahead', write: 'write-around', cache: { x: 1 } },
  clients: { T1: ['read x', 'read x'], T2: ['write x'] },
}

const last = (sketch: Sketch, schedule: string) => run(sketch, schedule).steps.at(-1)!.after

describe('a periodic refresh', () => {
  it('selects and then stores, without any client', () => {
    expect(story(run(periodic, 'T2 refresh:x T1 refresh:x T1'))).toEqual([
      'T2 database.update x -> {version:2} = 2',
      'refresh database.select x -> {version:2}',
      'T1 cache.get x -> {found:true,version:1} = 1',
      'refresh cache.set x 2 -> {}',
      'T1 cache.get x -> {found:true,version:2} = 2',
    ])
  })

  it('has to come where it would change something, and a round that has begun has to end', () => {
    expect(run(periodic, 'T1 T1 T2').isQuiet).toBe(false)
    expect(run(periodic, 'T1 T1 T2 refresh:x').isQuiet).toBe(false)
    const done = run(periodic, 'T1 T1 T2 refresh:x refresh:x')
    expect([done.isQuiet, done.enabled]).toEqual([true, ['refresh:x']])
  })

  it('may come and need not where it would change nothing, and then waits for something new', () => {
    const before = run(periodic, '')
    expect(before.enabled).toEqual(['T1', 'T2', 'refresh:x'])
    const idle = run(periodic, 'refresh:x refresh:x')
    expect(idle.enabled).toEqual(['T1', 'T2'])
    expect(run(periodic, 'refresh:x refresh:x T2').enabled).toEqual(['T1', 'refresh:x'])
  })

  it('does not come again and again where its store is refused', () => {
    const sketch: Sketch = { ...periodic, write: 'write-behind', guards: { 'compare-and-set': 'newer' } }
    const refused = run(sketch, 'T1 T1 T2 refresh:x refresh:x')
    expect(story(refused).at(-1)).toBe('refresh cache.compareAndSetNewer x 1 -> {stored:false}')
    expect([refused.enabled, refused.isQuiet]).toEqual([['flush:x'], false])
    expect(run(sketch, 'T1 T1 T2 refresh:x refresh:x flush:x').isQuiet).toBe(true)
  })

  it('leaves a key alone that is not cached, which a reader loads as ever', () => {
    const cold: Sketch = { ...periodic, cache: {} }
    expect(run(cold, '').enabled).toEqual(['T1', 'T2'])
    expect(story(run(cold, 'T1 T1 T1'))).toEqual([
      'T1 cache.get x -> {found:false}',
      'T1 database.select x -> {version:1}',
      'T1 cache.set x 1 -> {} = 1',
    ])
  })

  it('puts back what was deleted or evicted while it was under way', () => {
    expect(last({ ...periodic, evict: 1 }, 'refresh:x evict:x refresh:x').cache).toEqual({ x: 1 })
  })

  it('holds what it has selected, so that a long delay outwaits it', () => {
    const sketch: Sketch = { ...periodic, write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' } }
    const held = run(sketch, 'refresh:x T2')
    expect([held.steps[1]!.after.loads, held.enabled]).toMatchObject([
      [{ loader: 'refresh', key: 'x', version: 1, next: { kind: 'cache.set', key: 'x', version: 1 } }],
      ['T1', 'refresh:x'],
    ])
    expect(run(sketch, 'refresh:x T2 refresh:x').enabled).toContain('timer:T2')
  })

  it('reads a replica where selects do', () => {
    const sketch: Sketch = { ...periodic, cache: { x: 1 }, replica: 'lagging' }
    expect(run(sketch, 'T2').enabled).toEqual(['T1', 'refresh:x', 'replica'])
    expect(story(run(sketch, 'T2 replica refresh:x')).at(-1)).toBe('refresh replica.select x -> {version:2}')
    const tooEarly = 'T1 T1 T2 refresh:x refresh:x'
    expect(run(sketch, tooEarly).enabled).toEqual(['replica'])
    const behind = run(sketch, `${tooEarly} replica`)
    expect([behind.enabled, behind.isQuiet]).toEqual([['refresh:x'], false])
  })
})

describe('with soft expiry', () => {
  const soft: Sketch = { ...periodic, guards: { 'soft-expiry': 'true' }, 'soft-expire': 1 }

  it('the next read gets the old version at once and asks for the reload', () => {
    const trace = run(soft, 'T2 soft-expire:x T1 refresh:x refresh:x T1')
    expect(story(trace)).toEqual([
      'T2 database.update x -> {version:2} = 2',
      'soft-expire x',
      'T1 cache.getAndRefresh x -> {found:true,version:1} = 1',
      'refresh database.select x -> {version:2}',
      'refresh cache.set x 2 -> {}',
      'T1 cache.getAndRefresh x -> {found:true,version:2} = 2',
    ])
    expect(trace.steps.map(({ after }) => after.soft!['x'])).toEqual([null, 'expired', 'asked', null, null, null])
  })

  it('nothing is reloaded that no read has asked for, and nobody waits for it', () => {
    const trace = run({ ...soft, clients: { T2: ['write x'] } }, 'T2 soft-expire:x')
    expect([trace.enabled, trace.isQuiet]).toEqual([[], true])
  })

  it('a second read asks for nothing more', () => {
    expect(run(soft, 'soft-expire:x T1 T1').enabled).toEqual(['T2', 'refresh:x'])
    expect(run(soft, 'soft-expire:x T1 T1 refresh:x').steps.at(-1)!.after.soft).toEqual({ x: null })
  })

  it('a store makes the entry fresh, and a delete leaves nothing to reload', () => {
    expect(last({ ...soft, write: 'write-through' }, 'soft-expire:x T1 T2 T2').soft).toEqual({ x: null })
    expect(run({ ...soft, write: 'write-invalidate' }, 'soft-expire:x T1 T2 T2').enabled).toEqual(['T1'])
  })

  it('has no budget with "any": every entry is soft-expired before a world is quiet', () => {
    const endless: Sketch = { ...soft, 'soft-expire': 'any', clients: { T2: ['write x'] } }
    expect(run(endless, 'T2').isQuiet).toBe(false)
    expect(run(endless, 'T2 soft-expire:x').isQuiet).toBe(true)
  })

  it('an expiry, an eviction or a restart takes the mark along', () => {
    const sketch: Sketch = { ...soft, evict: 1, expire: 1, 'cache-restart': 1 }
    for (const word of ['evict:x', 'expire:x', 'restart'])
      expect(last(sketch, `soft-expire:x T1 ${word}`).soft).toEqual({ x: null })
  })
})
