import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const remote: Sketch = {
  read: 'cache-aside',
  cache: { x: 1 },
  guards: { regions: '2', 'remote-marker': 'true' },
  clients: { T1: ['write x', 'read x'] },
}

describe('a second region', () => {
  it('reads its own replica and writes to the master', () => {
    const trace = run({ ...remote, guards: { regions: '2' } }, 'T1 T1 T1 T1 T1')
    expect(story(trace)).toEqual([
      'T1 database.update x -> {version:2}',
      'T1 cache.delete x -> {} = 2',
      'T1 cache.get x -> {found:false}',
      'T1 replica.select x -> {version:1}',
      'T1 cache.set x 1 -> {} = 1',
    ])
  })
})

describe('a remote marker', () => {
  it('is left before the commit, sends the next miss to the master, and goes when the commit arrives', () => {
    const trace = run(remote, 'T1 T1 T1 T1 T1 T1 replica T1')
    expect(story(trace)).toEqual([
      'T1 cache.setMarker x -> {}',
      'T1 database.update x -> {version:2}',
      'T1 cache.delete x -> {} = 2',
      'T1 cache.get x -> {found:false}',
      'T1 cache.getMarker x -> {marked:true}',
      'T1 database.select x -> {version:2}',
      'replica x 2 to the replica',
      'T1 cache.set x 2 -> {} = 2',
    ])
    expect(trace.steps.map(({ after }) => after.marker['x'])).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
  })

  it('that is not there sends a miss to the replica', () => {
    expect(story(run({ ...remote, cache: {}, clients: { T1: ['read x'] } }, 'T1 T1 T1 T1'))).toEqual([
      'T1 cache.get x -> {found:false}',
      'T1 cache.getMarker x -> {marked:false}',
      'T1 replica.select x -> {version:1}',
      'T1 cache.set x 1 -> {} = 1',
    ])
  })

  it('does not count writers: the first commit that arrives takes it away', () => {
    const trace = run({ ...remote, clients: { T1: ['write x'], T2: ['write x'] } }, 'T1 T1 T2 T2 replica')
    expect(trace.steps.at(-1)!.after).toMatchObject({ marker: { x: false }, replica: { x: 2 }, database: { x: 3 } })
  })

  it('is left as it is by a second writer', () => {
    const trace = run({ ...remote, clients: { T1: ['write x'], T2: ['write x'] } }, 'T1 T2')
    expect(trace.steps.map(({ after }) => after.marker)).toEqual([{ x: true }, { x: true }])
  })

  it('stays where its writer dies before the commit', () => {
    const trace = run({ ...remote, crash: ['T1'] }, 'T1 crash:T1')
    expect([trace.steps.at(-1)!.after.marker, trace.enabled]).toEqual([{ x: true }, []])
  })

  it('is left before a put as well, and under change-log the listener takes it away with the replica’s step', () => {
    const put = run({ ...remote, write: 'write-through-cache-first' }, 'T1 T1 T1')
    expect(story(put)).toEqual([
      'T1 cache.setNext x -> {version:2}',
      'T1 cache.setMarker x -> {}',
      'T1 database.put x 2 -> {} = 2',
    ])
    const log = run({ ...remote, write: 'change-log' }, 'T1 T1 log log')
    expect(log.steps.map(({ after }) => [after.marker['x'], after.replica['x'], after.cache['x']])).toEqual([
      [true, 1, 1],
      [true, 1, 1],
      [false, 2, 1],
      [false, 2, 2],
    ])
  })

  it('is evicted after the entry beside it, and leaves the lease of whoever misses alone', () => {
    const leased = { ...remote, guards: { ...remote.guards, lease: 'wait' }, evict: 2 }
    const trace = run({ ...leased, clients: { T1: ['write x'], T2: ['read x'] } }, 'T1 evict:x T2 evict:x')
    expect(trace.steps.map(({ after }) => [after.cache['x'], after.marker['x'], after.lease['x']])).toEqual([
      [1, true, null],
      [null, true, null],
      [null, true, 'T2'],
      [null, false, 'T2'],
    ])
    expect(trace.enabled).toEqual(['T1', 'T2'])
  })

  it('expires like an entry and does not survive a restart', () => {
    const gone = (word: string, faults: Partial<Sketch>) =>
      run({ ...remote, cache: {}, ...faults }, `T1 ${word}`).steps.at(-1)!.after.marker
    expect([gone('expire:x', { expire: 1 }), gone('restart', { 'cache-restart': 1 })]).toEqual([
      { x: false },
      { x: false },
    ])
  })
})
