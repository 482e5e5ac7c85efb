import { expectSayings, three } from '../saying.fixture'

expectSayings([
  ['a miss on a key that never was cached', {}, 'T1', ['plain', 'miss', null, 'T1 asks the cache for x and misses.']],
  [
    'a miss names the delete that emptied the cache',
    { cache: { x: 1 } },
    'T2 T2 T1',
    ['plain', 'miss', null, 'T1 asks the cache for x and misses, because step 2 deleted it.'],
  ],
  [
    'a miss names the eviction',
    { cache: { x: 1 }, evict: 1 },
    'evict:x T1',
    ['plain', 'miss', null, 'T1 asks the cache for x and misses, because step 1 evicted it.'],
  ],
  [
    'a miss names the expiry',
    { cache: { x: 1 }, expire: 1 },
    'expire:x T1',
    ['plain', 'miss', null, 'T1 asks the cache for x and misses, because it expired at step 1.'],
  ],
  [
    'a miss names the timer',
    { cache: { x: 1 }, write: 'deferred-invalidate' },
    'T2 timer:T2 T1',
    ['plain', 'miss', null, 'T1 asks the cache for x and misses, because a timer deleted it at step 2.'],
  ],
  ['a hit', { cache: { x: 1 } }, 'T1', ['plain', 'hit', null, 'T1 gets version 1 from the cache.']],
  [
    'a hit names its key where there are several',
    { cache: { x: 1 }, database: { x: 1, y: 1 } },
    'T1',
    ['plain', 'hit', null, 'T1 gets version 1 of x from the cache.'],
  ],
  [
    'a stale hit names the commit that it missed',
    { clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
    'T1 T1 T2 T2 T1 T1',
    ['bad', 'stale read', null, 'T1 gets version 1 from the cache, although T2 committed version 2 at step 3.'],
  ],
  [
    'a hit on a copy that was stale from the start',
    { cache: { x: 1 }, database: { x: 2 } },
    'T1',
    [
      'bad',
      'stale read',
      null,
      'T1 gets version 1 from the cache, although the database has had version 2 from the start.',
    ],
  ],
  [
    'a hit on a version that the database has not got',
    { write: 'write-through-cache-first' },
    'T2 T1',
    ['bad', 'uncommitted read', null, 'T1 gets version 2 from the cache, although the database still has version 1.'],
  ],
  [
    'a miss that wins the lease',
    { guards: { lease: 'wait' } },
    'T1',
    ['plain', 'lease', null, 'T1 asks the cache for x and misses. It takes the lease, so only T1 may fill x.'],
  ],
  [
    'a lease that makes another client wait',
    { guards: { lease: 'wait' }, clients: three },
    'T1',
    [
      'plain',
      'lease',
      null,
      'T1 asks the cache for x and misses. It takes the lease, so only T1 may fill x. T3 has to wait for it.',
    ],
  ],
  [
    'a miss that does not get the lease',
    { guards: { lease: 'bypass' }, clients: three },
    'T1 T3',
    [
      'plain',
      'lease',
      null,
      'T3 asks the cache for x and misses. T1 has held the lease since step 1, so T3 may not fill x.',
    ],
  ],
  [
    'a wait that ends with the fill',
    { guards: { lease: 'wait' }, clients: three },
    'T1 T1 T1 T3',
    ['plain', 'hit', null, 'T3 has waited until T1 stored x at step 3. Now it gets version 1 from the cache.'],
  ],
  [
    'a wait that ends because the lease is voided',
    { guards: { lease: 'wait' }, clients: three },
    'T1 T1 T2 T2 T3',
    [
      'plain',
      'lease',
      null,
      "T3 has waited until step 4 voided T1's lease. Now it asks the cache for x and misses. It takes the lease, so only T3 may fill x.",
    ],
  ],
])
