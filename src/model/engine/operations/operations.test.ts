/** What clients can do besides reading and writing, step by step. Schedules that servers have answered too are named. */
import { describe, expect, it } from 'vitest'
import { worldAt } from '../trace'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const last = (sketch: Sketch, schedule: string) => {
  const trace = run(sketch, schedule)
  return worldAt(trace, trace.steps.length)
}

describe('an increment', () => {
  const both = { T1: ['increment x'], T2: ['increment x'] }
  const cached: Sketch = { write: 'write-through', read: 'cache-aside', cache: { x: 1 }, clients: both }

  it('reads as its client reads and writes one more, so that two of them may count once (rmw-lost-update)', () => {
    const schedule = 'T1 T2 T1 T1 T2 T2'
    expect(story(run(cached, schedule))).toEqual([
      'T1 cache.get x -> {found:true,version:1}',
      'T2 cache.get x -> {found:true,version:1}',
      'T1 database.update x -> {version:2}',
      'T1 cache.set x 2 -> {} = 2',
      'T2 database.update x -> {version:3}',
      'T2 cache.set x 3 -> {} = 3',
    ])
    expect(last(cached, schedule)).toMatchObject({
      database: { x: 3 },
      cache: { x: 3 },
      counts: { x: { database: 2, cache: 2, queue: null } },
    })
  })

  it('counts each where it is made in place, which asks nothing before the commit', () => {
    const sketch = { ...cached, guards: { increments: 'in-place' } }
    expect(story(run(sketch, 'T1 T2 T2 T1'))).toEqual([
      'T1 database.update x -> {version:2}',
      'T2 database.update x -> {version:3}',
      'T2 cache.set x 3 -> {} = 3',
      'T1 cache.set x 2 -> {} = 2',
    ])
    expect(last(sketch, 'T1 T2 T2 T1').counts).toEqual({ x: { database: 3, cache: 2, queue: null } })
  })

  it('is refused with an error where the database compares, and commits nothing then', () => {
    const sketch = { ...cached, guards: { increments: 'compare-and-set' } }
    const trace = run(sketch, 'T1 T2 T1 T2')
    expect(story(trace).slice(2)).toEqual([
      'T1 database.updateIfUnchanged x expects 1 -> {version:2}',
      'T2 database.updateIfUnchanged x expects 1 -> {stored:false} = error',
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 2 }, clients: { T2: { status: 'done' } } })
  })

  it('adds to nothing where its read finds nothing', () => {
    const trace = run({ ...cached, read: 'cache-only', cache: {}, clients: { T1: ['increment x'] } }, 'T1')
    expect(story(trace)).toEqual(['T1 cache.get x -> {found:false} = unheard'])
    expect(trace.steps[0]!.event).toMatchObject({ ends: true, fails: false, result: null })
  })

  it('makes the first version of a row that is not there', () => {
    const sketch: Sketch = { ...cached, cache: {}, database: { x: 0 }, clients: { T1: ['increment x'] } }
    expect(last(sketch, 'T1 T1 T1 T1')).toMatchObject({ database: { x: 1 }, counts: { x: { database: 1 } } })
  })

  it('leaves a load that the cache has begun to the cache when its client dies, and commits nothing', () => {
    const sketch: Sketch = { ...cached, read: 'read-through', cache: {}, crash: ['T1'] }
    const trace = run(sketch, 'T1 crash:T1 T1 T1')
    expect(story(trace).slice(1)).toEqual(['crash T1', 'T1 database.select x -> {version:1}', 'T1 cache.set x 1 -> {}'])
    expect([trace.enabled, trace.steps.at(-1)!.after.database]).toEqual([['T2'], { x: 1 }])
  })

  it('takes its lock before it reads, so that nobody reads between its read and its write', () => {
    const trace = run({ ...cached, guards: { 'write-lock': 'true' } }, 'T1 T1')
    expect([story(trace), trace.enabled]).toEqual([
      ['T1 lock.take x -> {}', 'T1 cache.get x -> {found:true,version:1}'],
      ['T1'],
    ])
  })

  it('adds in the queue of write-behind to what waits there, not to what the database has', () => {
    const sketch: Sketch = { ...cached, write: 'write-behind', guards: { increments: 'in-place' } }
    expect(last(sketch, 'T1 T2 flush:x').counts).toEqual({ x: { database: 3, cache: 3, queue: null } })
    const lost: Sketch = { ...cached, write: 'write-behind' }
    expect(last(lost, 'T1 T2 T1 T2 flush:x').counts).toEqual({ x: { database: 2, cache: 2, queue: null } })
  })
})

describe('a read that bypasses the cache', () => {
  const writer: Sketch = { cache: { x: 1 }, clients: { T1: ['write x'], T3: ['bypass x', 'read x'] } }

  it('sees a commit that the next read of the cache does not see yet (wi-bypass-reader)', () => {
    expect(story(run({ ...writer, write: 'write-invalidate' }, 'T1 T3 T3 T1'))).toEqual([
      'T1 database.update x -> {version:2}',
      'T3 database.select x -> {version:2} = 2',
      'T3 cache.get x -> {found:true,version:1} = 1',
      'T1 cache.delete x -> {} = 2',
    ])
  })

  it('does so too where the higher version wins (wt-cas-window)', () => {
    const sketch: Sketch = { ...writer, write: 'write-through', guards: { 'compare-and-set': 'newer' } }
    expect(story(run(sketch, 'T1 T3 T3 T1')).slice(1)).toEqual([
      'T3 database.select x -> {version:2} = 2',
      'T3 cache.get x -> {found:true,version:1} = 1',
      'T1 cache.compareAndSetNewer x 2 -> {stored:true} = 2',
    ])
  })
})

describe('a transfer', () => {
  const sketch: Sketch = {
    ...{ write: 'write-through', read: 'cache-aside', database: { x: 1, y: 4 }, cache: { x: 1, y: 4 } },
    clients: { T1: ['transfer x y'], T2: ['read y', 'read x'] },
  }

  it('commits both rows at once and stores them one after the other, so that a reader sees one half (wt-crash-two-keys)', () => {
    const trace = run(sketch, 'T1 T1 T2 T2 T1')
    expect(story(trace)).toEqual([
      'T1 database.commitTogether x -> {codes:[2,5]}',
      'T1 cache.set x 2 -> {}',
      'T2 cache.get y -> {found:true,version:4} = 4',
      'T2 cache.get x -> {found:true,version:2} = 2',
      'T1 cache.set y 5 -> {} = 27',
    ])
    expect(trace.steps[0]!.after.database).toEqual({ x: 2, y: 5 })
    expect(trace.steps.map(({ event }) => event.type === 'request' && event.key)).toEqual(['x', 'x', 'y', 'x', 'y'])
  })

  it('does for both rows what the pattern does before the commit, then commits, then does the rest for both', () => {
    const kinds = (write: string, schedule: string) =>
      run({ ...sketch, write }, schedule).steps.map(({ event }) =>
        event.type === 'request' ? `${event.request.kind} ${event.key}` : event.type,
      )
    expect(kinds('double-delete', 'T1 T1 T1 timer:T1 timer:T1')).toEqual([
      ...['cache.delete x', 'cache.delete y', 'database.commitTogether x', 'timer', 'timer'],
    ])
    expect(kinds('write-through-cache-first', 'T1 T1 T1')).toEqual([
      ...['cache.setNext x', 'cache.setNext y', 'database.commitTogether x'],
    ])
  })

  it('fails as a whole', () => {
    const trace = run({ ...sketch, 'database-write-fails': 1 }, 'T1!fail')
    expect(trace.steps[0]!.event).toMatchObject({ ends: true, fails: true, result: null })
    expect(trace.steps[0]!.after.database).toEqual({ x: 1, y: 4 })
  })

  it('that has failed lets the write of each row clean up what it did before', () => {
    const undone: Sketch = { ...sketch, write: 'write-through-cache-first', guards: { undo: 'true' } }
    const trace = run({ ...undone, 'database-write-fails': 1 }, 'T1 T1 T1!fail T1 T1')
    expect(story(trace).slice(2)).toEqual([
      'T1 database.commitTogether x 2 -> failed',
      'T1 cache.delete x -> {}',
      'T1 cache.delete y -> {} = error',
    ])
    expect(trace.steps[4]!.after).toMatchObject({ database: { x: 1, y: 4 }, cache: { x: null, y: null } })
  })

  it('locks both rows, and two of them may wait for each other for ever', () => {
    const crossed = {
      ...sketch,
      clients: { T1: ['transfer x y'], T2: ['transfer y x'] },
      guards: { 'write-lock': 'true' },
    }
    expect(run(crossed, 'T1 T2').enabled).toEqual([])
  })
})

describe('a value that is composed of two rows', () => {
  const sketch: Sketch = {
    ...{ composed: { card: ['x', 'y'] as const }, write: 'write-invalidate', read: 'cache-aside' },
    clients: { T1: ['read card'], T2: ['transfer x y'] },
  }

  it('is loaded row by row, so that a commit in between tears it', () => {
    const trace = run(sketch, 'T1 T1 T2 T1 T1')
    expect(story(trace)).toEqual([
      'T1 cache.get card -> {found:false}',
      'T1 database.select x -> {version:1}',
      'T2 database.commitTogether x -> {codes:[2,2]}',
      'T1 database.select y -> {version:2}',
      'T1 cache.set card 5 -> {} = 5',
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ cache: { card: 5 }, database: { x: 2, y: 2, card: 8 } })
  })

  it('is held from its first select to its fill, so that a long delay outwaits both rows', () => {
    const delayed: Sketch = {
      ...sketch,
      ...{ write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses', invalidate: 'composed' } },
      clients: { T1: ['read card'], T2: ['write x'] },
    }
    expect(run(delayed, 'T1 T1 T1 T2').enabled).toEqual(['T1'])
    expect(story(run(delayed, 'T1 T1 T1 T2 T1 timer:T2')).at(-1)).toBe('timer x of T2 removes nothing')
    expect(last(delayed, 'T1 T1 T1 T2 T1 timer:T2').cache).toEqual({ x: null, y: null, card: null })
  })

  it('goes with a row that is written only where the writer deletes it too', () => {
    const writer: Sketch = { ...sketch, cache: { card: 3 }, clients: { T2: ['write x'] } }
    expect(last(writer, 'T2 T2').cache['card']).toBe(3)
    expect(last({ ...writer, guards: { invalidate: 'composed' } }, 'T2 T2 T2').cache['card']).toBeNull()
    const second: Sketch = { ...writer, guards: { invalidate: 'composed' }, clients: { T2: ['write y'] } }
    expect(last(second, 'T2 T2 T2').cache['card']).toBeNull()
    expect(last({ ...writer, guards: { invalidate: 'table' } }, 'T2 T2').cache['card']).toBeNull()
  })
})

describe('a row that is not there', () => {
  const sketch: Sketch = { database: { x: 0 }, read: 'cache-aside', clients: { T1: ['read x'], T2: ['write x'] } }

  it('is read as nothing, which fills nothing', () => {
    expect(story(run(sketch, 'T1 T1'))).toEqual([
      'T1 cache.get x -> {found:false}',
      'T1 database.select x -> {version:0} = 0',
    ])
  })

  it('is remembered under the guard, until it is written and deleted from the cache', () => {
    const guarded = { ...sketch, guards: { 'cache-absent': 'true' } }
    const trace = run(guarded, 'T1 T1 T1 T2 T2')
    expect(story(trace).slice(2)).toEqual([
      'T1 cache.set x 0 -> {} = 0',
      'T2 database.update x -> {version:1}',
      'T2 cache.delete x -> {} = 1',
    ])
    expect(trace.steps.slice(2).map(({ after }) => after.cache['x'])).toEqual([0, 0, null])
  })

  it('is handed out to the next reader, who does not ask the database again', () => {
    const readers = { ...sketch, clients: { T1: ['read x', 'read x'] }, guards: { 'cache-absent': 'true' } }
    expect(story(run(readers, 'T1 T1 T1 T1')).slice(2)).toEqual([
      'T1 cache.set x 0 -> {} = 0',
      'T1 cache.getOrAbsence x -> {found:true,version:0} = 0',
    ])
  })

  it('keeps a token out that nobody uses, unless the guard stores that there is nothing', () => {
    const waiting = { ...sketch, clients: { T1: ['read x'], T2: ['read x'] }, guards: { lease: 'wait' } }
    expect(run(waiting, 'T1 T1').enabled).toEqual([])
    const stored = { ...waiting, guards: { lease: 'wait', 'cache-absent': 'true' } }
    expect(story(run(stored, 'T1 T1 T1 T2')).slice(2)).toEqual([
      'T1 cache.leaseSet x 0 -> {stored:true} = 0',
      'T2 cache.leaseGetOrWait x -> {found:true,version:0} = 0',
    ])
  })
})
