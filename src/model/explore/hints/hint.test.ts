import { describe, expect, it } from 'vitest'
import { replay } from '../../engine/replay'
import { propertyNamed } from '../../properties'
import { scenarioNamed } from '../../scenario/catalogue'
import { switchNamed } from '../../scenario/switches'
import { violates } from '../../testing/naive'
import { sketched, words } from '../../testing/sketch'
import { check } from '../check'
import { everyRun } from '../everyRun'
import { guardThatHelps } from './guardThatHelps'
import { hintFor } from './hint'

const scenario = { ...scenarioNamed('stale-fill')!, check: ['converges'] }
const shortest = ['T1', 'T1', 'T2', 'T2', 'T1']

describe('a hint', () => {
  it('from the start is the shortest witness of the nearest violation', () => {
    const [result] = check(scenario).results
    expect(result).toMatchObject({ schedule: shortest })
    expect(hintFor(scenario, [])).toEqual({ type: 'ahead', property: 'converges', schedule: shortest })
  })

  it('from any moment is a shortest way on, or says that there is none', () => {
    const plain = sketched({ check: ['converges'], clients: { T1: ['read x'], T2: ['write x'] } })
    const bad = everyRun(plain, 1000)!
      .filter((run) => violates('converges', run))
      .map((run) => run.steps.map(({ word }) => word))
    const prefixes = new Set(
      everyRun(plain, 1000)!.flatMap(({ steps }) =>
        steps
          .map((_, at) => at)
          .map((count) =>
            steps
              .slice(0, count)
              .map(({ word }) => word)
              .join(' '),
          ),
      ),
    )
    for (const prefix of prefixes) {
      const taken = words(prefix)
      const ways = bad.filter((run) => run.slice(0, taken.length).join(' ') === prefix)
      const hint = hintFor(plain, taken)
      const nearest = ways.length === 0 ? null : Math.min(...ways.map((run) => run.length - taken.length))
      expect({ prefix, steps: hint.type === 'ahead' ? hint.schedule.length : null }).toEqual({ prefix, steps: nearest })
      if (hint.type === 'ahead') expect(bad).toContainEqual([...taken, ...hint.schedule])
      else expect(hint.type).toBe('safe')
    }
  })

  it('in a bad run is the guard that could have changed it latest', () => {
    const hint = hintFor(scenario, shortest)
    expect(hint).toMatchObject({ type: 'guard', property: 'converges', help: { step: 5 } })
    if (hint.type !== 'guard') return
    const guarded = switchNamed(hint.help.switchId)!.apply(scenario, true)
    const other = replay(guarded, shortest)
    expect(violates('converges', other)).toBe(false)
    expect(other.steps[3]!.after.cache).toEqual(replay(scenario, shortest).steps[3]!.after.cache)
  })

  it('names the step at which the guard acts, and says where none would have helped', () => {
    const durable = ['durable']
    const lost = sketched({ write: 'write-behind', 'cache-restart': 1, check: durable, clients: { T1: ['write x'] } })
    expect(hintFor(lost, words('T1 restart'))).toEqual({
      type: 'guard',
      property: 'durable',
      help: { switchId: 'queue-durable', step: 2 },
    })
    const around = sketched({
      write: 'write-around',
      check: ['read-your-writes'],
      cache: { x: 1 },
      clients: { T1: ['write x', 'read x'] },
    })
    expect(hintFor(around, words('T1 T1'))).toEqual({ type: 'no guard', property: 'read-your-writes' })
    expect(guardThatHelps(replay(around, words('T1 T1')), propertyNamed('read-your-writes')!)).toBeNull()
  })

  it('stays open where it cannot look far enough', () => {
    const two = ['read x', 'write x', 'read x']
    const big = sketched({ guards: { lease: 'wait' }, check: ['converges'], clients: { T1: two, T2: two, T3: two } })
    expect(hintFor(big, [], { budget: { worlds: 100 } })).toEqual({
      type: 'unknown',
      reason: 'The budget of 100 worlds was used up.',
    })
  })
})
