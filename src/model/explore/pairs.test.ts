/**
 * Each repair beside what it repairs: the broken twin must violate the property and the repaired one must
 * hold, so that neither is so because nothing happened. Verdicts, counts and witness lengths are numbers of
 * the explorer; a second, naive explorer that shares nothing with it but `replay` must find the same.
 */
import { pair, tryPairs, type Pair } from './pairs.fixture'

const oneEach = { T1: ['read x'], T2: ['write x'] }
const twoWriters = { T1: ['write x'], T2: ['write x'] }

const pairs: readonly Pair[] = [
  pair(
    'a lease keeps a fill that started before the delete out',
    'converges',
    { clients: oneEach },
    [{}, 17, 21, 5],
    [{ guards: { lease: 'wait' } }, 18, 23],
  ),
  pair(
    'the higher version wins over a late fill',
    'converges',
    { write: 'write-through', clients: oneEach },
    [{}, 16, 21, 5],
    [{ guards: { 'compare-and-set': 'newer' } }, 15, 21],
  ),
  pair(
    'the higher version wins where an expected version drops the newest',
    'converges',
    { write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    [{ guards: { 'compare-and-set': 'equal' } }, 13, 16, 4],
    [{ guards: { 'compare-and-set': 'newer' } }, 12, 16],
  ),
  pair(
    'the higher version is no help once the key has been deleted, and a lease is',
    'converges',
    { clients: oneEach },
    [{ guards: { 'compare-and-set': 'newer' } }, 17, 21, 5],
    [{ guards: { lease: 'wait' } }, 18, 23],
  ),
  pair(
    'one eviction reopens the race that the higher version had closed',
    'converges',
    { write: 'write-through', guards: { 'compare-and-set': 'newer' }, clients: oneEach },
    [{ evict: 1 }, 24, 35, 6],
    [{}, 15, 21],
  ),
  pair(
    'a late delete that outwaits every pause comes after every late fill',
    'converges',
    { write: 'deferred-invalidate', clients: oneEach },
    [{ guards: { delay: 'any' } }, 17, 21, 5],
    [{ guards: { delay: 'longer-than-pauses' } }, 15, 19],
  ),
  pair(
    'a lease makes a late delete with any delay safe',
    'converges',
    { write: 'deferred-invalidate', clients: oneEach },
    [{}, 17, 21, 5],
    [{ guards: { lease: 'bypass' } }, 18, 23],
  ),
  pair(
    'expiry mends what a writer left behind that died between commit and delete',
    'converges',
    { cache: { x: 1 }, crash: ['T2'], clients: oneEach },
    [{}, 13, 15, 3],
    [{ guards: { expiry: 'after-write' }, expire: 'any' }, 35, 62],
  ),
  pair(
    'a promised delete outlives its writer, and a delete of its own does not',
    'converges',
    { cache: { x: 1 }, crash: ['T2'], clients: oneEach },
    [{}, 13, 15, 3],
    [{ write: 'deferred-invalidate' }, 11, 12],
  ),
  pair(
    'a fill that gives way to what is cached cannot overwrite a writer’s store',
    'converges',
    { write: 'write-through', clients: oneEach },
    [{ guards: { fill: 'set' } }, 16, 21, 5],
    [{ guards: { fill: 'add-if-absent' } }, 15, 21],
  ),
  pair(
    'readers that never fill cannot fill late',
    'converges',
    { clients: oneEach },
    [{}, 17, 21, 5],
    [{ guards: { fill: 'none' } }, 9, 12],
  ),
  pair(
    'write-around leaves a warm key stale, and a cold one not',
    'converges',
    { write: 'write-around', clients: { T1: ['write x', 'read x'] } },
    [{ cache: { x: 1 } }, 3, 2, 2],
    [{}, 5, 4],
  ),
  pair(
    'a database that commits first loses no acknowledged write, and a cache that goes first does',
    'durable',
    { clients: twoWriters },
    [{ write: 'write-through-cache-first' }, 13, 16, 4],
    [{ write: 'write-through' }, 13, 16],
  ),
  pair(
    'a reader that waits for the token’s holder sees versions in order, and one that goes past the cache does not',
    'reads-in-order',
    { clients: { T1: ['read x'], T2: ['read x', 'read x'], T3: ['write x'] } },
    [{ guards: { lease: 'bypass' } }, 161, 323, 7],
    [{ guards: { lease: 'wait' } }, 79, 130],
  ),
  pair(
    'a token dies with a client that runs its own load, and not with one whose load the cache runs',
    'not-stuck',
    { guards: { lease: 'wait' }, crash: ['T1'], clients: { T1: ['read x'], T2: ['read x'] } },
    [{ read: 'cache-aside' }, 13, 17, 2],
    [{ read: 'read-through' }, 15, 20],
  ),
  pair(
    'a second writer reopens for a reader what one writer on a warm key leaves closed',
    'linearizable',
    { cache: { x: 1 }, clients: {} },
    [{ clients: { T1: ['read x', 'read x'], ...{ T2: ['write x'], T3: ['write x'] } } }, 90, 160, 8],
    [{ clients: { T1: ['read x', 'read x'], T2: ['write x'] } }, 15, 17],
  ),
  pair(
    'a second delete that outwaits every pause removes what a reader put back between delete and write',
    'converges',
    { cache: { x: 1 }, clients: oneEach },
    [{ write: 'delete-then-write' }, 14, 15, 5],
    [{ write: 'double-delete', guards: { delay: 'longer-than-pauses' } }, 19, 24],
  ),
  pair(
    'a tombstone keeps a fill that started before the delete out',
    'converges',
    { clients: oneEach },
    [{}, 17, 21, 5],
    [{ guards: { tombstone: 'true' } }, 16, 21],
  ),
  pair(
    'one eviction takes the tombstone, and with it what it kept out',
    'converges',
    { guards: { tombstone: 'true' }, clients: oneEach },
    [{ evict: 1 }, 26, 36, 6],
    [{}, 16, 21],
  ),
  pair(
    'a writer reads its own write where it deletes before it answers, and not where a timer does later',
    'read-your-writes',
    { cache: { x: 1 }, clients: { T1: ['write x', 'read x'] } },
    [{ write: 'deferred-invalidate' }, 8, 7, 2],
    [{}, 6, 5],
  ),
  pair(
    'a reader meets a phantom where the cache goes first and the writer dies, and not where the database does',
    'no-phantom',
    { crash: ['T2'], clients: oneEach },
    [{ write: 'write-through-cache-first' }, 24, 34, 3],
    [{ write: 'write-through' }, 26, 38],
  ),
  pair(
    'a queue that survives a restart loses no acknowledged write, and one in memory does',
    'durable',
    { write: 'write-behind', 'cache-restart': 1, clients: oneEach },
    [{}, 41, 61, 3],
    [{ guards: { queue: 'durable' } }, 40, 65],
  ),
  pair(
    'a flush that clears only what it wrote keeps the newer write',
    'durable',
    { write: 'write-behind', clients: twoWriters },
    [{ guards: { clear: 'plain' } }, 18, 23, 5],
    [{ guards: { clear: 'compare' } }, 17, 23],
  ),
  pair(
    'a reader of a queued version meets a phantom only where two writes become one',
    'no-phantom',
    { write: 'write-behind', clients: {} },
    [{ clients: { T1: ['write x', 'write x'], T2: ['read x'] } }, 35, 54, 4],
    [{ clients: { T1: ['write x'], T2: ['read x'] } }, 15, 19],
  ),
]

tryPairs(pairs)
