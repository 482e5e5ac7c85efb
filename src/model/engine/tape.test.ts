import { describe, expect, it } from 'vitest'
import { prefixOf, replay } from './replay'
import { viewFields, type WorldView } from './view'
import { scheduleOf } from '../run/course'
import { sketched } from '../testing/sketch'

const scenario = {
  ...sketched({
    ...{ write: 'write-behind', guards: { clear: 'compare' }, evict: 3, 'cache-restart': 1 },
    clients: { T1: ['read x', 'write y'], T2: ['write x'], T3: ['any'] },
  }),
  repeat: 120,
  seed: 9,
}
const schedule = scheduleOf(scenario)
const long = replay(scenario, schedule)

/** All records of a world, those that nobody has asked for yet, too. */
const plain = (world: WorldView) => Object.fromEntries(viewFields.map((field) => [field, world[field]]))

describe('a run on tape', () => {
  it('is long enough to be on tape, and goes to its end', () => {
    expect(long.steps.length).toBe(schedule.length)
    expect(schedule.length).toBeGreaterThan(500)
    expect([long.refused, long.isQuiet]).toEqual([null, true])
  })

  it('shows the worlds of the same run off tape, in whatever order they are asked for', () => {
    const short = replay(scenario, schedule.slice(0, 250))
    for (const number of [250, 1, 130, 64, 65, 63, 128, 249, 2]) {
      const { before, after, event } = long.steps[number - 1]!
      const same = short.steps[number - 1]!
      expect([plain(before), plain(after), event]).toEqual([same.before, same.after, same.event])
    }
    expect(plain(long.initial)).toEqual(short.initial)
  })

  it('goes on in each step where the last one ended', () => {
    for (let number = 2; number <= schedule.length; number++)
      expect(long.steps[number - 1]!.before).toBe(long.steps[number - 2]!.after)
  })

  it('is cut short without being played again', () => {
    const part = prefixOf(long, 200)
    const whole = replay(scenario, schedule.slice(0, 200))
    expect([part.enabled, part.isQuiet, part.steps.length]).toEqual([whole.enabled, whole.isQuiet, 200])
    expect(part.steps[199]).toBe(long.steps[199])
  })

  it('keeps the steps before a word that names none', () => {
    const broken = replay(scenario, [...schedule.slice(0, 300), 'late:T1', 'T1'])
    expect([broken.steps.length, broken.refused?.step]).toEqual([300, 301])
  })
})

it('a short run is cut short by replaying it', () => {
  const short = replay(scenario, schedule.slice(0, 20))
  expect(prefixOf(short, 5)).toEqual(replay(scenario, schedule.slice(0, 5)))
})
