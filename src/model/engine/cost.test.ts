/** What runs cost, counted by hand. */
import { describe, expect, it } from 'vitest'
import { costOf } from './cost'
import { run } from '../testing/story'
import type { Sketch } from '../testing/sketch'

const both = { T1: ['read x'], T2: ['write x'] }
const herd = { T1: ['read x'], T2: ['read x'], T3: ['read x'] }

/** Cache requests, hits, misses, database reads and writes; then loads by key and messages before each answer. */
function counted(sketch: Sketch, schedule: string): readonly unknown[] {
  const { cacheRequests, hits, misses, databaseReads, databaseWrites, loads, answers } = costOf(run(sketch, schedule))
  const waited = answers.map(({ client, deed, messages }) => `${client} ${deed.kind} ${messages}`)
  return [[cacheRequests, hits, misses, databaseReads, databaseWrites], loads, waited]
}

describe('a run costs', () => {
  it.each<readonly [string, Sketch, string, readonly unknown[]]>([
    [
      'three requests for a miss, of which the cache makes the last to itself under read-through',
      { clients: both },
      'T1 T1 T1 T2 T2',
      [[3, 0, 1, 1, 1], { x: 1 }, ['T1 read 2', 'T2 write 2']],
    ],
    [
      'three messages for the same miss under cache-aside',
      { clients: both, read: 'cache-aside' },
      'T1 T1 T1',
      [[2, 0, 1, 1, 0], { x: 1 }, ['T1 read 3']],
    ],
    ['one message for a hit', { clients: both, cache: { x: 1 } }, 'T1', [[1, 1, 0, 0, 0], {}, ['T1 read 1']]],
    [
      'one message for a write around the cache, two for one through it',
      { clients: { T1: ['write x'] }, write: 'write-around' },
      'T1',
      [[0, 0, 0, 0, 1], {}, ['T1 write 1']],
    ],
    [
      'one message for a write behind, and a commit that nobody waits for',
      { clients: { T1: ['write x'] }, write: 'write-behind' },
      'T1 flush:x',
      [[1, 0, 0, 0, 1], {}, ['T1 write 1']],
    ],
    [
      'a delete more than the writer waits for, when a timer makes it',
      { clients: { T1: ['write x'] }, write: 'deferred-invalidate' },
      'T1 timer:T1',
      [[1, 0, 0, 0, 1], {}, ['T1 write 1']],
    ],
    [
      'a load for every reader that misses at once',
      { clients: herd, read: 'cache-aside' },
      'T1 T2 T3 T1 T2 T3 T1 T2 T3',
      [[6, 0, 3, 3, 0], { x: 3 }, ['T1 read 3', 'T2 read 3', 'T3 read 3']],
    ],
    [
      'one load for all of them under a lease',
      { clients: herd, read: 'cache-aside', guards: { lease: 'wait' } },
      'T1 T1 T1 T2 T3',
      [[4, 2, 1, 1, 0], { x: 1 }, ['T1 read 3', 'T2 read 1', 'T3 read 1']],
    ],
    [
      'no answer where the client is gone, and the requests all the same',
      { clients: both, crash: ['T2'] },
      'T2 crash:T2',
      [[0, 0, 0, 0, 1], {}, []],
    ],
    [
      'a request that is lost as much as one that arrives',
      { clients: both, 'lost-delete': 1 },
      'T2 T2!lost',
      [[1, 0, 0, 0, 1], {}, ['T2 write 2']],
    ],
    [
      'two rows for a transfer',
      { database: { x: 1, y: 1 }, clients: { T1: ['transfer x y'] }, write: 'write-around' },
      'T1',
      [[0, 0, 0, 0, 2], {}, ['T1 transfer 1']],
    ],
  ])('%s', (_claim, sketch, schedule, cost) => {
    expect(counted(sketch, schedule)).toEqual(cost)
  })

  it('as much as its steps so far', () => {
    const trace = run({ clients: both }, 'T1 T1 T1 T2 T2')
    const { cacheRequests, databaseReads, answers } = costOf(trace, 2)
    expect([cacheRequests, databaseReads, answers]).toEqual([1, 1, []])
    expect(costOf(trace, 0)).toEqual(costOf(run({ clients: both }, '')))
  })

  it('the listener’s requests to the cache too, which no client makes', () => {
    const trace = run({ cache: { x: 1 }, write: 'change-log', clients: { T1: ['write x'] } }, 'T1 log log')
    expect(trace.refused).toBeNull()
    expect([costOf(trace).cacheRequests, costOf(trace).answers.map(({ messages }) => messages)]).toEqual([1, [1]])
  })
})
