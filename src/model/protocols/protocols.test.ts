import { describe, expect, it } from 'vitest'
import { run, story } from '../testing/story'

describe.each(['read-through', 'cache-aside'])('%s, alone', (read) => {
  it('misses, selects, fills, and hits from then on', () => {
    expect(story(run({ read, clients: { T1: ['read x', 'read x'] } }, 'T1 T1 T1 T1'))).toEqual([
      'T1 cache.get x -> {found:false}',
      'T1 database.select x -> {version:1}',
      'T1 cache.set x 1 -> {} = 1',
      'T1 cache.get x -> {found:true,version:1} = 1',
    ])
  })

  it('returns what is cached without asking the database', () => {
    expect(story(run({ read, cache: { x: 1 }, database: { x: 2 }, clients: { T1: ['read x'] } }, 'T1'))).toEqual([
      'T1 cache.get x -> {found:true,version:1} = 1',
    ])
  })
})

describe('a reader of one place alone', () => {
  const read = (pattern: string, cache: Readonly<Record<string, number>>) =>
    story(run({ read: pattern, database: { x: 3 }, cache, clients: { T1: ['read x'] } }, 'T1'))

  it('returns what is cached, or nothing, under cache-only', () => {
    expect(read('cache-only', { x: 2 })).toEqual(['T1 cache.get x -> {found:true,version:2} = 2'])
    expect(read('cache-only', {})).toEqual(['T1 cache.get x -> {found:false} = unheard'])
  })

  it('returns the row under database-only, whatever is cached', () => {
    for (const cache of [{}, { x: 2 }])
      expect(read('database-only', cache)).toEqual(['T1 database.select x -> {version:3} = 3'])
  })
})

describe('who runs a reader’s program', () => {
  const runners = (read: string) =>
    run({ read, clients: { T1: ['read x'] } }, 'T1 T1 T1').steps.map(({ event }) =>
      event.type === 'request' ? event.runner : event.type,
    )

  it('is the client under cache-aside, and the cache after the first request under read-through', () => {
    expect(runners('cache-aside')).toEqual(['client', 'client', 'client'])
    expect(runners('read-through')).toEqual(['client', 'cache', 'cache'])
  })
})

describe('each write pattern, alone on a cached key', () => {
  it.each([
    [
      'write-through',
      'T1 T1',
      ['T1 database.update x -> {version:2}', 'T1 cache.set x 2 -> {} = 2'],
      { database: { x: 2 }, cache: { x: 2 } },
    ],
    [
      'write-through-cache-first',
      'T1 T1',
      ['T1 cache.setNext x -> {version:2}', 'T1 database.put x 2 -> {} = 2'],
      { database: { x: 2 }, cache: { x: 2 } },
    ],
    ['write-around', 'T1', ['T1 database.update x -> {version:2} = 2'], { database: { x: 2 }, cache: { x: 1 } }],
    [
      'write-invalidate',
      'T1 T1',
      ['T1 database.update x -> {version:2}', 'T1 cache.delete x -> {} = 2'],
      { database: { x: 2 }, cache: { x: null } },
    ],
    [
      'write-behind',
      'T1 flush:x',
      ['T1 queue.setAndEnqueue x -> {version:2} = 2', 'flush x commits 2'],
      { database: { x: 2 }, cache: { x: 2 } },
    ],
    [
      'delete-then-write',
      'T1 T1',
      ['T1 cache.delete x -> {}', 'T1 database.update x -> {version:2} = 2'],
      { database: { x: 2 }, cache: { x: null } },
    ],
    [
      'double-delete',
      'T1 T1 timer:T1',
      ['T1 cache.delete x -> {}', 'T1 database.update x delete -> {version:2} = 2', 'timer x of T1 removes nothing'],
      { database: { x: 2 }, cache: { x: null } },
    ],
    [
      'deferred-invalidate',
      'T1 timer:T1',
      ['T1 database.update x delete -> {version:2} = 2', 'timer x of T1 removes 1'],
      { database: { x: 2 }, cache: { x: null } },
    ],
    [
      'change-log',
      'T1 log log',
      ['T1 database.update x -> {version:2} = 2', 'log x 2 to the replica', 'log x 2 to the cache'],
      { database: { x: 2 }, cache: { x: 2 } },
    ],
  ])('%s', (write, schedule, lines, end) => {
    const trace = run({ write, cache: { x: 1 }, clients: { T1: ['write x'] } }, schedule)
    expect(story(trace)).toEqual(lines)
    expect(trace.steps.at(-1)!.after).toMatchObject(end)
    expect([trace.enabled, trace.isQuiet]).toEqual([[], true])
  })
})

describe('the two orders of write-through', () => {
  it('leave the cache behind the database in between, or ahead of it', () => {
    const between = (write: string) => {
      const { database, cache } = run({ write, cache: { x: 1 }, clients: { T1: ['write x'] } }, 'T1').steps[0]!.after
      return [database['x'], cache['x']]
    }
    expect(between('write-through')).toEqual([2, 1])
    expect(between('write-through-cache-first')).toEqual([1, 2])
  })

  it('count on from the newest version that is anywhere at the start', () => {
    const counted = (database: number, cache: number) =>
      story(
        run(
          {
            write: 'write-through-cache-first',
            database: { x: database },
            cache: { x: cache },
            clients: { T1: ['write x'] },
          },
          'T1',
        ),
      )
    expect(counted(4, 2)).toEqual(['T1 cache.setNext x -> {version:5}'])
    expect(counted(2, 4)).toEqual(['T1 cache.setNext x -> {version:5}'])
  })

  it('let an older commit land on a newer one when the cache comes first', () => {
    const trace = run(
      { write: 'write-through-cache-first', clients: { T1: ['write x'], T2: ['write x'] } },
      'T1 T2 T2 T1',
    )
    expect(story(trace)).toEqual([
      'T1 cache.setNext x -> {version:2}',
      'T2 cache.setNext x -> {version:3}',
      'T2 database.put x 3 -> {} = 3',
      'T1 database.put x 2 -> {} = 2',
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 2 }, cache: { x: 3 } })
  })
})
