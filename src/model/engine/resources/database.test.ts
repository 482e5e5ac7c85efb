import { describe, expect, it } from 'vitest'
import { asked } from '../../testing/atom'
import { run } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

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

describe('update if unchanged', () => {
  it.each([
    [2, { stored: false }, 3],
    [3, { version: 4 }, 4],
    [4, { stored: false }, 3],
  ])('of a row that was read with version %i answers %o over version 3', (expected, reply, database) => {
    expect(asked({ database: 3 }, { kind: 'database.updateIfUnchanged', expected })).toEqual({
      reply,
      database,
      cache: null,
      lease: null,
    })
  })
})

describe('a commit of two rows', () => {
  it('shows both at once, and tells each row its own version', () => {
    const both: Sketch = { database: { x: 1, y: 4 }, write: 'write-around', clients: { T1: ['transfer x y'] } }
    const [step, ...others] = run(both, 'T1').steps
    expect(step!.event).toMatchObject({ request: { kind: 'database.commitTogether' }, reply: { codes: [2, 5] } })
    expect([step!.before.database, step!.after.database, others]).toEqual([{ x: 1, y: 4 }, { x: 2, y: 5 }, []])
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
