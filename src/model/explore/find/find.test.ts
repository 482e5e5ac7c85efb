import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../scenario/scenario'
import { metAfter } from '../../testing/naiveFind'
import { sketched } from '../../testing/sketch'
import { check } from '../check'
import { everyRun } from '../everyRun'
import { find, type Found } from './find'
import { parseQuery } from './parseQuery'
import type { Query } from './query'

function queryOf(text: string, scenario: Scenario): Query {
  const query = parseQuery(text, scenario)
  if ('message' in query) throw new Error(`${text}: ${query.message}`)
  return query
}

const ask = (text: string, scenario: Scenario): Found => find(scenario, queryOf(text, scenario))
const plain = sketched({ clients: { T1: ['read x'], T2: ['write x'] } })

describe('a question about every run', () => {
  it('is answered with a shortest run, the number of worlds that a check counts, and all schedules', () => {
    expect(ask('the cache ends stale', plain)).toEqual({
      outcome: 'found',
      schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
      worlds: check(plain).states,
      runs: { all: 10, met: 1 },
    })
  })

  it('is answered with "none" where every world was looked at and no run is like that', () => {
    const leased = sketched({ guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['write x'] } })
    const { states } = check(leased)
    const answer = ask('the cache ends stale', leased)
    expect(answer).toMatchObject({ outcome: 'none', worlds: states, runs: { met: 0 } })
    expect(ask('a fill is refused', leased)).toMatchObject({
      outcome: 'found',
      schedule: ['T1', 'T1', 'T2', 'T2', 'T1'],
    })
  })

  it('ends with the step that answers it, or where the run is over', () => {
    expect(ask('T2 commits', plain)).toMatchObject({ schedule: ['T2'], runs: { all: 10, met: 10 } })
    expect(ask('T2 commits then T1 misses', plain)).toMatchObject({ schedule: ['T2', 'T1'] })
    expect(ask('T1 is answered before T2 begins', plain)).toMatchObject({
      schedule: ['T1', 'T1', 'T1', 'T2'],
      runs: { all: 10, met: 1 },
    })
    expect(ask('T1 never fills', plain)).toMatchObject({ outcome: 'none' })
  })

  it('stays open where the budget ends it, and says why', () => {
    const two = ['read x', 'write x', 'read x']
    const big = sketched({ clients: { T1: two, T2: two, T3: two } })
    expect(find(big, queryOf('the cache restarts', big), { budget: { worlds: 1000 } })).toEqual({
      outcome: 'unknown',
      reason: 'The budget of 1,000 worlds was used up.',
      worlds: expect.any(Number) as number,
    })
    const run = { ...plain, seed: 1 }
    expect(ask('T2 commits', run)).toMatchObject({ outcome: 'unknown', worlds: 0 })
  })

  it('has no counts where runs go on for ever, and a shortest run all the same', () => {
    const endless = sketched({ clients: { T1: ['forever read x'], T2: ['write x'] } })
    expect(ask('T1 reads version 2', endless)).toMatchObject({
      outcome: 'found',
      runs: 'Runs of this scenario can go on for ever, so they are not counted.',
    })
  })
})

const questions = [
  'somebody reads stale',
  'T1 reads version 2',
  'T1 misses twice',
  'T1 hits and T2 is answered',
  'the database writes twice',
  'the database writes then T1 reads version 1',
  'a fill is refused',
  'a fill is stored before T2 commits',
  'T2 begins before T1 is answered and the cache ends stale',
  'nobody reads stale and the cache ends stale',
  'T1 asks the database then the cache ends empty',
  'the cache ends with version 2',
  'the database ends with version 3',
  'T1 ends crashed and the cache ends fresh',
  'T1 ends waiting',
  'a timer fires before T1 fills',
  'an entry is evicted twice',
  'T2 fails and the database ends with version 2',
  'a delete is lost then somebody reads stale',
  'converges is violated and nobody reads stale',
  'linearizable is violated',
  'linearizable is violated then T2 writes',
  'durable is violated',
  'a flush writes then the cache restarts',
]

const worlds: readonly (readonly [string, Scenario])[] = [
  ['a reader and a writer', plain],
  ['a reader of two rounds', sketched({ cache: { x: 1 }, clients: { T1: ['read x', 'read x'], T2: ['write x'] } })],
  [
    'two writers, write-through',
    sketched({ write: 'write-through', clients: { T1: ['write x'], T2: ['write x', 'read x'] } }),
  ],
  ['a lease', sketched({ guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['write x'] } })],
  [
    'a double delete',
    sketched({ read: 'cache-aside', write: 'double-delete', clients: { T1: ['read x'], T2: ['write x'] } }),
  ],
  ['an eviction', sketched({ evict: 1, clients: { T1: ['read x'], T2: ['write x'] } })],
  ['a crash', sketched({ crash: ['T1'], clients: { T1: ['read x'], T2: ['write x'] } })],
  ['a lost delete', sketched({ 'lost-delete': 1, clients: { T1: ['read x'], T2: ['write x', 'read x'] } })],
  ['a write without an answer', sketched({ 'lost-answer': 1, clients: { T1: ['read x'], T2: ['write x'] } })],
  ['a queue', sketched({ write: 'write-behind', 'cache-restart': 1, clients: { T1: ['read x'], T2: ['write x'] } })],
]

describe('the explorer answers as whoever looks at every run, one by one', () => {
  it.each(worlds)('of %s', (_name, scenario) => {
    const runs = everyRun(scenario, 20_000)!
    for (const text of questions) {
      const query = queryOf(text, scenario)
      const met = runs.map((run) => metAfter(run, query)).filter((step) => step !== null)
      const answer = find(scenario, query)
      const counted = answer.outcome === 'unknown' ? null : answer.runs
      const shortest = answer.outcome === 'found' ? answer.schedule.length : null
      const expected = { runs: { all: runs.length, met: met.length }, shortest: met.length ? Math.min(...met) : null }
      expect({ text, runs: counted, shortest }).toEqual({ text, ...expected })
    }
  })
})
