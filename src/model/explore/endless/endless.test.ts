/** What somebody who reads for ever sees, each repaired scenario beside its broken twin, against a naive explorer. */
import { describe, expect, it } from 'vitest'
import { check } from '../check'
import { replay } from '../../engine/replay'
import type { Answer } from '../../properties/property'
import type { Scenario } from '../../scenario/scenario'
import { exploreEndlessNaively } from '../../testing/naiveEndless'
import type { Sketch } from '../../testing/sketch'
import { endless, lengthsOf, resultOf } from './endless.fixture'

const both = { T1: ['forever read x'], T2: ['write x'] }
const warm: Sketch = { cache: { x: 1 }, clients: both }
const expiring: Partial<Sketch> = { expire: 'any' }

/** Claim, scenario, answer, worlds, steps, and the schedule that shows it, with what follows it for ever. */
type Case = readonly [string, Sketch, Answer, number, number, string, string]

const cases: readonly Case[] = [
  ['a stale fill that nothing removes stays', { clients: both }, 'for-ever', 16, 26, 'T1 T1 T2 T2 T1 T1', 'T1'],
  [
    'it goes when its lifetime after the write is over',
    { clients: both, guards: { expiry: 'after-write' }, ...expiring },
    'bounded',
    16,
    31,
    'T1 T1 T2 T2 T1 T1',
    '',
  ],
  [
    'it stays when every read gives it a new lifetime',
    { clients: both, guards: { expiry: 'after-access' }, ...expiring },
    'for-ever',
    16,
    31,
    'T1 T1 T2 T2 T1 T1',
    'T1',
  ],
  [
    'it stays when it may be evicted, because a hot key never has to be',
    { clients: both, evict: 1 },
    'for-ever',
    32,
    57,
    'T1 T1 T2 T2 T1 T1',
    'T1',
  ],
  ['a lease refuses it', { clients: both, guards: { lease: 'wait' } }, 'never', 17, 27, '', ''],
  ['a warm key is deleted before the writer answers', warm, 'never', 6, 8, '', ''],
  [
    'a writer that dies before its delete leaves the old version',
    { ...warm, crash: ['T2'] },
    'for-ever',
    8,
    12,
    'T2 crash:T2 T1',
    'T1',
  ],
  [
    'an expiry ends that',
    { ...warm, crash: ['T2'], guards: { expiry: 'after-write' }, ...expiring },
    'bounded',
    26,
    54,
    'T2 crash:T2 T1',
    '',
  ],
  [
    'a deferred delete comes after the answer, but it comes',
    { ...warm, write: 'deferred-invalidate' },
    'bounded',
    6,
    8,
    'T2 T1',
    '',
  ],
  [
    'a deferred delete that is lost does not',
    { ...warm, write: 'deferred-invalidate', 'lost-delete': 1 },
    'for-ever',
    7,
    10,
    'T2 timer:T2!lost T1',
    'T1',
  ],
  [
    'one that comes too early for a slow fill is of no use',
    { clients: both, write: 'deferred-invalidate' },
    'for-ever',
    16,
    26,
    'T1 T1 T2 timer:T2 T1 T1',
    'T1',
  ],
  [
    'one that comes late enough is',
    { clients: both, write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' } },
    'bounded',
    14,
    23,
    'T1 T1 T1 T2 T1',
    '',
  ],
  ['nobody invalidates under write-around', { ...warm, write: 'write-around' }, 'for-ever', 2, 3, 'T2 T1', 'T1'],
  ['a reload ends that', { ...warm, write: 'write-around', read: 'refresh-ahead' }, 'bounded', 10, 21, 'T2 T1', ''],
  [
    'a listener brings the new version in the end',
    { ...warm, write: 'change-log', read: 'cache-only' },
    'bounded',
    4,
    7,
    'T2 T1',
    '',
  ],
  [
    'readers of the database see it at once',
    { clients: both, read: 'database-only', write: 'write-around' },
    'never',
    2,
    3,
    '',
    '',
  ],
  [
    'a dirty entry that is evicted is missed until its flush, and its old version after it',
    { clients: both, write: 'write-behind', evict: 1 },
    'for-ever',
    33,
    62,
    'T1 T1 T2 T1 flush:x T1',
    'T1',
  ],
  [
    'a queued write that is lost with the cache is never seen, however often the entry expires',
    { ...warm, write: 'write-behind', guards: { expiry: 'after-write' }, ...expiring, 'cache-restart': 1 },
    'for-ever',
    44,
    107,
    'T2 restart T1 T1 T1',
    'expire:x T1 T1 T1',
  ],
  [
    'a queue on disk brings it in the end',
    {
      ...{ ...warm, write: 'write-behind', guards: { expiry: 'after-write', queue: 'durable' } },
      ...expiring,
      'cache-restart': 1,
    },
    'bounded',
    40,
    102,
    'T2 expire:x T1 T1 T1',
    '',
  ],
]

describe.each(cases)('%s', (_claim, sketch, answer, states, transitions, words, loop) => {
  const scenario = endless(sketch)
  const report = check(scenario)
  const result = resultOf(scenario)

  it('has this answer, after so many worlds and steps, and shows it', () => {
    const shown = result.verdict === 'violated' ? [result.schedule, result.loop] : [result.example ?? [], []]
    expect([result.answer, report.states, report.transitions, ...shown.map((list) => list?.join(' '))]).toEqual([
      ...[answer, states, transitions, words, loop],
    ])
  })

  it('is what a naive explorer finds, worlds and other verdicts included', () => {
    const found = lengthsOf(scenario)
    expect(exploreEndlessNaively(scenario)).toEqual({ states, transitions, found, answer })
  })
})

/** The last answer of a run. */
const lastAnswer = (scenario: Scenario, schedule: readonly string[]): number | null => {
  const event = replay(scenario, schedule).steps.at(-1)?.event
  return event?.type === 'request' ? event.result : null
}

describe('what can go on for ever', () => {
  it('is played as often as anybody likes: each round ends with the old version once more', () => {
    for (const [, sketch, answer] of cases) {
      if (answer !== 'for-ever') continue
      const scenario = endless(sketch)
      const result = resultOf(scenario)
      if (result.verdict !== 'violated') throw new Error('It is not for ever.')
      const { schedule, loop = [] } = result
      const rounds = [schedule, [...schedule, ...loop], [...schedule, ...loop, ...loop]]
      expect(rounds.map((words) => lastAnswer(scenario, words))).toEqual([1, 1, 1])
    }
  })

  it('gives everybody their turn: a second reader reads on in every round', () => {
    const scenario = endless({ ...warm, write: 'write-around', clients: { ...both, T3: ['forever read x'] } })
    const result = resultOf(scenario)
    expect(result.verdict === 'violated' && [result.schedule, result.loop]).toEqual([
      ['T2', 'T1'],
      ['T3', 'T1'],
    ])
  })

  it('is unknown where not all worlds were tried and none of those that were shows it', () => {
    const many = { T1: ['any', 'any', 'any', 'forever read x'], T2: ['any', 'any'], T3: ['any'] }
    const { results } = check(endless({ clients: many, guards: { lease: 'wait' } }), { budget: { worlds: 1 } })
    expect(results[2]).toMatchObject({ verdict: 'unknown', reason: 'The budget of 1 worlds was used up.' })
  })
})

describe('an endless reader', () => {
  it('keeps no world from being quiet between two rounds, and every one inside', () => {
    const scenario = endless({ clients: both })
    expect(replay(scenario, ['T2', 'T2']).isQuiet).toBe(true)
    expect(replay(scenario, ['T2', 'T2', 'T1']).isQuiet).toBe(false)
    expect(replay(scenario, ['T2', 'T2', 'T1', 'T1', 'T1']).isQuiet).toBe(true)
  })

  it('lets an entry stay that its reads keep alive, so the world may be quiet with it', () => {
    const lifetime = (value: string): Sketch => ({ ...warm, guards: { expiry: value }, ...expiring })
    expect(replay(endless(lifetime('after-write')), ['T2', 'T1']).isQuiet).toBe(false)
    const done = ['after-write', 'after-access'].map((value) => {
      const stale: Sketch = { ...lifetime(value), write: 'write-around' }
      return [replay(endless(stale), ['T2', 'T1']).isQuiet, check(endless(stale)).results[0]!.verdict]
    })
    expect(done).toEqual([
      [false, 'holds'],
      [true, 'violated'],
    ])
  })

  it('is stuck when it cannot begin another round, and not when it need not', () => {
    const holder: Sketch = {
      ...{ read: 'cache-aside', guards: { lease: 'wait' }, crash: ['T2'] },
      clients: { T1: ['forever read x'], T2: ['read x'] },
    }
    expect(check(endless(holder)).results[1]).toMatchObject({ verdict: 'violated', schedule: ['T2', 'crash:T2'] })
    expect(check(endless({ ...holder, crash: [] })).results[1]).toMatchObject({ verdict: 'holds' })
  })
})
