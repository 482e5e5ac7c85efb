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
