import { expectSayings, now } from '../saying.fixture'

const ahead = {
  ...{ read: 'refresh-ahead', write: 'write-around', cache: { x: 1 } },
  clients: { T1: ['read x'], T2: ['write x'] },
}
const soft = { ...ahead, guards: { 'soft-expiry': 'true' }, 'soft-expire': 1 }
const newer = { ...ahead, guards: { 'compare-and-set': 'newer' } }
const warmed = { write: 'write-through', guards: { warm: 'x' } }

expectSayings([
  [
    'a refresh that reads',
    ahead,
    'T2 refresh:x',
    ['plain', 'refresh', null, 'The refresh reads version 2 from the database.'],
  ],
  [
    'a refresh that mends',
    ahead,
    'T2 refresh:x refresh:x',
    [
      'good',
      'refresh',
      null,
      'The refresh stores version 2 of x in the cache. It was older than version 2, which T2 committed at step 1.',
    ],
  ],
  [
    'a refresh that finds nothing new',
    ahead,
    'refresh:x refresh:x',
    ['plain', 'refresh', null, 'The refresh finds version 1 of x cached already.'],
  ],
  [
    'a refresh that comes too late',
    { ...ahead, write: 'write-through' },
    'refresh:x T2 T2 refresh:x',
    [
      'bad',
      'stale refresh',
      now,
      'The refresh stored the version 1 that it had read at step 1, after T2 had committed version 2 at step 2.',
    ],
  ],
  [
    'a refresh that the higher version keeps out',
    { ...newer, write: 'write-through' },
    'refresh:x T2 T2 refresh:x',
    ['good', 'refresh', null, 'The refresh would store version 1 and is refused, because the cache holds version 2.'],
  ],
  [
    'a refresh over a write that waits in the queue',
    { ...ahead, write: 'write-behind' },
    'T2 refresh:x refresh:x',
    [
      'bad',
      'refresh over a waiting write',
      'The cache goes back to an older version.',
      'The refresh stores version 1 of x in the cache, over version 2, which the database does not have yet.',
    ],
  ],
  [
    'a refresh over an entry with the only note of a write',
    { ...ahead, write: 'write-behind', guards: { queue: 'entry' } },
    'T2 refresh:x refresh:x',
    [
      'bad',
      'lost write',
      'An acknowledged write is lost.',
      'The refresh stores version 1 of x in the cache, over version 2. The flag that said that the database does not have version 2 of x is gone with it.',
    ],
  ],
  [
    'a refresh from a replica that lags',
    { ...ahead, replica: 'lagging', write: 'write-through' },
    'T2 T2 refresh:x',
    [
      'plain',
      'replica lag',
      null,
      'The refresh reads version 1 from the replica, although T2 committed version 2 at step 1.',
    ],
  ],
  [
    'a soft expiry',
    soft,
    'soft-expire:x',
    [
      'plain',
      'soft expiry',
      null,
      'The soft lifetime of version 1 of x is over. The next read still gets it, and asks for a reload.',
    ],
  ],
  [
    'a read that asks for the reload',
    soft,
    'soft-expire:x T1',
    [
      'plain',
      'soft expiry',
      null,
      'T1 gets version 1 from the cache. It is soft-expired, so its reload is asked for, and nobody waits for that.',
    ],
  ],
  [
    'a warm-up that reads',
    warmed,
    'warm:x',
    ['plain', 'warm-up', null, 'The warm-up reads version 1 from the database.'],
  ],
  [
    'a warm-up that stores',
    warmed,
    'warm:x warm:x',
    ['plain', 'warm-up', null, 'The warm-up stores version 1 of x in the cache.'],
  ],
  [
    'a warm-up that overwrites a newer store',
    warmed,
    'warm:x T2 T2 warm:x',
    [
      'bad',
      'stale warm-up',
      now,
      'The warm-up stored the version 1 that it had read at step 1, after T2 had committed version 2 at step 2.',
    ],
  ],
  [
    'a warm-up that gives way',
    { ...warmed, guards: { warm: 'x', fill: 'add-if-absent' } },
    'warm:x T2 T2 warm:x',
    ['good', 'warm-up', null, 'The warm-up would store version 1 and is refused, because the cache holds version 2.'],
  ],
])
