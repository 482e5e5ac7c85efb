/** Write-behind: what a queue, a flag, a log and a batch lose, each beside what keeps it. */
import { expect, it } from 'vitest'
import { check } from './check'
import { pair, tryPairs } from './pairs.fixture'
import { sketched } from '../testing/sketch'

const oneEach = { T1: ['read x'], T2: ['write x'] }
const twoWriters = { T1: ['write x'], T2: ['write x'] }

tryPairs([
  pair(
    'a lost machine takes a queue on its disk along, and not one in the memory of others',
    'durable',
    { write: 'write-behind', 'machine-lost': 1, clients: oneEach },
    [{ guards: { queue: 'durable' } }, 41, 61, 3],
    [{ guards: { queue: 'replicated' } }, 40, 65],
  ),
  pair(
    'a battery keeps the queue over a restart, and not over the loss of the machine',
    'durable',
    { write: 'write-behind', guards: { queue: 'battery' }, clients: oneEach },
    [{ 'machine-lost': 1 }, 41, 61, 3],
    [{ 'cache-restart': 1 }, 40, 65],
  ),
  pair(
    'an eviction takes a write whose only note lies in the entry, and not one that waits in a queue',
    'durable',
    { write: 'write-behind', evict: 1, clients: oneEach },
    [{ guards: { queue: 'entry' } }, 29, 39, 3],
    [{ guards: { queue: 'memory' } }, 29, 45],
  ),
  pair(
    'a writer whose entry is evicted reads the old row until the flush',
    'read-your-writes',
    { write: 'write-behind', clients: { T1: ['write x', 'read x'] } },
    [{ evict: 1 }, 17, 21, 5],
    [{}, 5, 5],
  ),
  pair(
    'a log that is synced before the answer keeps what a memtable loses',
    'durable',
    { write: 'write-behind', 'cache-restart': 1, clients: twoWriters },
    [{}, 23, 32, 3],
    [{ guards: { 'write-ahead-log': 'true' } }, 19, 30],
  ),
  pair(
    'a log that is synced after the answer loses what was acknowledged in between',
    'durable',
    { write: 'write-behind', 'cache-restart': 1, clients: twoWriters },
    [{ guards: { 'write-ahead-log': 'periodic' } }, 35, 62, 3],
    [{ guards: { 'write-ahead-log': 'true' } }, 19, 30],
  ),
  pair(
    'a queue that writes every update commits what a reader has seen, and one that coalesces does not',
    'no-phantom',
    { write: 'write-behind', clients: { T1: ['write x', 'write x'], T2: ['read x'] } },
    [{}, 35, 54, 4],
    [{ guards: { coalesce: 'none' } }, 35, 54],
  ),
  pair(
    'a plain clear loses every update that waits, where each has a place of its own',
    'durable',
    { write: 'write-behind', clients: { T1: ['write x', 'write x'] } },
    [{ guards: { coalesce: 'none', clear: 'plain' } }, 13, 14, 5],
    [{ guards: { coalesce: 'none', clear: 'compare' } }, 12, 14],
  ),
  pair(
    'a restart in the middle of a flush loses nothing where the queue survives, because a version is written twice for once',
    'durable',
    { write: 'write-behind', guards: { clear: 'compare' }, 'cache-restart': 1, clients: twoWriters },
    [{}, 41, 67, 3],
    [{ guards: { clear: 'compare', queue: 'durable' } }, 55, 93],
  ),
])

it('the largest backlog is that of all keys together, and of their updates where none takes the place of another', () => {
  const most = (guards: Readonly<Record<string, string>>) =>
    check(
      sketched({ write: 'write-behind', guards, clients: { T1: ['write x', 'write y'], T2: ['write x'] }, check: [] }),
    ).facts
  expect([most({}), most({ coalesce: 'none' })]).toEqual([
    [{ what: 'largest backlog', count: 2 }],
    [{ what: 'largest backlog', count: 3 }],
  ])
})
