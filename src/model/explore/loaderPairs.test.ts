/** Warm-up and refresh-ahead: what a store that nobody asked for breaks and mends, each beside its twin. */
import { pair, tryPairs } from './pairs.fixture'

const oneEach = { T1: ['read x'], T2: ['write x'] }
const twice = { T1: ['read x', 'read x'], T2: ['write x'] }
const cache = { x: 1 }

tryPairs([
  pair(
    'a periodic refresh mends what write-around leaves stale',
    'converges',
    { write: 'write-around', cache, clients: oneEach },
    [{}, 4, 4, 2],
    [{ read: 'refresh-ahead' }, 20, 32],
  ),
  pair(
    'a refresh that comes late takes a reader back, and the higher version does not let it',
    'reads-in-order',
    { read: 'refresh-ahead', write: 'write-through', cache, clients: twice },
    [{}, 54, 111, 6],
    [{ guards: { 'compare-and-set': 'newer' } }, 48, 101],
  ),
  pair(
    'a reload after a soft expiry stays stale for good, where a periodic one comes again',
    'converges',
    { read: 'refresh-ahead', write: 'write-through', cache, clients: oneEach },
    [{ guards: { 'soft-expiry': 'true' }, 'soft-expire': 1 }, 26, 37, 6],
    [{}, 36, 68],
  ),
  pair(
    'a tombstone keeps out a reload that had read before the commit',
    'converges',
    { read: 'refresh-ahead', write: 'write-invalidate', cache, 'soft-expire': 1, clients: oneEach },
    [{ guards: { 'soft-expiry': 'true' } }, 30, 38, 6],
    [{ guards: { 'soft-expiry': 'true', tombstone: 'true' } }, 29, 38],
  ),
  pair(
    'an entry that is soft-expired and never read again stays as it is',
    'converges',
    { read: 'refresh-ahead', write: 'write-around', cache, clients: oneEach },
    [{ guards: { 'soft-expiry': 'true' }, 'soft-expire': 'any' }, 18, 27, 3],
    [{}, 20, 32],
  ),
  pair(
    'a refresh puts the old row over a write that waits in the queue, and the higher version does not let it',
    'read-your-writes',
    { read: 'refresh-ahead', write: 'write-behind', cache, clients: { T1: ['write x', 'read x'] } },
    [{}, 37, 66, 4],
    [{ guards: { 'compare-and-set': 'newer' } }, 27, 47],
  ),
  pair(
    'a refresh takes along the flag of the entry that it replaces',
    'durable',
    { write: 'write-behind', guards: { queue: 'entry' }, cache, clients: { T1: ['write x'] } },
    [{ read: 'refresh-ahead' }, 18, 22, 3],
    [{ read: 'read-through' }, 3, 2],
  ),
  pair(
    'a refresh from a replica that lags takes a reader back',
    'reads-in-order',
    { read: 'refresh-ahead', write: 'write-through', cache, replica: 'lagging', clients: twice },
    [{}, 93, 209, 6],
    [{ guards: { 'compare-and-set': 'newer' } }, 78, 178],
  ),
  pair(
    'a warm-up overwrites what a writer has stored in between, unless it gives way',
    'converges',
    { write: 'write-through', clients: { T1: ['write x'] } },
    [{ guards: { warm: 'x' } }, 13, 16, 4],
    [{ guards: { warm: 'x', fill: 'add-if-absent' } }, 12, 16],
  ),
  pair(
    'a warm-up that gives way puts an old version back after a delete, unless a tombstone stands in its way',
    'converges',
    { write: 'write-invalidate', clients: { T1: ['write x'] } },
    [{ guards: { warm: 'x', fill: 'add-if-absent' } }, 14, 16, 4],
    [{ guards: { warm: 'x', tombstone: 'true' } }, 13, 16],
  ),
  pair(
    'a delete that outwaits every pause outwaits a warm-up, too',
    'converges',
    { write: 'deferred-invalidate', clients: { T1: ['write x'] } },
    [{ guards: { warm: 'x' } }, 14, 16, 4],
    [{ guards: { warm: 'x', delay: 'longer-than-pauses' } }, 12, 14],
  ),
])
