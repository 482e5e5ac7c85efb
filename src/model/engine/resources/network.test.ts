import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const endOf = (sketch: Sketch, schedule: string) => run(sketch, schedule).steps.at(-1)!.after
const through: Sketch = { cache: { x: 1 }, write: 'write-through', 'late-request': 1, clients: { T1: ['write x'] } }

describe('a request that is late', () => {
  it('is under way while its client goes on, and has to arrive before a world is quiet', () => {
    const trace = run(through, 'T1 T1!late')
    expect(trace.steps.at(-1)!.event).toMatchObject({ fault: 'late', reply: {}, ends: true, result: 2 })
    expect(trace.steps.at(-1)!.after).toMatchObject({
      ...{ database: { x: 2 }, cache: { x: 1 } },
      late: [{ client: 'T1', request: { kind: 'cache.set', key: 'x', version: 2 }, isVoid: false }],
    })
    expect([trace.enabled, trace.isQuiet]).toEqual([['late:T1'], false])
    const arrived = run(through, 'T1 T1!late late:T1')
    expect(arrived.steps.at(-1)!.event).toMatchObject({ type: 'late', client: 'T1', key: 'x', reply: {} })
    expect(arrived.steps.at(-1)!.after).toMatchObject({ cache: { x: 2 }, late: [] })
    expect([arrived.enabled, arrived.isQuiet]).toEqual([[], true])
  })

  it('outlives its client and a restart of the cache', () => {
    const sketch: Sketch = {
      ...{ ...through, crash: ['T1'], 'cache-restart': 1 },
      clients: { T1: ['write x', 'write x'] },
    }
    const trace = run(sketch, 'T1 T1!late crash:T1 restart late:T1')
    expect(story(trace).at(-1)).toBe('late T1 cache.set x 2 -> {}')
    expect(trace.steps.at(-1)!.after.cache['x']).toBe(2)
  })

  it('may be overtaken by a later one of the same client, which has the next number', () => {
    const sketch: Sketch = { ...through, 'late-request': 2, clients: { T1: ['write x', 'write y'] } }
    const trace = run(sketch, 'T1 T1!late T1 T1!late')
    expect(trace.enabled).toEqual(['late:T1', 'late:T1-2'])
    const overtaken = run(sketch, 'T1 T1!late T1 T1!late late:T1-2')
    expect(overtaken.steps.at(-1)!.after).toMatchObject({ cache: { x: 1, y: 2 } })
    expect(overtaken.enabled).toEqual(['late:T1'])
  })

  it('leaves the later ones of its client under way when it arrives, and they move up', () => {
    const sketch: Sketch = { ...through, 'late-request': 2, clients: { T1: ['write x', 'write y'] } }
    const trace = run(sketch, 'T1 T1!late T1 T1!late late:T1 late:T1')
    expect(trace.steps.slice(3).map(({ after }) => [after.cache['x'], after.cache['y'], after.late.length])).toEqual([
      [1, null, 2],
      [2, null, 1],
      [2, 2, 0],
    ])
  })

  it('draws on one budget for all clients', () => {
    const sketch: Sketch = { ...through, clients: { T1: ['write x'], T2: ['write x'] } }
    expect(run(sketch, 'T1 T2 T1!late').enabled).toEqual(['T2', 'late:T1'])
  })
})

describe('a condition', () => {
  const late = (guards: Sketch['guards'], schedule: string) =>
    run({ ...through, guards: guards!, clients: { T1: ['write x'], T2: ['write x'] } }, schedule).steps.at(-1)!

  it('travels with a late store, which is refused where a newer version has come', () => {
    const step = late({ 'compare-and-set': 'newer' }, 'T1 T1!late T2 T2 late:T1')
    expect([step.event, step.after.cache['x']]).toEqual([
      expect.objectContaining({ type: 'late', reply: { stored: false } }),
      3,
    ])
    expect(late({}, 'T1 T1!late T2 T2 late:T1').after.cache['x']).toBe(2)
  })

  it('is judged when the store arrives: an expected version may have come by then', () => {
    const guards = { 'compare-and-set': 'equal' }
    expect(late(guards, 'T1 T2 T2!late').after.cache['x']).toBe(1)
    expect(late(guards, 'T1 T2 T2!late T1 late:T2').after.cache['x']).toBe(3)
  })

  it('of a tombstone holds a late fill off', () => {
    const sketch: Sketch = {
      ...{ guards: { tombstone: 'true' }, 'late-request': 1, clients: { T1: ['read x'], T2: ['write x'] } },
    }
    expect(endOf(sketch, 'T1 T1 T1!late T2 T2 late:T1')).toMatchObject({ cache: { x: null }, tombstone: { x: 2 } })
  })
})

describe('a lease token', () => {
  const leased: Sketch = {
    ...{ guards: { lease: 'bypass' }, 'late-request': 1 },
    clients: { T1: ['read x', 'read x'], T2: ['write x'] },
  }

  it('travels with a late fill, which is stored while the token is alive', () => {
    expect(endOf(leased, 'T1 T1 T1!late')).toMatchObject({ lease: { x: 'T1' }, cache: { x: null } })
    expect(endOf(leased, 'T1 T1 T1!late late:T1')).toMatchObject({ lease: { x: null }, cache: { x: 1 } })
  })

  it('that a delete has voided is no good any more', () => {
    expect(endOf(leased, 'T1 T1 T1!late T2 T2 late:T1')).toMatchObject({ cache: { x: null }, late: [] })
  })

  it('is not the new one that the same client has got since', () => {
    const again = 'T1 T1 T1!late T2 T2 T1'
    expect(endOf(leased, again)).toMatchObject({ lease: { x: 'T1' }, late: [{ client: 'T1', isVoid: true }] })
    const trace = run(leased, `${again} late:T1`)
    expect(trace.steps.at(-1)!.event).toMatchObject({ type: 'late', reply: { stored: false } })
    expect(trace.steps.at(-1)!.after).toMatchObject({ lease: { x: 'T1' }, cache: { x: null } })
    expect(endOf(leased, `${again} T1 T1 late:T1`).cache['x']).toBe(2)
  })
})

describe('a long delay', () => {
  it('outwaits readers that hold an old row, not a fill that is under way', () => {
    const sketch: Sketch = {
      ...{ write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' }, 'late-request': 1 },
      clients: { T1: ['read x'], T2: ['write x'] },
    }
    expect(run(sketch, 'T1 T1 T2').enabled).toEqual(['T1', 'T1!late'])
    expect(endOf(sketch, 'T1 T1 T2 T1!late timer:T2 late:T1')).toMatchObject({ database: { x: 2 }, cache: { x: 1 } })
  })
})
