import { describe, expect, it } from 'vitest'
import type { RequestEvent } from './trace'
import { run, story } from '../testing/story'
import type { Sketch } from '../testing/sketch'

const warm: Sketch = { cache: { x: 1 }, clients: { T1: ['write x'], T2: ['read x'] } }
const endOf = (sketch: Sketch, schedule: string) => run(sketch, schedule).steps.at(-1)!.after
const wordsAfter = (sketch: Sketch, schedule: string) => run(sketch, schedule).enabled.join(' ')

describe('a delete that is lost', () => {
  it('changes nothing, and the client goes on as if it had been answered', () => {
    const trace = run({ ...warm, 'lost-delete': 'true' }, 'T1 T1!lost T2')
    expect(story(trace)).toEqual([
      'T1 database.update x -> {version:2}',
      'T1 cache.delete x -> lost = 2',
      'T2 cache.get x -> {found:true,version:1} = 1',
    ])
    expect(trace.steps[1]!.event).toMatchObject({ fault: 'lost', reply: {}, ends: true, fails: false, result: 2 })
  })

  it('may be the timer’s: it has fired all the same', () => {
    const trace = run({ ...warm, write: 'deferred-invalidate', 'lost-delete': 1 }, 'T1 timer:T1!lost T2')
    expect(story(trace).slice(0, 2)).toEqual([
      'T1 database.update x delete -> {version:2} = 2',
      'timer x of T1 removes nothing, lost',
    ])
    expect([trace.enabled, trace.isQuiet]).toEqual([[], true])
  })

  it('uses up one budget for all clients and timers', () => {
    const sketch: Sketch = { ...warm, write: 'double-delete', 'lost-delete': 1, clients: { T1: ['write x'] } }
    expect(wordsAfter(sketch, '')).toBe('T1 T1!lost')
    expect(wordsAfter(sketch, 'T1!lost T1')).toBe('timer:T1')
    expect(wordsAfter(sketch, 'T1 T1')).toBe('timer:T1 timer:T1!lost')
    expect(wordsAfter({ ...sketch, 'lost-delete': 'true' }, 'T1!lost T1')).toBe('timer:T1 timer:T1!lost')
  })
})

describe('a store that is lost', () => {
  it('is a writer’s or a fill, and a lookup or a counted version never is', () => {
    const lossy: Sketch = { ...warm, 'lost-store': 'true' }
    expect(wordsAfter({ ...lossy, write: 'write-through' }, 'T1')).toBe('T1 T1!lost T2')
    expect(wordsAfter({ ...lossy, cache: {} }, 'T2 T2')).toBe('T1 T2 T2!lost')
    expect(wordsAfter({ ...lossy, write: 'write-through-cache-first' }, '')).toBe('T1 T2')
    expect(wordsAfter({ ...lossy, write: 'write-behind' }, '')).toBe('T1 T2')
  })

  it('is taken for an accepted one, so that a refused fill is not tried again', () => {
    const sketch: Sketch = {
      ...{ 'lost-store': 1, write: 'write-through', clients: { T1: ['write x'], T2: ['read x'] } },
      guards: { 'compare-and-set': 'newer', 'retry-refused-fill': 'true' },
    }
    expect(wordsAfter(sketch, 'T2 T2 T1 T1 T2')).toBe('T2')
    expect(run(sketch, 'T2 T2 T1 T1 T2!lost').steps.at(-1)!.event).toMatchObject({ reply: { stored: true }, result: 1 })
  })

  it('leaves a lease token out, and others wait for it', () => {
    const sketch: Sketch = { guards: { lease: 'wait' }, 'lost-store': 1, clients: { T1: ['read x'], T2: ['read x'] } }
    const trace = run(sketch, 'T1 T1 T1!lost')
    expect([trace.enabled, trace.steps.at(-1)!.after.lease['x']]).toEqual([[], 'T1'])
  })
})

describe('a write that the database refuses', () => {
  it('commits nothing, ends there without an answer, and the client goes on to its next operation', () => {
    const sketch: Sketch = { ...warm, 'database-write-fails': 1, clients: { T1: ['write x', 'write x'] } }
    const trace = run(sketch, 'T1!fail T1 T1')
    expect(story(trace)).toEqual([
      'T1 database.update x -> failed = error',
      'T1 database.update x -> {version:2}',
      'T1 cache.delete x -> {} = 2',
    ])
    expect(trace.steps[0]!.event).toMatchObject({ reply: { failed: true }, ends: true, fails: true, result: null })
    expect(trace.steps[0]!.after).toMatchObject({ database: { x: 1 }, cache: { x: 1 } })
  })

  it('sets no timer', () => {
    const deferred: Sketch = { ...warm, write: 'deferred-invalidate', 'database-write-fails': 1 }
    expect(endOf(deferred, 'T1!fail').timers).toEqual([])
    expect(wordsAfter(deferred, 'T1!fail')).toBe('T2')
  })

  it('is named where the operation is open', () => {
    const sketch: Sketch = { 'database-write-fails': 1, write: 'write-around', clients: { T1: ['any'] } }
    expect(wordsAfter(sketch, '')).toBe('T1:read-x T1:write-x T1:write-x!fail')
    expect(story(run(sketch, 'T1:write-x!fail'))).toEqual(['T1 database.update x -> failed = error'])
  })

  it('leaves in the cache what was put there first, unless the writer undoes it, which is a step of its own', () => {
    const first: Sketch = { ...warm, write: 'write-through-cache-first', 'database-write-fails': 1 }
    expect(endOf(first, 'T1 T1!fail')).toMatchObject({ database: { x: 1 }, cache: { x: 2 } })
    expect(wordsAfter(first, 'T1 T1!fail')).toBe('T2')
    const undone = run({ ...first, guards: { undo: 'true' } }, 'T1 T1!fail T2 T1')
    expect(story(undone)).toEqual([
      'T1 cache.setNext x -> {version:2}',
      'T1 database.put x 2 -> failed',
      'T2 cache.get x -> {found:true,version:2} = 2',
      'T1 cache.delete x -> {} = error',
    ])
    expect(undone.steps.map(({ event }) => (event as RequestEvent).fails)).toEqual([false, false, false, true])
    expect(undone.steps.at(-1)!.after.cache['x']).toBeNull()
  })

  it('lets its writer give the lock back', () => {
    const sketch: Sketch = { ...warm, guards: { 'write-lock': 'true' }, 'database-write-fails': 1 }
    expect(endOf(sketch, 'T1 T1!fail').lock['x']).toBe('T1')
    expect(endOf(sketch, 'T1 T1!fail T1').lock['x']).toBeNull()
  })
})

describe('a write whose answer is lost', () => {
  it('is committed, sets its timer, and its writer takes it for a failure', () => {
    const trace = run({ ...warm, write: 'deferred-invalidate', 'lost-answer': 1 }, 'T1!unheard')
    expect(story(trace)).toEqual(['T1 database.update x delete -> unheard = error'])
    expect(trace.steps[0]!.after).toMatchObject({ database: { x: 2 }, timers: [{ client: 'T1', key: 'x' }] })
  })

  it('is undone in the cache only, by a delete, which does no harm', () => {
    const sketch: Sketch = {
      ...{ ...warm, write: 'write-through-cache-first', 'lost-answer': 1 },
      guards: { undo: 'true' },
    }
    expect(endOf(sketch, 'T1 T1!unheard T1')).toMatchObject({ database: { x: 2 }, cache: { x: null } })
  })
})

describe('a flush', () => {
  const behind: Sketch = { ...warm, write: 'write-behind', 'database-write-fails': 1, 'lost-answer': 1 }
  const flushes = 'flush:x flush:x!fail flush:x!unheard'
  const commits = (sketch: Sketch, schedule: string) =>
    run(sketch, schedule).steps.flatMap(({ event }) => (event.type === 'flush' ? [event.committed] : []))

  it('that fails leaves the entry to the next one', () => {
    const trace = run(behind, 'T1 flush:x!fail')
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 1 }, queue: { x: 2 } })
    expect([trace.enabled.join(' '), trace.isQuiet]).toEqual(['T2 flush:x flush:x!unheard', false])
  })

  it('that is not heard is repeated: the database writes the same version twice, and nothing comes of it', () => {
    expect(wordsAfter(behind, 'T1')).toBe(`T2 ${flushes}`)
    expect(commits(behind, 'T1 flush:x!fail flush:x!unheard flush:x')).toEqual([null, 2, 2])
    expect(endOf(behind, 'T1 flush:x!unheard')).toMatchObject({ database: { x: 2 }, queue: { x: 2 } })
    expect(endOf(behind, 'T1 flush:x!unheard flush:x')).toMatchObject({ database: { x: 2 }, queue: { x: null } })
  })

  it('of three steps is struck only where it writes, and begins anew', () => {
    const inThree: Sketch = { ...behind, guards: { clear: 'compare' } }
    expect(wordsAfter(inThree, 'T1')).toBe('T2 flush:x')
    expect(wordsAfter(inThree, 'T1 flush:x')).toBe(`T2 ${flushes}`)
    expect(endOf(inThree, 'T1 flush:x flush:x!unheard')).toMatchObject({
      ...{ database: { x: 2 }, queue: { x: 2 }, flush: null },
    })
    expect(commits(inThree, 'T1 flush:x flush:x!unheard flush:x flush:x flush:x')).toEqual([null, 2, null, 2, null])
  })
})

describe('the order of steps', () => {
  it('is each choice as it is and then lost, late, failed and unheard; timers come next, then late requests', () => {
    const all = { 'lost-delete': 1, 'lost-store': 1, 'late-request': 2, 'database-write-fails': 1, 'lost-answer': 1 }
    const sketch: Sketch = { ...all, ...warm, clients: { T1: ['write x'], T2: ['write x'] } }
    expect(wordsAfter(sketch, '')).toBe('T1 T1!fail T1!unheard T2 T2!fail T2!unheard')
    expect(wordsAfter(sketch, 'T1 T1!late T2')).toBe('T2 T2!lost T2!late late:T1')
    expect(wordsAfter({ ...sketch, write: 'double-delete' }, 'T1!late T1')).toBe(
      'T2 T2!lost T2!late timer:T1 timer:T1!lost late:T1',
    )
  })
})
