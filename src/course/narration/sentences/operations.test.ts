import { describe, expect, it } from 'vitest'
import { narrate, spoken } from '../narrate'
import { run } from '../../../model/testing/story'
import type { Sketch } from '../../../model/testing/sketch'

const said = (sketch: Sketch, schedule: string, step: number) => narrate(run(sketch, schedule), step)

describe('an increment', () => {
  const both = { T1: ['increment x'], T2: ['increment x'] }
  const cached: Sketch = { write: 'write-through', read: 'cache-aside', cache: { x: 1 }, clients: both }

  it('says from which version it was made, and whose does not count in it', () => {
    expect(said(cached, 'T1 T2 T1 T1 T2', 3).text).toBe(
      'T1 commits version 2 of x. The cache still holds version 1. T1 adds one to version 1, so version 2 counts 2.',
    )
    expect(said(cached, 'T1 T2 T1 T1 T2', 5)).toEqual({
      headline: 'An increment is lost.',
      text: 'T2 commits version 3 of x. The cache still holds version 2. T2 adds one to version 1, so version 3 counts 2. Version 2, which T1 made at step 3, does not count in it.',
      term: 'lost update',
      tone: 'bad',
    })
    expect(said(cached, 'T1 T2 T1 T1 T2', 4).text).toBe(
      'T1 stores version 2 of x in the cache. The increment is acknowledged.',
    )
  })

  it('adds in place to what is there', () => {
    expect(said({ ...cached, guards: { increments: 'in-place' } }, 'T1 T2', 2).text).toBe(
      'T2 commits version 3 of x. The cache still holds version 1. T2 adds one to what is there, so version 3 counts 3.',
    )
  })

  it('is refused for the good of the others where the database compares', () => {
    expect(said({ ...cached, guards: { increments: 'compare-and-set' } }, 'T1 T2 T1 T2', 4)).toEqual({
      headline: null,
      text: "The database refuses T2's increment, because x has version 2, since T1 committed it at step 3, and it was made from version 1. It ends with an error, and nothing is lost.",
      term: 'compare-and-set',
      tone: 'good',
    })
  })

  it('reads like a reader, and stores without returning', () => {
    expect(said({ ...cached, cache: {} }, 'T1 T1 T1', 3).text).toBe('T1 stores version 1 in the cache.')
    expect(said({ ...cached, cache: {}, read: 'cache-only' }, 'T1', 1).text).toBe(
      'T1 asks the cache for x and misses. There is nothing to add one to.',
    )
    const crashed: Sketch = { ...cached, cache: {}, read: 'read-through', crash: ['T1'] }
    expect(said(crashed, 'T1 crash:T1', 2).text).toBe('T1 crashes. The cache goes on with the load that T1 began.')
    expect(said({ ...crashed, cache: { x: 1 } }, 'T1 crash:T1', 2).text).toBe(
      'T1 crashes before it commits a new version of x.',
    )
  })

  it('tells of the queue and of a cache that counts what they hold', () => {
    expect(spoken(said({ ...cached, write: 'write-behind' }, 'T1 T2 T1 T2', 4))).toBe(
      'An increment is lost. T2 stores version 3 of x in the cache and queues it for the database. It takes the place of version 2, which waited there. The increment is acknowledged, and the database still has version 1. T2 adds one to version 1, so version 3 counts 2. Version 2, which T1 made at step 3, does not count in it.',
    )
    expect(said({ ...cached, write: 'write-through-cache-first' }, 'T1 T1 T1', 3).text).toBe(
      'T1 commits version 2 of x. The cache already has it. The increment is acknowledged.',
    )
  })
})

describe('a read that goes round the cache, or finds nothing there', () => {
  it('says so', () => {
    expect(said({ clients: { T1: ['bypass x'] } }, 'T1', 1).text).toBe(
      'T1 reads version 1 from the database and returns it. It leaves the cache alone.',
    )
    expect(said({ read: 'cache-only', clients: { T1: ['read x'] } }, 'T1', 1).text).toBe(
      'T1 asks the cache for x and misses. Its read ends with nothing.',
    )
  })
})

describe('a transfer', () => {
  const sketch: Sketch = {
    ...{ write: 'write-through', read: 'cache-aside', database: { x: 1, y: 4 }, cache: { x: 1, y: 4 } },
    clients: { T1: ['transfer x y'], T2: ['read x', 'read y'] },
  }

  it('commits two versions, and the cache holds the others for a while', () => {
    expect(said(sketch, 'T1', 1)).toMatchObject({
      text: 'T1 commits version 2 of x and version 5 of y in one transaction. The cache still holds version 1 of x and version 4 of y.',
      term: 'stale window',
    })
    expect(said(sketch, 'T1 T1 T2 T2', 4).text).toBe(
      'T2 gets version 4 of y from the cache, although T1 committed version 5 at step 1.',
    )
    expect(said(sketch, 'T1 T1 T1', 3).text).toBe(
      'T1 stores version 5 of y in the cache. The transfer is acknowledged.',
    )
  })

  it('leaves them for good where nothing follows it', () => {
    expect(said({ ...sketch, write: 'write-around' }, 'T1', 1)).toMatchObject({
      headline: 'The cache now disagrees with the database.',
      tone: 'bad',
    })
    expect(said({ ...sketch, write: 'deferred-invalidate' }, 'T1', 1).text).toContain(
      'in one transaction and sets a timer for each that will delete its entry.',
    )
  })

  it('fails as a whole, and stops halfway with its client', () => {
    expect(said({ ...sketch, 'database-write-fails': 1 }, 'T1!fail', 1).text).toBe(
      'The database refuses the transfer of x and y from T1, and nothing is committed. T1 gets an error, and the transfer ends there.',
    )
    expect(said({ ...sketch, crash: ['T1'], write: 'delete-then-write' }, 'T1 T1 crash:T1', 3).text).toBe(
      'T1 crashes before it commits x and y.',
    )
  })
})

describe('a value that is composed of two rows', () => {
  const sketch: Sketch = {
    ...{ composed: { card: ['x', 'y'] as const }, write: 'write-invalidate', read: 'cache-aside', evict: 1 },
    clients: { T1: ['read card', 'read card'], T2: ['transfer x y'] },
  }
  const written: Sketch = { ...sketch, cache: { card: 3 }, clients: { T1: ['read card'], T2: ['write x'] } }

  it('is said by the versions of its rows, and as torn where they never stood together', () => {
    expect(said(sketch, 'T1 T1 T2 T1 T1 T1', 5)).toEqual({
      headline: 'The value shows two rows that never stood together.',
      text: 'T1 stores card in the cache and returns it, with version 1 of x and version 2 of y.',
      term: 'torn value',
      tone: 'bad',
    })
    expect(said(sketch, 'T1 T1 T2 T1 T1 T1', 6)).toMatchObject({
      text: 'T1 gets card from the cache, with version 1 of x and version 2 of y. The two never stood together in the database.',
      tone: 'bad',
    })
    expect(said({ ...sketch, read: 'read-through' }, 'T1 T1 T1 T1', 4).text).toBe(
      'The cache keeps card and returns it to T1, with version 1 of x and version 1 of y.',
    )
  })

  it('is stale from the commit of a row to its own delete', () => {
    expect(said(written, 'T2 T2 T1', 3).text).toBe(
      'T1 gets card from the cache, with version 1 of x and version 1 of y, although T2 committed version 2 of x at step 1.',
    )
    expect(said({ ...written, guards: { invalidate: 'composed' } }, 'T2 T2 T2', 3).text).toBe(
      'T2 deletes card from the cache, because it is made of x. It was stale. The write is acknowledged.',
    )
    expect(said(written, 'T2 evict:card', 2).text).toBe(
      'The cache needs the room and evicts the value card with version 1 of x and version 1 of y. It was older than its rows.',
    )
  })
})

describe('a delete of every entry', () => {
  it('says what was good', () => {
    const sketch: Sketch = {
      ...{ cache: { x: 1, y: 1, z: 1 }, database: { x: 1, y: 1, z: 1 }, guards: { invalidate: 'table' } },
      clients: { T2: ['write x'] },
    }
    expect(said(sketch, 'T2 T2', 2)).toMatchObject({
      text: 'T2 deletes every entry, because the table of x has changed. What was stale is gone: version 1 of x. What was good is gone too: version 1 of y and version 1 of z. The write is acknowledged.',
      term: 'coarse invalidation',
    })
    expect(said({ ...sketch, cache: {} }, 'T2 T2', 2).text).toContain('There is nothing to delete.')
  })
})

describe('a row that is not there', () => {
  const sketch: Sketch = {
    database: { x: 0 },
    read: 'cache-aside',
    clients: { T1: ['read x', 'read x'], T2: ['write x'] },
  }
  const guarded: Sketch = { ...sketch, evict: 1, guards: { 'cache-absent': 'true' } }

  it('is found again and again where nothing is stored', () => {
    expect(said(sketch, 'T1 T1', 2).text).toBe(
      'T1 finds no x in the database and returns nothing. Nothing is stored, so the next read asks the database again.',
    )
  })

  it('is remembered as an entry, which is stale once there is a row', () => {
    const schedule = 'T1 T1 T1 T2 T1 T2'
    expect([3, 4, 5, 6].map((step) => said(guarded, schedule, step).text)).toEqual([
      'T1 stores in the cache that there is no x, and returns nothing.',
      'T2 commits version 1 of x. The cache still says that there is no x.',
      'T1 gets from the cache that there is no x, although T2 committed version 1 at step 4.',
      'T2 deletes x from the cache. That there was no x is forgotten. The write is acknowledged.',
    ])
    expect(said({ ...guarded, write: 'write-around' }, 'T1 T1 T1 T2 evict:x', 4)).toMatchObject({
      headline: 'The cache now disagrees with the database.',
      text: 'T2 committed version 1 of x and left in the cache that there is no x. The write is acknowledged.',
    })
    expect(said(guarded, 'T1 T1 T2 T2 T1', 5)).toMatchObject({
      headline: 'The cache now disagrees with the database.',
      text: 'T1 stores in the cache that there is no x, after T2 had committed version 1 at step 3.',
    })
  })
})
