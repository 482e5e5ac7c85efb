import { expectSayings } from '../saying.fixture'

expectSayings([
  [
    'a delete of nothing',
    {},
    'T2 T2',
    [
      'plain',
      'invalidation',
      null,
      'T2 deletes x from the cache. There is nothing to delete. The write is acknowledged.',
    ],
  ],
  [
    'a delete of a stale entry',
    { cache: { x: 1 } },
    'T2 T2',
    [
      'plain',
      'invalidation',
      null,
      'T2 deletes x from the cache. The stale version 1 is gone. The write is acknowledged.',
    ],
  ],
  [
    'a delete that voids a lease',
    { guards: { lease: 'wait' } },
    'T1 T2 T2',
    [
      'plain',
      'voided lease',
      null,
      "T2 deletes x from the cache. There is nothing to delete. T1's lease is void from now on. The write is acknowledged.",
    ],
  ],
  [
    'a delete before the write',
    { cache: { x: 1 }, write: 'delete-then-write' },
    'T2',
    ['plain', 'invalidation', null, 'T2 deletes x from the cache. Version 1 is gone.'],
  ],
  [
    'a second delete that mends what a reader put back after the first',
    { cache: { x: 1 }, write: 'double-delete' },
    'T2 T1 T1 T1 T2 timer:T2',
    [
      'good',
      'deferred delete',
      null,
      "T2's timer fires and deletes version 1 of x from the cache. It was older than version 2, which T2 committed at step 5.",
    ],
  ],
  [
    'a timer that mends',
    { cache: { x: 1 }, write: 'deferred-invalidate' },
    'T2 timer:T2',
    [
      'good',
      'deferred delete',
      null,
      "T2's timer fires and deletes version 1 of x from the cache. It was older than version 2, which T2 committed at step 1.",
    ],
  ],
  [
    'a timer that finds nothing and voids a lease',
    { guards: { lease: 'wait' }, write: 'deferred-invalidate' },
    'T1 T2 timer:T2',
    ['plain', 'deferred delete', null, "T2's timer fires. There is nothing to delete. T1's lease is void from now on."],
  ],
  [
    'an eviction',
    { cache: { x: 1 }, evict: 1 },
    'evict:x',
    ['plain', 'eviction', null, 'The cache needs the room and evicts version 1 of x.'],
  ],
  [
    'an expiry',
    { cache: { x: 1 }, expire: 'any' },
    'expire:x',
    ['plain', 'expiry', null, 'Version 1 of x expires and leaves the cache.'],
  ],
  [
    'an expiry that ends staleness',
    { cache: { x: 1 }, expire: 1, write: 'write-around' },
    'T2 expire:x',
    [
      'good',
      'expiry',
      null,
      'Version 1 of x expires and leaves the cache. It was older than version 2, which T2 committed at step 1.',
    ],
  ],
  [
    'a delete that leaves a tombstone',
    { guards: { tombstone: 'true' }, cache: { x: 1 } },
    'T2 T2',
    [
      'plain',
      'tombstone',
      null,
      'T2 deletes x from the cache. The stale version 1 is gone. A tombstone of version 2 stays. The write is acknowledged.',
    ],
  ],
  [
    'a delete that comes after a fill of its own version',
    { guards: { tombstone: 'true' } },
    'T2 T1 T1 T1 T2',
    [
      'plain',
      'tombstone',
      null,
      'T2 deletes nothing of x, because the cached version 2 is as new as its own. The write is acknowledged.',
    ],
  ],
  [
    'an eviction of a tombstone',
    { guards: { tombstone: 'true' }, evict: 1 },
    'T2 T2 evict:x',
    ['plain', 'eviction', null, 'The cache needs the room and evicts the tombstone of version 2 of x.'],
  ],
])
