import { describe, expect, it } from 'vitest'
import { run, story } from '../../testing/story'
import type { Sketch } from '../../testing/sketch'

const late: Sketch = { guards: { tombstone: 'true' }, clients: { T1: ['read x'], T2: ['write x', 'write x'] } }
const ends = (sketch: Sketch, schedule: string) => {
  const { cache, tombstone } = run(sketch, schedule).steps.at(-1)!.after
  return [cache['x'], tombstone['x']]
}

describe('a tombstone', () => {
  it('is the version of the delete that leaves it, and refuses an older fill', () => {
    expect(story(run(late, 'T1 T1 T2 T2 T1')).slice(3)).toEqual([
      'T2 cache.delete x 2 -> {} = 2',
      'T1 cache.fillOverTombstone x 1 -> {stored:false} = 1',
    ])
    expect(ends(late, 'T1 T1 T2 T2 T1')).toEqual([null, 2])
  })

  it('gives way to a fill that is as new', () => {
    expect(ends(late, 'T2 T2 T1 T1 T1')).toEqual([2, null])
  })

  it('stays as new as it was when an older delete comes late', () => {
    const writers: Sketch = { ...late, clients: { T1: ['write x'], T2: ['write x'] } }
    expect(ends(writers, 'T1 T2 T2 T1')).toEqual([null, 3])
  })

  it('does not remove an entry that is as new as the delete', () => {
    const three: Sketch = { ...late, clients: { T1: ['read x'], T2: ['write x'] } }
    expect(ends(three, 'T2 T1 T1 T1 T2')).toEqual([2, null])
  })

  it('is left by a timer too, and never by a delete before the commit', () => {
    const twice: Sketch = { ...late, write: 'double-delete', cache: { x: 1 }, clients: { T1: ['write x'] } }
    expect([ends(twice, 'T1'), ends(twice, 'T1 T1 timer:T1')]).toEqual([
      [null, null],
      [null, 2],
    ])
  })

  it('is an entry that can be evicted, and nothing remembers it then', () => {
    const evicting: Sketch = { ...late, evict: 1 }
    expect(run(evicting, 'T2 T2').enabled).toContain('evict:x')
    expect(ends(evicting, 'T1 T1 T2 T2 evict:x T1')).toEqual([1, null])
  })
})
