import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const behind: Sketch = { write: 'write-behind', clients: { T1: ['write x', 'write x'], T2: ['write y'] } }
const last = (sketch: Sketch, schedule: string) => run(sketch, schedule).steps.at(-1)!.after

describe('the queue', () => {
  it('keeps the newest version of a key alone, so that two writes become one commit', () => {
    expect(story(run(behind, 'T1 T1 flush:x'))).toEqual([
      'T1 queue.setAndEnqueue x -> {version:2} = 2',
      'T1 queue.setAndEnqueue x -> {version:3} = 3',
      'flush x commits 3',
    ])
    expect(last(behind, 'T1 T1').queue).toEqual({ x: 3, y: null })
  })

  it('is flushed key by key, and must be before a world is quiet', () => {
    const trace = run(behind, 'T1 T1 T2')
    expect([trace.enabled, trace.isQuiet]).toEqual([['flush:x', 'flush:y'], false])
    expect(run(behind, 'T1 T1 T2 flush:y flush:x').isQuiet).toBe(true)
  })

  it('takes three steps to flush under "clear", one key at a time', () => {
    const sketch: Sketch = { ...behind, guards: { clear: 'compare' } }
    expect(story(run(sketch, 'T1 flush:x flush:x flush:x')).slice(1)).toEqual([
      'flush x commits nothing',
      'flush x commits 2',
      'flush x commits nothing',
    ])
    expect(run(sketch, 'T1 T2 flush:x').enabled).toEqual(['T1', 'flush:x'])
  })

  it('loses the newer write to a plain clear, and keeps it under a comparing one', () => {
    const left = (clear: string) => last({ ...behind, guards: { clear } }, 'T1 flush:x T1 flush:x flush:x').queue['x']
    expect([left('plain'), left('compare')]).toEqual([null, 3])
  })
})

describe('coalesce: none', () => {
  const each: Sketch = { ...behind, guards: { coalesce: 'none' } }

  it('gives every update a place of its own, which grows with each', () => {
    const trace = run(each, 'T1 T1 T2')
    expect(trace.steps.map(({ after }) => after.backlog!.total)).toEqual([1, 2, 3])
    expect(last(each, 'T1 T1 T2').backlog).toEqual({ updates: { x: 2, y: 1 }, total: 3, batch: null, synced: null })
  })

  it('writes the updates of a key one by one, in their order', () => {
    expect(story(run(each, 'T1 T1 flush:x flush:x')).slice(2)).toEqual(['flush x commits 2', 'flush x commits 3'])
  })

  it('leaves what came during a flush of three steps for the next one', () => {
    const sketch = { ...each, guards: { coalesce: 'none', clear: 'compare' } }
    expect(last(sketch, 'T1 flush:x T1 flush:x flush:x').backlog!.updates).toEqual({ x: 1, y: 0 })
  })
})

describe('flush-every', () => {
  const batches: Sketch = {
    ...{ write: 'write-behind', guards: { 'flush-every': '2' } },
    clients: { T1: ['write x', 'write x', 'write x'], T2: ['read x'] },
  }

  it('begins with a complete batch, for which the next update has to wait', () => {
    expect(run(batches, 'T1').enabled).toEqual(['T1', 'T2'])
    const full = run(batches, 'T1 T1')
    expect([full.enabled, full.steps[1]!.after.clients['T1']!.isBlocked]).toEqual([['T2', 'flush:x'], true])
    expect(run(batches, 'T1 T1 flush:x').enabled).toEqual(['T1', 'T2'])
  })

  it('takes what is left once no write is to come, although a reader is still at work', () => {
    expect(run(batches, 'T1 T1 flush:x T1').enabled).toEqual(['T2', 'flush:x'])
    expect(last(batches, 'T1 T1 flush:x T1').backlog).toEqual({
      ...{ updates: { x: 1 }, total: 1, batch: 1, synced: null },
    })
  })

  it('goes on until nothing of the batch waits, key by key', () => {
    const sketch: Sketch = { ...batches, clients: { T1: ['write x', 'write y', 'write x'] } }
    expect(run(sketch, 'T1 T1 flush:y').enabled).toEqual(['flush:x'])
    expect(run(sketch, 'T1 T1 flush:y flush:x').enabled).toEqual(['T1'])
  })

  it('is not held up by writes that a crash has taken away', () => {
    expect(run({ ...batches, crash: ['T1'] }, 'T1 crash:T1').enabled).toEqual(['T2', 'flush:x'])
  })
})

describe('a dirty flag in the entry', () => {
  const flagged: Sketch = { ...behind, guards: { queue: 'entry' }, evict: 1 }

  it('goes with the entry, so that nothing is left to flush', () => {
    const trace = run(flagged, 'T1 T1 evict:x')
    expect([last(flagged, 'T1 T1 evict:x').queue['x'], trace.enabled]).toEqual([null, ['T2']])
    expect(last({ ...flagged, guards: {} }, 'T1 T1 evict:x').queue['x']).toBe(3)
  })

  it('goes with the entry that a late fill replaces', () => {
    const sketch: Sketch = { ...flagged, clients: { T1: ['write x'], T2: ['read x'] } }
    const { cache, queue } = last(sketch, 'T2 T2 T1 T2')
    expect([cache['x'], queue['x']]).toEqual([1, null])
  })
})

describe('a write-ahead log', () => {
  const logged = (mode: string): Sketch => ({
    ...{ write: 'write-behind', guards: { 'write-ahead-log': mode }, 'cache-restart': 1 },
    clients: { T1: ['write x', 'write x'] },
  })
  const left = (mode: string, schedule: string) => {
    const { cache, queue } = last(logged(mode), schedule)
    return [cache['x'], queue['x']]
  }

  it('is replayed into memory and queue by a restart', () => {
    expect(left('true', 'T1 T1 restart')).toEqual([3, 3])
  })

  it('keeps what has been synced, where the sync may be late', () => {
    expect(left('periodic', 'T1 T1 restart')).toEqual([null, null])
    expect(left('periodic', 'T1 sync T1 restart')).toEqual([2, 2])
    expect(left('periodic', 'T1 T1 sync restart')).toEqual([3, 3])
  })

  it('has nothing to sync once it has been synced or flushed', () => {
    expect(run(logged('periodic'), 'T1 T1').enabled).toEqual(['flush:x', 'sync', 'restart'])
    expect(run(logged('periodic'), 'T1 T1 sync').enabled).toEqual(['flush:x', 'restart'])
    expect(run(logged('periodic'), 'T1 T1 flush:x').enabled).toEqual(['restart'])
    expect(last(logged('periodic'), 'T1 T1 sync flush:x').backlog!.synced).toEqual({ x: null })
  })
})

describe('what survives', () => {
  const survived = (queue: string, loss: string) => {
    const sketch: Sketch = { ...behind, guards: { queue }, 'cache-restart': 1, 'machine-lost': 1 }
    const { cache, queue: waiting } = last(sketch, `T1 ${loss}`)
    return [cache['x'], waiting['x']]
  }

  it.each([
    ['memory', null, null],
    ['entry', null, null],
    ['durable', 2, null],
    ['battery', 2, null],
    ['replicated', 2, 2],
  ] as const)(
    'a queue "%s": a restart leaves %s, a lost machine %s; the entries are gone',
    (queue, restart, machine) => {
      expect([survived(queue, 'restart'), survived(queue, 'machine-lost')]).toEqual([
        [null, restart],
        [null, machine],
      ])
    },
  )

  it('is nothing of a log on the machine that is lost', () => {
    const sketch: Sketch = { ...behind, guards: { 'write-ahead-log': 'true' }, 'machine-lost': 1 }
    expect(last(sketch, 'T1 machine-lost').queue).toEqual({ x: null, y: null })
  })

  it('is flushed anew when a restart stops the flush, and writing a version twice changes nothing', () => {
    const sketch: Sketch = { ...behind, guards: { queue: 'durable', clear: 'compare' }, 'cache-restart': 1 }
    const trace = run(sketch, 'T1 flush:x flush:x restart flush:x flush:x flush:x')
    expect(trace.refused).toBeNull()
    expect(trace.steps.slice(2).map(({ after: { database, queue } }) => [database['x'], queue['x']])).toEqual([
      ...[2, 2, 2, 2].map((version) => [version, 2]),
      [2, null],
    ])
  })
})

describe('a restart', () => {
  it('empties the cache and a queue in memory, and leaves a durable one', () => {
    const left = (queue: string) => {
      const { cache, queue: waiting } = last({ ...behind, guards: { queue }, 'cache-restart': 1 }, 'T1 restart')
      return [cache['x'], waiting['x']]
    }
    expect([left('memory'), left('durable')]).toEqual([
      [null, null],
      [null, 2],
    ])
  })

  it('voids every lease, and goes on counting versions', () => {
    const leased: Sketch = { guards: { lease: 'wait' }, 'cache-restart': 1, clients: { T1: ['read x'] } }
    expect(last(leased, 'T1 restart').lease).toEqual({ x: null })
    const trace = run({ ...behind, 'cache-restart': 1 }, 'T1 restart T1')
    expect(story(trace).slice(1)).toEqual(['restart', 'T1 queue.setAndEnqueue x -> {version:3} = 3'])
    expect(trace.enabled).toEqual(['T2', 'flush:x'])
  })
})
