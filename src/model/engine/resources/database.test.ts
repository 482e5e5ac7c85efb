import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'
import { run } from '../../testing/story'

describe('select', () => {
  it('returns the committed version and changes nothing', () => {
    expect(asked({ database: 4, cache: 2, lease: 'T2' }, { kind: 'database.select' })).toEqual({
      reply: { version: 4 },
      database: 4,
      cache: 2,
      lease: 'T2',
    })
  })
})

describe('update', () => {
  it('commits the next version, returns it and leaves the cache and its tokens alone', () => {
    expect(asked({ database: 4, lease: 'T2' }, { kind: 'database.update' })).toEqual({
      reply: { version: 5 },
      database: 5,
      cache: null,
      lease: 'T2',
    })
  })

  it('promises the deferred delete in the same step', () => {
    const { steps } = run({ write: 'deferred-invalidate', cache: { x: 1 }, clients: { T1: ['write x'] } }, 'T1')
    expect(steps.map(({ after }) => [after.database, after.cache, after.timers])).toEqual([
      [{ x: 2 }, { x: 1 }, [{ client: 'T1', key: 'x' }]],
    ])
  })
})

describe('put', () => {
  it.each([2, 6])('commits exactly version %i over version 4, be it older or newer', (version) => {
    expect(asked({ database: 4 }, { kind: 'database.put', version })).toEqual({
      reply: {},
      database: version,
      cache: null,
      lease: null,
    })
  })
})
