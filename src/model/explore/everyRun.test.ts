import { describe, expect, it } from 'vitest'
import { everyRun } from './everyRun'
import { mapOf } from './mapOf'
import type { ScheduleMap } from './scheduleMap'
import { scenarioNamed } from '../scenario/catalogue'
import { sketched } from '../testing/sketch'
import { runsOf, wordsOf } from '../testing/schedules'

describe('every run', () => {
  it.each(['stale-fill', 'deferred-any', 'tombstone-evicted', 'write-around-expiry', 'writer-crash'])(
    'of %s is a run to a quiet world, in canonical order, and the map counts the same',
    (name) => {
      const scenario = scenarioNamed(name)!
      const runs = everyRun(scenario, 5000)!
      expect(runs).toEqual([...runsOf(scenario)].map((path) => path.at(-1)))
      expect((mapOf(scenario, 'converges') as ScheduleMap).schedules).toBe(runs.length)
    },
  )

  it('is not begun where there are too many, and the first runs come first', () => {
    const scenario = sketched({ clients: { T1: ['read x'], T2: ['write x'] } })
    expect(everyRun(scenario, 10)!.length).toBe(10)
    expect(everyRun(scenario, 9)).toBeNull()
    expect(wordsOf(everyRun(scenario, 10)![0]!)).toEqual(['T1', 'T1', 'T1', 'T2', 'T2'])
  })
})
