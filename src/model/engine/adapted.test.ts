import { describe, expect, test } from 'vitest'
import { sketched } from '../testing/sketch'
import { story } from '../testing/story'
import { adapted, enabledAt, isSkipped } from './adapted'
import { replay } from './replay'

const words = (text: string) => text.split(' ')
const race = words('T1 T1 T2 T2 T1')
const silent = () => 'it cannot'
const clients = { T1: ['read x'], T2: ['write x'] }
const invalidate = sketched({ clients })
const deferred = sketched({ clients, write: 'deferred-invalidate' })

describe('an adapted run', () => {
  test('is the plain one where every word fits', () => {
    expect(adapted(invalidate, race, silent)).toEqual(replay(invalidate, race))
  })

  test('leaves out the step that a protocol does not have, and goes on', () => {
    const trace = adapted(deferred, race, silent)
    expect(story(trace)).toEqual([
      ...story(replay(deferred, words('T1 T1 T2'))),
      'skip, it cannot',
      ...story(replay(deferred, words('T1 T1 T2 T1'))).slice(3),
    ])
    expect(trace.steps.map(({ number, word }) => `${number} ${word}`)).toEqual(['1 T1', '2 T1', '3 T2', '4 T2', '5 T1'])
    expect(trace.steps[3]).toMatchObject({ event: { type: 'skip', key: '', why: 'it cannot' } })
    expect(trace.steps[3]!.before).toBe(trace.steps[3]!.after)
    expect([trace.refused, trace.isQuiet, trace.enabled]).toEqual([null, false, ['timer:T2']])
    expect(trace.steps.filter(isSkipped).map(({ number }) => number)).toEqual([4])
  })

  test('puts nothing in: what a protocol has more stays to be taken', () => {
    const short = adapted(invalidate, words('T1 T1 T2 T1'), silent)
    expect([short.isQuiet, short.enabled]).toEqual([false, ['T2']])
  })

  test('tells whoever finds the words for it the world, the word and what could happen instead', () => {
    const asked: unknown[] = []
    adapted(deferred, race, (world, word, enabled) => {
      asked.push([world.database, word, enabled])
      return ''
    })
    expect(asked).toEqual([[{ x: 2 }, 'T2', ['T1', 'timer:T2']]])
  })

  test('knows what could happen after each of its steps, in any order of asking', () => {
    for (const scenario of [invalidate, deferred]) {
      const trace = adapted(scenario, race, silent)
      for (const count of [5, 0, 3, 4, 1, 2])
        expect(enabledAt(trace, count)).toEqual(adapted(scenario, race.slice(0, count), silent).enabled)
      expect([enabledAt(trace, 6), enabledAt(replay(scenario, []), 0)]).toEqual([[], []])
    }
  })
})
