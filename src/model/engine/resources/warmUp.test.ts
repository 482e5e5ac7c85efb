import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const warmed: Sketch = {
  ...{ database: { x: 3, y: 1 }, write: 'write-through', guards: { warm: 'x' } },
  clients: { T1: ['write x'], T2: ['read y'] },
}

describe('a warm-up', () => {
  it('loads its keys, each once, while clients are at work', () => {
    const trace = run(warmed, 'warm:x warm:x')
    expect(story(trace)).toEqual(['warm database.select x -> {version:3}', 'warm cache.set x 3 -> {}'])
    expect([trace.steps[1]!.after.cache, trace.enabled]).toEqual([{ x: 3, y: null }, ['T1', 'T2']])
  })

  it('is awaited: no world is quiet before it is over', () => {
    expect(run(warmed, 'T1 T1 T2 T2 T2').isQuiet).toBe(false)
    expect(run(warmed, 'T1 T1 T2 T2 T2 warm:x').isQuiet).toBe(false)
    expect(run(warmed, 'T1 T1 T2 T2 T2 warm:x warm:x').isQuiet).toBe(true)
  })

  it('overwrites what a writer has stored in between, and gives way under "add-if-absent"', () => {
    const cached = (guards: Readonly<Record<string, string>>) =>
      run({ ...warmed, guards: { ...warmed.guards, ...guards } }, 'warm:x T1 T1 warm:x').steps.at(-1)!.after.cache['x']
    expect([cached({}), cached({ fill: 'add-if-absent' }), cached({ 'compare-and-set': 'newer' })]).toEqual([3, 4, 4])
  })

  it('loads several keys in any order', () => {
    const both: Sketch = { ...warmed, guards: { warm: 'y+x' }, clients: { T1: ['read x'] } }
    expect(run(both, 'warm:x').enabled).toEqual(['T1', 'warm:y', 'warm:x'])
    expect(run(both, 'warm:x warm:y').steps[1]!.after.loads).toMatchObject([
      { loader: 'warm', key: 'x', version: 3 },
      { loader: 'warm', key: 'y', version: 1 },
    ])
  })

  it('is not stopped by a restart, after which it stores what it has read', () => {
    const trace = run({ ...warmed, 'cache-restart': 1 }, 'warm:x restart warm:x')
    expect(trace.steps.at(-1)!.after.cache['x']).toBe(3)
  })
})
