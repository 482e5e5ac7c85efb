/** Change logs, lagging replicas and two regions: what reads a copy too early, each beside what keeps it from that. */
import { expect, it } from 'vitest'
import { check } from './check'
import { pair, tryPairs } from './pairs.fixture'
import { sketched } from '../testing/sketch'

const oneEach = { T1: ['read x'], T2: ['write x'] }
const twice = { T1: ['read x', 'read x'], T2: ['write x'] }
const own = { T1: ['write x', 'read x'] }
const log = { write: 'change-log', cache: { x: 1 } }
const remote = { regions: '2', lease: 'wait' }

tryPairs([
  pair(
    'a writer does not see its own write until the listener has brought it, and sees it where it deletes itself',
    'read-your-writes',
    { cache: { x: 1 }, clients: own },
    [{ write: 'change-log' }, 7, 8, 2],
    [{ write: 'write-invalidate' }, 6, 5],
  ),
  pair(
    'a version that the cache has shown disappears where the replica gets it later, and not where it gets it first',
    'reads-in-order',
    { ...log, replica: 'lagging', evict: 1, guards: { fill: 'none' }, clients: twice },
    [{ guards: { fill: 'none', 'log-order': 'cache-first' } }, 42, 73, 6],
    [{}, 37, 64],
  ),
  pair(
    'entries that come again take a reader back, unless the cache stores only what is newer',
    'reads-in-order',
    { ...log, redeliver: 1, clients: { T1: ['write x', 'write x'], T2: ['read x', 'read x'] } },
    [{}, 69, 145, 11],
    [{ guards: { 'compare-and-set': 'newer' } }, 75, 155],
  ),
  pair(
    'readers of a cache that one ordered listener fills see versions in order, and a listener that begins again breaks it',
    'reads-in-order',
    { ...log, guards: { fill: 'none' }, clients: { T1: ['write x', 'write x'], T2: ['read x', 'read x'] } },
    [{ redeliver: 1 }, 69, 145, 11],
    [{}, 27, 48],
  ),
  pair(
    'a blind fill overtakes the listener for good',
    'converges',
    { write: 'change-log', clients: oneEach },
    [{}, 22, 31, 6],
    [{ guards: { fill: 'none' } }, 12, 17],
  ),
  pair(
    'a fill that gives way to what is cached leaves the listener the last word, and one eviction takes it back',
    'converges',
    { write: 'change-log', guards: { fill: 'add-if-absent' }, clients: oneEach },
    [{ evict: 1 }, 31, 48, 7],
    [{}, 21, 31],
  ),
  pair(
    'a lease keeps a fill that overlaps the listener out, and not one from a replica that is behind',
    'converges',
    { guards: { lease: 'wait' }, clients: oneEach },
    [{ replica: 'lagging' }, 31, 47, 6],
    [{ write: 'change-log' }, 21, 31],
  ),
  pair(
    'a version in the cache refuses the old row of a replica, and an empty place does not',
    'converges',
    { replica: 'lagging', guards: { 'compare-and-set': 'newer' }, clients: oneEach },
    [{ write: 'write-invalidate' }, 26, 40, 6],
    [{ write: 'write-through' }, 23, 39],
  ),
  pair(
    'a late delete mends what a replica brought back only if it outwaits the replica',
    'converges',
    { write: 'deferred-invalidate', replica: 'lagging', clients: oneEach },
    [{ guards: { delay: 'any' } }, 26, 40, 6],
    [{ guards: { delay: 'longer-than-pauses' } }, 19, 26],
  ),
  pair(
    'a writer in another region reads its own write where it has left a marker',
    'read-your-writes',
    { cache: { x: 1 }, clients: own },
    [{ guards: { regions: '2' } }, 13, 15, 5],
    [{ guards: { regions: '2', 'remote-marker': 'true' } }, 16, 20],
  ),
  pair(
    'a marker and a lease keep the old row of a replica out',
    'converges',
    { clients: oneEach },
    [{ guards: remote }, 31, 47, 6],
    [{ guards: { ...remote, 'remote-marker': 'true' } }, 58, 100],
  ),
  pair(
    'a marker that is evicted warns nobody',
    'converges',
    { guards: { ...remote, 'remote-marker': 'true' }, clients: oneEach },
    [{ evict: 1 }, 121, 235, 9],
    [{}, 58, 100],
  ),
  pair(
    'the first of two commits takes the marker of both away',
    'linearizable',
    { guards: { ...remote, 'remote-marker': 'true' }, clients: {} },
    [{ clients: { T1: ['read x'], T2: ['write x', 'write x'] } }, 234, 495, 11],
    [{ clients: oneEach }, 58, 100],
  ),
  pair(
    'a replica applies commits as they were made, be the newest one lost',
    'durable',
    { replica: 'lagging', clients: { T1: ['write x'], T2: ['write x'] } },
    [{ write: 'write-through-cache-first' }, 23, 32, 6],
    [{ write: 'write-through' }, 33, 58],
  ),
])

it('a cache that only a listener fills has held something, so that its expiry is worth judging', () => {
  const guards = { fill: 'none', expiry: 'after-write' }
  const [result] = check(
    sketched({ write: 'change-log', guards, expire: 'any', clients: oneEach, check: ['converges'] }),
  ).results
  expect([result!.verdict, result!.judged > 0]).toEqual(['holds', true])
})
