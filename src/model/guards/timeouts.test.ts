import { describe, expect, it } from 'vitest'
import { replay } from '../engine/replay'
import { run, story } from '../testing/story'
import { sketched, type Sketch } from '../testing/sketch'

const lease = (timeout: string, clients: Sketch['clients']): Sketch => ({
  guards: { lease: 'wait', 'lease-timeout': timeout },
  clients,
})

describe('lease-timeout', () => {
  const two = { T1: ['read x'], T2: ['read x'] }

  it('ends a token that is out; the next miss gets a new one, and the old one then fails', () => {
    const trace = run(lease('any', two), 'T1 T1 timeout:x T2 T1 T2 T2')
    expect(story(trace)).toEqual([
      'T1 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T1 database.select x -> {version:1}',
      'timeout x of T1 removes nothing',
      'T2 cache.leaseGetOrWait x -> {found:false,token:true}',
      'T1 cache.leaseSet x 1 -> {stored:false} = 1',
      'T2 database.select x -> {version:1}',
      'T2 cache.leaseSet x 1 -> {stored:true} = 1',
    ])
    expect(trace.steps.map(({ after }) => after.lease['x'])).toEqual(['T1', 'T1', null, 'T2', 'T2', 'T2', null])
  })

  it('ends the token of a client that has crashed, so that nobody waits for it any more', () => {
    const sketch: Sketch = { ...lease('any', two), read: 'cache-aside', crash: ['T1'] }
    expect(run(sketch, 'T1 crash:T1').enabled).toEqual(['timeout:x'])
    expect(run(sketch, 'T1 crash:T1 timeout:x').enabled).toEqual(['T2'])
  })

  it('keeps a world from being quiet while a token is out, when there is no budget', () => {
    const gone = (timeout: string) => run({ ...lease(timeout, two), read: 'cache-aside', crash: ['T1'] }, 'T1 crash:T1')
    expect(['any', 'once', 'never'].map((timeout) => [gone(timeout).enabled, gone(timeout).isQuiet])).toEqual([
      [['timeout:x'], false],
      [['timeout:x'], true],
      [[], true],
    ])
  })

  it('has one budget for all keys when it is "once"', () => {
    const keys: Sketch = { ...lease('once', { T1: ['read x'], T2: ['read y'] }), database: { x: 1, y: 1 } }
    expect(run(keys, 'T1 T2').enabled).toEqual(['T1', 'T2', 'timeout:x', 'timeout:y'])
    expect(run(keys, 'T1 T2 timeout:y').enabled).toEqual(['T1', 'T2'])
    expect(run({ ...keys, guards: { lease: 'wait', 'lease-timeout': 'any' } }, 'T1 T2 timeout:y').enabled).toEqual([
      'T1',
      'T2',
      'timeout:x',
    ])
  })
})

const writers: Sketch = {
  write: 'write-through',
  cache: { x: 1 },
  guards: { 'write-lock': 'true' },
  clients: { T1: ['write x'], T2: ['write x'] },
}

describe('write-lock', () => {
  it('makes a second writer wait until the first has given the lock back, without its operation having begun', () => {
    const held = run(writers, 'T1 T1')
    expect([held.enabled, held.steps.at(-1)!.after.lock['x']]).toEqual([['T1'], 'T1'])
    expect(held.steps.at(-1)!.after.clients['T2']).toMatchObject({ status: 'idle', begun: 0, isBlocked: true })
    expect(story(run(writers, 'T1 T1 T1 T1 T2 T2 T2 T2'))).toEqual([
      'T1 lock.take x -> {}',
      'T1 database.update x -> {version:2}',
      'T1 cache.set x 2 -> {}',
      'T1 lock.release x -> {} = 2',
      'T2 lock.take x -> {}',
      'T2 database.update x -> {version:3}',
      'T2 cache.set x 3 -> {}',
      'T2 lock.release x -> {} = 3',
    ])
  })

  it('is one lock a key', () => {
    const apart: Sketch = { ...writers, database: { x: 1, y: 1 }, clients: { T1: ['write x'], T2: ['write y'] } }
    expect(run(apart, 'T1 T2').enabled).toEqual(['T1', 'T2'])
  })

  it('is no business of readers', () => {
    const trace = run({ ...writers, clients: { T1: ['write x'], T2: ['read x'] } }, 'T1 T2')
    expect(story(trace).at(-1)).toBe('T2 cache.get x -> {found:true,version:1} = 1')
  })

  it('stays with a holder that crashes', () => {
    const trace = run({ ...writers, crash: ['T1'] }, 'T1 T1 crash:T1')
    expect([trace.enabled, trace.isQuiet, trace.steps.at(-1)!.after.lock['x']]).toEqual([[], true, 'T1'])
  })

  it('is given back when the database fails the write', () => {
    const trace = replay(sketched({ ...writers, 'database-write-fails': 1 }), 'T1 T1!fail T1 T2'.split(' '))
    expect(story(trace).slice(1)).toEqual([
      'T1 database.update x -> failed',
      'T1 lock.release x -> {} = error',
      'T2 lock.take x -> {}',
    ])
  })

  it('goes with a restart of the cache that keeps it', () => {
    expect(run({ ...writers, 'cache-restart': 1 }, 'T1 restart').enabled).toEqual(['T1', 'T2'])
  })
})

describe('lock-timeout', () => {
  it('lets the next writer in, and the holder, if it was only slow, takes nothing away when it gives its lock back', () => {
    const sketch: Sketch = { ...writers, guards: { 'write-lock': 'true', 'lock-timeout': 'once' } }
    const trace = run(sketch, 'T1 T1 lock-timeout:x T2 T2 T2 T1 T1 T2')
    expect(story(trace).slice(2)).toEqual([
      'lock-timeout x of T1 removes nothing',
      'T2 lock.take x -> {}',
      'T2 database.update x -> {version:3}',
      'T2 cache.set x 3 -> {}',
      'T1 cache.set x 2 -> {}',
      'T1 lock.release x -> {} = 2',
      'T2 lock.release x -> {} = 3',
    ])
    expect(trace.steps.map(({ after }) => after.lock['x'])).toEqual([
      ...['T1', 'T1', null, 'T2', 'T2', 'T2', 'T2', 'T2', null],
    ])
    expect(trace.steps.at(-1)!.after).toMatchObject({ database: { x: 3 }, cache: { x: 2 } })
  })

  it('has words of its own, so that a lease and a lock that run out in one scenario are told apart', () => {
    const both: Sketch = {
      guards: { lease: 'wait', 'lease-timeout': 'any', 'write-lock': 'true', 'lock-timeout': 'any' },
      clients: { T1: ['read x'], T2: ['write x'] },
    }
    expect(run(both, 'T1 T2').enabled).toEqual(['T1', 'T2', 'timeout:x', 'lock-timeout:x'])
  })
})
