import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'

const writes = { write: 'change-log', cache: { x: 1 }, clients: { T1: ['write x', 'write x'] } }
const end = (trace: ReturnType<typeof run>) => {
  const { database, cache, replica, log } = trace.steps.at(-1)!.after
  return { database, cache, replica, log }
}

describe('the log of commits', () => {
  it('gets an entry in the step of its commit, and the listener takes it in two steps', () => {
    const trace = run(writes, 'T1 log T1 log log log')
    expect(story(trace)).toEqual([
      'T1 database.update x -> {version:2} = 2',
      'log x 2 to the replica',
      'T1 database.update x -> {version:3} = 3',
      'log x 2 to the cache',
      'log x 3 to the replica',
      'log x 3 to the cache',
    ])
    expect(trace.steps.map(({ after }) => [after.cache['x'], after.log])).toEqual([
      [1, { waiting: [{ key: 'x', version: 2 }], isHalfway: false, taken: [] }],
      [1, { waiting: [{ key: 'x', version: 2 }], isHalfway: true, taken: [] }],
      [
        1,
        {
          waiting: [
            { key: 'x', version: 2 },
            { key: 'x', version: 3 },
          ],
          isHalfway: true,
          taken: [],
        },
      ],
      [2, { waiting: [{ key: 'x', version: 3 }], isHalfway: false, taken: [] }],
      [2, { waiting: [{ key: 'x', version: 3 }], isHalfway: true, taken: [] }],
      [3, { waiting: [], isHalfway: false, taken: [] }],
    ])
    expect([trace.enabled, trace.isQuiet]).toEqual([[], true])
  })

  it('serves the cache first where that is said', () => {
    const trace = run({ ...writes, guards: { 'log-order': 'cache-first' } }, 'T1 log log')
    expect(story(trace).slice(1)).toEqual(['log x 2 to the cache', 'log x 2 to the replica'])
  })

  it('keeps the order of the commits over all keys', () => {
    const trace = run(
      { write: 'change-log', database: { x: 1, y: 1 }, clients: { T1: ['write y'], T2: ['write x'] } },
      'T2 T1 log log log log',
    )
    expect(story(trace).slice(2)).toEqual([
      'log x 2 to the replica',
      'log x 2 to the cache',
      'log y 2 to the replica',
      'log y 2 to the cache',
    ])
  })

  it('is there only where somebody follows it', () => {
    expect(run({ ...writes, write: 'write-around' }, 'T1').steps[0]!.after.log).toBeNull()
    expect(run({ ...writes, write: 'write-around', replica: 'lagging' }, 'T1').steps[0]!.after.log?.waiting).toEqual([
      { key: 'x', version: 2 },
    ])
  })

  it('fills a key that nobody has asked for, and voids the lease of whoever has', () => {
    const trace = run(
      { write: 'change-log', guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['write x'] } },
      'T1 T1 T2 log log T1',
    )
    expect(trace.steps.map(({ after }) => after.lease['x'])).toEqual(['T1', 'T1', 'T1', 'T1', null, null])
    expect(story(trace).at(-1)).toBe('T1 cache.leaseSet x 1 -> {stored:false} = 1')
    expect(end(trace).cache).toEqual({ x: 2 })
  })
})

describe('a set by the listener', () => {
  const sketch = { ...writes, redeliver: 1 }
  const again = 'T1 T1 log log log log redeliver log log'

  it('overwrites a newer version when an entry comes again', () => {
    expect(end(run(sketch, again)).cache).toEqual({ x: 2 })
  })

  it.each(['newer', 'equal'])('is refused then under compare-and-set: %s', (rule) => {
    expect(end(run({ ...sketch, guards: { 'compare-and-set': rule } }, again)).cache).toEqual({ x: 3 })
  })

  it('is refused by an expected version where the one before it is missing', () => {
    const trace = run(
      {
        write: 'change-log',
        database: { x: 2 },
        cache: { x: 1 },
        guards: { 'compare-and-set': 'equal' },
        clients: { T1: ['write x'] },
      },
      'T1 log log',
    )
    expect(end(trace).cache).toEqual({ x: 1 })
  })
})

describe('a redelivery', () => {
  const sketch = { ...writes, redeliver: 2 }
  const commit = (version: number) => ({ key: 'x', version })

  it('begins again from the start of the log, be it in the middle of an entry', () => {
    const trace = run(sketch, 'T1 T1 log log log redeliver')
    expect(trace.steps[4]!.after.log).toEqual({ waiting: [commit(3)], isHalfway: true, taken: [commit(2)] })
    expect(trace.steps[5]!.after.log).toEqual({ waiting: [commit(2), commit(3)], isHalfway: false, taken: [] })
  })

  it('cannot happen before the listener has begun, nor after the last one has been used up', () => {
    expect(run(sketch, 'T1').enabled).toEqual(['T1', 'log'])
    expect(run(sketch, 'T1 log').enabled).toEqual(['T1', 'log', 'redeliver'])
    const trace = run(sketch, 'T1 log redeliver log redeliver log')
    expect([trace.refused, trace.enabled]).toEqual([null, ['T1', 'log']])
  })

  it('is not waited for, and what cannot come again is forgotten', () => {
    expect(run(sketch, 'T1 T1 log log log log').isQuiet).toBe(true)
    const trace = run({ ...writes, redeliver: 1 }, 'T1 log log redeliver log log')
    expect(trace.steps.map(({ after }) => after.log?.taken)).toEqual([[], [], [commit(2)], [], [], []])
  })

  it('changes nothing at a replica, which has applied the commit already', () => {
    const trace = run({ ...sketch, replica: 'lagging' }, 'T1 T1 log log log log redeliver log')
    expect(end(trace).replica).toEqual({ x: 3 })
  })
})
