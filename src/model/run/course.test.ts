import { describe, expect, it } from 'vitest'
import { courseOf, scheduleOf } from './course'
import { Random } from './random'
import { replay } from '../engine/replay'
import { sketched, type Sketch } from '../testing/sketch'
import type { Scenario } from '../scenario/scenario'

const oneEach: Sketch = { clients: { T1: ['read x'], T2: ['write x'] }, evict: 2, 'cache-restart': 1 }

const drawn = (sketch: Sketch, seed: number, repeat = 1): Scenario => ({
  ...sketched(sketch),
  seed,
  ...(repeat > 1 && { repeat }),
})

describe('a generator', () => {
  it('gives the same numbers for the same seed, on every machine', () => {
    const numbers = (seed: number) => {
      const random = new Random(seed)
      return Array.from({ length: 6 }, () => random.below(100))
    }
    expect([numbers(1), numbers(2)]).toEqual([
      [62, 0, 52, 98, 96, 28],
      [73, 32, 28, 53, 87, 63],
    ])
  })

  it('reaches every number below the one that it is given, and no other', () => {
    const random = new Random(7)
    const met = new Set(Array.from({ length: 400 }, () => random.below(6)))
    expect([...met].sort()).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('a drawn run', () => {
  it('is the same for the same seed and another for another', () => {
    const words = (seed: number) => scheduleOf(drawn(oneEach, seed, 3)).join(' ')
    expect(words(1)).toBe(words(1))
    expect(new Set([1, 2, 3, 4, 5].map(words)).size).toBe(5)
  })

  it('can be replayed to its last word, and ends where nothing more has to happen', () => {
    for (let seed = 0; seed < 40; seed++) {
      const scenario = drawn(oneEach, seed, 3)
      const { refused, isQuiet } = replay(scenario, scheduleOf(scenario))
      expect([seed, refused, isQuiet]).toEqual([seed, null, true])
    }
  })

  it('goes through the operations of each client again and again', () => {
    const scenario = drawn({ clients: { T1: ['write x', 'write y'] }, write: 'write-around' }, 1, 3)
    expect(scheduleOf(scenario)).toEqual(['T1', 'T1', 'T1', 'T1', 'T1', 'T1'])
    const keys = replay(scenario, scheduleOf(scenario)).steps.map(({ event }) => 'key' in event && event.key)
    expect(keys).toEqual(['x', 'y', 'x', 'y', 'x', 'y'])
  })

  it('lets everybody move, open choices and faults included', () => {
    const heads = new Set<string>()
    for (let seed = 0; seed < 30; seed++)
      for (const word of scheduleOf(drawn({ ...oneEach, clients: { T1: ['any'], T2: ['write x'] } }, seed)))
        heads.add(word)
    expect([...heads].sort()).toEqual(['T1', 'T1:read-x', 'T1:write-x', 'T2', 'evict:x', 'restart'])
  })

  it('begins with the schedule, where there is one', () => {
    const scenario = { ...drawn(oneEach, 3), schedule: ['T2', 'T1'] }
    expect(scheduleOf(scenario).slice(0, 2)).toEqual(['T2', 'T1'])
    expect(replay(scenario, scheduleOf(scenario)).isQuiet).toBe(true)
  })
})

describe('a run without a seed', () => {
  const end = (scenario: Scenario) => {
    const course = courseOf(scenario)
    for (;;) {
      const step = course.next()
      if (step.done === true) return step.value
    }
  }

  it('is its schedule and nothing else', () => {
    expect(end({ ...sketched(oneEach), schedule: ['T1', 'T2'] })).toEqual({ isQuiet: false, stopped: null })
    expect(end({ ...sketched(oneEach), schedule: ['T1', 'T1', 'T1', 'T2', 'T2'] })).toEqual({
      isQuiet: true,
      stopped: null,
    })
  })

  it('stops at a word that names no step, and says so', () => {
    expect(end({ ...sketched(oneEach), schedule: ['T1', 'evict:x'] })).toEqual({
      isQuiet: false,
      stopped: 'Step 2, "evict:x", cannot happen at that point, and e.g. T1 can.',
    })
  })
})
