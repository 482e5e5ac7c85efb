/** Time-outs, locks, retries, stale marks, stamps and sequences: what each repairs, beside what it repairs or leaves open. */
import { pair, tryPairs } from './pairs.fixture'

const oneEach = { T1: ['read x'], T2: ['write x'] }
const twoWriters = { T1: ['write x'], T2: ['write x'] }
const lostToken = { read: 'cache-aside', crash: ['T1'], clients: { T1: ['read x'], T2: ['read x'] } }
const pause = { write: 'write-through', expire: 1, clients: oneEach }
const marked = { cache: { x: 1 }, clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } }

tryPairs([
  pair(
    'a token that runs out lets the next reader in, and one that never does keeps it waiting',
    'not-stuck',
    lostToken,
    [{ guards: { lease: 'wait' } }, 13, 17, 2],
    [{ guards: { lease: 'wait', 'lease-timeout': 'any' } }, 50, 112],
  ),
  pair(
    'a token that may run out once need not do so',
    'not-stuck',
    lostToken,
    [{ guards: { lease: 'wait', 'lease-timeout': 'once' } }, 46, 82, 2],
    [{ guards: { lease: 'wait', 'lease-timeout': 'any' } }, 50, 112],
  ),
  pair(
    'a reader whose refused fill starts over sees what everybody sees, and one that returns its version does not',
    'reads-in-order',
    { write: 'write-through', clients: { T1: ['read x'], T2: ['read x', 'read x'], T3: ['write x'] } },
    [{ guards: { 'compare-and-set': 'equal' } }, 94, 210, 8],
    [{ guards: { 'compare-and-set': 'equal', 'retry-refused-fill': 'true' } }, 115, 253],
  ),
  pair(
    'a marked entry is served behind the acknowledged write, where an absent one makes readers wait',
    'linearizable',
    marked,
    [{ guards: { lease: 'wait', 'serve-stale': 'true' } }, 23, 34, 4],
    [{ guards: { lease: 'wait' } }, 23, 30],
  ),
  pair(
    'a marked entry whose refilling reader has crashed stays, unless its token runs out',
    'converges',
    { ...marked, read: 'cache-aside', crash: ['T1'] },
    [{ guards: { lease: 'wait', 'serve-stale': 'true' } }, 34, 57, 5],
    [{ guards: { lease: 'wait', 'serve-stale': 'true', 'lease-timeout': 'any' } }, 62, 143],
  ),
  pair(
    'a late fill that is marked pushes out a newer entry, and one that is refused does not',
    'reads-in-order',
    { clients: { T1: ['read x'], T2: ['read x', 'read x'], T3: ['write x'], T4: ['read x'] } },
    [{ guards: { lease: 'wait', 'serve-stale': 'late-fills' } }, 405, 831, 10],
    [{ guards: { lease: 'wait', 'serve-stale': 'true' } }, 259, 509],
  ),
  pair(
    'writers that take turns cannot change places between the database and the cache',
    'converges',
    { write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    [{}, 13, 16, 4],
    [{ guards: { 'write-lock': 'true' } }, 16, 16],
  ),
  pair(
    'a lock that runs out under its holder is no lock',
    'converges',
    { write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    [{ guards: { 'write-lock': 'true', 'lock-timeout': 'any' } }, 90, 190, 9],
    [{ guards: { 'write-lock': 'true', 'lock-timeout': 'never' } }, 16, 16],
  ),
  pair(
    'a lock that runs out frees the writers that a crash has locked out',
    'not-stuck',
    { write: 'write-through', crash: ['T1'], clients: twoWriters },
    [{ guards: { 'write-lock': 'true' } }, 27, 31, 2],
    [{ guards: { 'write-lock': 'true', 'lock-timeout': 'any' } }, 141, 337],
  ),
  pair(
    'a lock that the cache keeps goes with a restart of the cache',
    'converges',
    { write: 'write-through', cache: { x: 1 }, guards: { 'write-lock': 'true' }, clients: twoWriters },
    [{ 'cache-restart': 1 }, 110, 166, 9],
    [{}, 16, 16],
  ),
  pair(
    'a stamp keeps out a fill that is older than a lifetime',
    'converges',
    pause,
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write' } }, 24, 35, 6],
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 25, 38],
  ),
  pair(
    'a stamp keeps it out although its reader may stop at any step, and the stamp goes with the reader',
    'converges',
    { ...pause, read: 'cache-aside', crash: ['T1'] },
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write' } }, 28, 53, 6],
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 29, 58],
  ),
  pair(
    'a stamp that is taken just before the fill says nothing about the select',
    'converges',
    pause,
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-fill' } }, 24, 35, 6],
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 25, 38],
  ),
  pair(
    'an eviction makes no stamp old, and a token does not ask why the entry went',
    'converges',
    { ...pause, expire: 0, evict: 1 },
    [{ guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 25, 37, 6],
    [{ guards: { lease: 'wait', expiry: 'after-write' } }, 25, 37],
  ),
  pair(
    'a delete makes no stamp old, and leaves no trace of the entry that it took',
    'converges',
    { expire: 1, clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } },
    [{ guards: { expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 145, 310, 6],
    [{ guards: { lease: 'wait', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 99, 168],
  ),
  pair(
    'a fast clock lets an old fill in, and an exact one does not',
    'converges',
    { ...pause, read: 'cache-aside' },
    [
      {
        guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select', clock: 'T1:1' },
      },
      24,
      35,
      6,
    ],
    [
      {
        guards: { 'compare-and-set': 'newer', expiry: 'after-write', 'reject-old-fills': 'at-select', clock: 'T1:0' },
      },
      25,
      38,
    ],
  ),
  pair(
    'a stamp closes the hole that an expired tombstone leaves',
    'converges',
    { expire: 1, clients: oneEach },
    [{ guards: { tombstone: 'true', expiry: 'after-write' } }, 26, 36, 6],
    [{ guards: { tombstone: 'true', expiry: 'after-write', 'reject-old-fills': 'at-select' } }, 27, 39],
  ),
  pair(
    'the higher version wins only where versions have the order of commits',
    'converges',
    { write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    [{ guards: { 'compare-and-set': 'newer', versions: 'separate-sequence' } }, 31, 44, 6],
    [{ guards: { 'compare-and-set': 'newer', versions: 'returning' } }, 12, 16],
  ),
  pair(
    'a lock around number and commit gives a sequence the order of commits',
    'converges',
    { write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    [{ guards: { 'compare-and-set': 'newer', versions: 'separate-sequence' } }, 31, 44, 6],
    [{ guards: { 'compare-and-set': 'newer', versions: 'separate-sequence', 'write-lock': 'true' } }, 20, 20],
  ),
])
