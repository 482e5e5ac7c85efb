import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const warm: Sketch = { database: { x: 1, y: 1 }, cache: { x: 1 }, clients: { T1: ['read y', 'read x'] } }

describe.each(['evict', 'expire'] as const)('%s', (fault) => {
  it('applies to present keys alone', () => {
    expect(run({ ...warm, [fault]: 2 }, '').enabled).toEqual(['T1', `${fault}:x`])
  })

  it('removes the entry and uses up a budget that all keys share', () => {
    const trace = run({ ...warm, cache: { x: 1, y: 1 }, [fault]: 1 }, `${fault}:y`)
    expect(story(trace)).toEqual([`${fault} y removes 1`])
    expect([trace.steps[0]!.after.cache, trace.enabled]).toEqual([{ x: 1, y: null }, ['T1']])
  })

  it('with a budget need not happen before a world is quiet', () => {
    const trace = run({ ...warm, clients: { T1: ['write y'] }, [fault]: 1 }, 'T1 T1')
    expect([trace.enabled, trace.isQuiet]).toEqual([[`${fault}:x`], true])
  })
})

describe('expiry without a budget', () => {
  it('happens again and again, and before a world is quiet', () => {
    const trace = run({ ...warm, expire: 'any' }, 'expire:x T1 T1 T1 expire:y T1 T1 T1')
    expect([trace.refused, trace.enabled, trace.isQuiet]).toEqual([null, ['expire:x'], false])
    expect(run({ ...warm, expire: 'any', clients: { T1: ['read x'] } }, 'T1 expire:x').isQuiet).toBe(true)
  })

  it('comes after evictions, which come after crashes, timers and clients, in the order of the keys', () => {
    const all: Sketch = {
      ...warm,
      cache: { y: 1, x: 1 },
      write: 'deferred-invalidate',
      clients: { T1: ['write x', 'any'], T2: ['read y'] },
      ...{ crash: ['T2', 'T1'], evict: 1, expire: 'any' },
    }
    expect(run(all, 'T1').enabled).toEqual([
      ...['T1:read-x', 'T1:write-x', 'T1:read-y', 'T1:write-y', 'T2', 'timer:T1'],
      ...['crash:T1', 'crash:T2', 'evict:x', 'evict:y', 'expire:x', 'expire:y'],
    ])
  })
})

describe('lifetime-of', () => {
  it('lets the entries of its keys expire and no others, which may be evicted all the same', () => {
    const cache = { x: 1, y: 1 }
    const sketch: Sketch = { ...warm, cache, guards: { 'lifetime-of': 'y' }, evict: 1, expire: 1 }
    expect(run(sketch, '').enabled).toEqual(['T1', 'evict:x', 'evict:y', 'expire:y'])
  })
})

describe('crash', () => {
  const crashing = (read: string): Sketch => ({
    ...{ database: { x: 1, y: 1 }, read, crash: ['T1'] },
    clients: { T1: ['read x', 'read y'], T2: ['write x'] },
  })

  it('takes the row in a client’s own memory along under cache-aside', () => {
    const trace = run(crashing('cache-aside'), 'T1 T1 crash:T1')
    expect(story(trace).at(-1)).toBe('crash T1')
    expect(trace.enabled).toEqual(['T2'])
    expect(trace.steps.at(-1)!.after.clients['T1']).toMatchObject({ status: 'crashed', next: null, held: [] })
  })

  it('does not stop the load that the cache runs under read-through; nobody hears its answer', () => {
    const trace = run(crashing('read-through'), 'T1 crash:T1 T1 T1')
    expect(story(trace)).toEqual([
      'T1 cache.get x -> {found:false}',
      'crash T1',
      'T1 database.select x -> {version:1}',
      'T1 cache.set x 1 -> {} = unheard',
    ])
    expect([trace.enabled, trace.steps.at(-1)!.after.cache]).toEqual([['T2'], { x: 1, y: null }])
  })

  it('before the first request leaves nothing behind, under read-through too', () => {
    expect(run(crashing('read-through'), 'crash:T1').enabled).toEqual(['T2'])
  })

  it('stops a writer between its commit and its delete', () => {
    const trace = run({ cache: { x: 1 }, clients: { T1: ['write x'] }, crash: ['T1'] }, 'T1 crash:T1')
    const { database, cache } = trace.steps.at(-1)!.after
    expect([database, cache, trace.enabled, trace.isQuiet]).toEqual([{ x: 2 }, { x: 1 }, [], true])
  })

  it('happens once, to the named clients, and to nobody who has finished', () => {
    expect(run(crashing('cache-aside'), 'crash:T1 crash:T1').refused?.enabled).toEqual(['T2'])
    expect(run({ ...crashing('cache-aside'), cache: { x: 1, y: 1 } }, 'T1 T1').enabled).toEqual(['T2'])
  })

  it('leaves a lease token out, so that others wait for ever', () => {
    const trace = run(
      { read: 'cache-aside', guards: { lease: 'wait' }, crash: ['T1'], clients: { T1: ['read x'], T2: ['read x'] } },
      'T1 crash:T1',
    )
    const { lease, clients } = trace.steps.at(-1)!.after
    expect([lease, clients['T2']!.isBlocked, trace.enabled, trace.isQuiet]).toEqual([{ x: 'T1' }, true, [], true])
  })
})
