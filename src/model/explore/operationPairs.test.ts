/** Each repair of an operation on more than one version, row or entry beside what it repairs, as in `pairs.test.ts`. */
import { pair, tryPairs, type Pair } from './pairs.fixture'

const twoIncrements = { T1: ['increment x'], T2: ['increment x'] }
const composed = { card: ['x', 'y'] as const }
const transferAndReader = { T1: ['transfer x y'], T2: ['read y', 'read x'] }
const warm = { x: 1, y: 1 }

const pairs: readonly Pair[] = [
  pair(
    'two increments count twice where one is added in place',
    'no-lost-update',
    { write: 'write-through', cache: { x: 1 }, clients: twoIncrements },
    [{}, 24, 32, 6],
    [{ guards: { increments: 'in-place' } }, 13, 16],
  ),
  pair(
    'an increment that was made from an old version is refused where the database compares',
    'no-lost-update',
    { write: 'write-invalidate', clients: twoIncrements },
    [{}, 75, 116, 8],
    [{ guards: { increments: 'compare-and-set' } }, 67, 100],
  ),
  pair(
    'the higher version wins in the cache and saves no increment, and a lock around it does',
    'no-lost-update',
    { write: 'write-through', clients: twoIncrements, guards: { 'compare-and-set': 'newer' } },
    [{}, 86, 132, 8],
    [{ guards: { 'compare-and-set': 'newer', 'write-lock': 'true' } }, 24, 24],
  ),
  pair(
    'the database loses increments without any cache, and adds them in place',
    'no-lost-update',
    { read: 'database-only', write: 'write-around', clients: twoIncrements },
    [{}, 11, 14, 4],
    [{ guards: { increments: 'in-place' } }, 4, 4],
  ),
  pair(
    'a queue that keeps last values loses increments, and one that adds does not',
    'no-lost-update',
    { write: 'write-behind', cache: { x: 1 }, clients: twoIncrements },
    [{}, 19, 28, 5],
    [{ guards: { increments: 'in-place' } }, 8, 10],
  ),
  pair(
    'a reader who goes round the cache knows more than the next read of the cache',
    'linearizable',
    { cache: { x: 1 }, clients: {} },
    [{ clients: { T1: ['write x'], T3: ['bypass x', 'read x'] } }, 12, 14, 3],
    [{ clients: { T1: ['write x'], T3: ['read x', 'read x'] } }, 15, 17],
  ),
  pair(
    'the higher version is no help against a reader who goes round the cache',
    'reads-in-order',
    { write: 'write-through', guards: { 'compare-and-set': 'newer' }, cache: { x: 1 }, clients: {} },
    [{ clients: { T1: ['write x'], T3: ['bypass x', 'read x'] } }, 9, 12, 3],
    [{ clients: { T1: ['write x'], T3: ['read x', 'read x'] } }, 9, 12],
  ),
  pair(
    'all reads from the database are never behind, and from a cache that nobody invalidates they are',
    'linearizable',
    { write: 'write-around', cache: { x: 1 }, clients: { T1: ['read x'], T2: ['write x', 'read x'] } },
    [{ read: 'cache-aside' }, 6, 7, 2],
    [{ read: 'database-only' }, 6, 7],
  ),
  pair(
    'a writer that dies between its two entries leaves one behind, and a living one does not',
    'converges',
    { write: 'write-through', database: warm, cache: warm, clients: transferAndReader },
    [{ crash: ['T1'] }, 21, 32, 4],
    [{}, 12, 17],
  ),
  pair(
    'a transfer tears a composed value, and a write of one row does not',
    'no-torn-read',
    { composed, clients: {} },
    [{ clients: { T1: ['read card'], T2: ['transfer x y'] } }, 35, 50, 5],
    [{ clients: { T1: ['read card'], T2: ['write x'] } }, 21, 29],
  ),
  pair(
    'a writer who forgets what is made of its row leaves it stale',
    'converges',
    { composed, cache: { card: 3 }, clients: { T1: ['read card'], T2: ['write x'] } },
    [{}, 6, 7, 3],
    [{ guards: { invalidate: 'composed' } }, 12, 13],
  ),
  pair(
    'that nothing is there stays cached after the insert, unless the writer deletes it',
    'converges',
    {
      database: { x: 0 },
      guards: { 'cache-absent': 'true', lease: 'wait' },
      clients: { T1: ['read x'], T2: ['write x'] },
    },
    [{ write: 'write-around' }, 10, 11, 4],
    [{ write: 'write-invalidate' }, 18, 23],
  ),
  pair(
    'a load that finds nothing and stores nothing leaves its token out, and others wait for it for ever',
    'not-stuck',
    { database: { x: 0 }, clients: { T1: ['read x'], T2: ['read x'] } },
    [{ guards: { lease: 'wait' } }, 5, 4, 2],
    [{ guards: { lease: 'wait', 'cache-absent': 'true' } }, 8, 8],
  ),
  pair(
    'an entry without a lifetime stays stale where the others expire',
    'converges',
    { write: 'write-around', database: warm, cache: warm, expire: 'any', clients: { T2: ['write y'] } },
    [{ guards: { expiry: 'after-write', 'lifetime-of': 'x' } }, 4, 4, 2],
    [{ guards: { expiry: 'after-write' } }, 8, 12],
  ),
  pair(
    'a reader meets one half of a transfer in the cache, and both in the database',
    'no-half-transfer',
    {
      write: 'write-through',
      database: warm,
      cache: warm,
      clients: { T1: ['transfer x y'], T2: ['read x', 'read y'] },
    },
    [{}, 12, 17, 4],
    [{ read: 'database-only' }, 12, 17],
  ),
  pair(
    'a reader who loads itself takes its token to the grave, and the cache finishes the same steps',
    'not-stuck',
    { guards: { lease: 'wait' }, crash: ['T1'], clients: { T1: ['read x'], T2: ['read x'] } },
    [{ read: 'cache-aside' }, 13, 17, 2],
    [{ read: 'read-through' }, 15, 20],
  ),
]

tryPairs(pairs)
