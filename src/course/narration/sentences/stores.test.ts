import { expectSayings, now, twoWriters } from '../saying.fixture'

expectSayings([
  ['a fill', {}, 'T1 T1 T1', ['plain', 'fill', null, 'T1 stores version 1 in the cache and returns it.']],
  [
    'a fill by the cache under read-through',
    { read: 'read-through' },
    'T1 T1 T1',
    ['plain', 'fill', null, 'The cache keeps version 1 and returns it to T1.'],
  ],
  [
    'a fill with a live lease',
    { guards: { lease: 'wait' } },
    'T1 T1 T1',
    ['plain', 'lease', null, 'T1 stores version 1 in the cache with the lease and returns it.'],
  ],
  [
    'the stale fill names the select and the commit',
    {},
    'T1 T1 T2 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
    ],
  ],
  [
    'the stale fill under read-through',
    { read: 'read-through' },
    'T1 T1 T2 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      'The cache stored the version 1 that it had read for T1 at step 2, after T2 had committed version 2 at step 3.',
    ],
  ],
  [
    'the stale fill that a compare-and-set lets through',
    { guards: { 'compare-and-set': 'newer' } },
    'T1 T1 T2 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3. Nothing was cached, so there was nothing to compare.',
    ],
  ],
  [
    'the stale fill that add-if-absent lets through',
    { guards: { fill: 'add-if-absent' } },
    'T1 T1 T2 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3. Nothing was cached, so nothing stood in its way.',
    ],
  ],
  [
    'the stale fill that a lease lets through',
    { guards: { lease: 'wait' }, write: 'write-around' },
    'T1 T1 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3. Nothing had deleted x since, so its lease was still good.',
    ],
  ],
  [
    'a stale fill that a timer will mend',
    { write: 'deferred-invalidate' },
    'T1 T1 T2 T1',
    [
      'bad',
      'stale fill',
      now,
      "T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3. T2's timer will delete it.",
    ],
  ],
  [
    'a store by a writer',
    { write: 'write-through' },
    'T2 T2',
    ['plain', 'write-through', null, 'T2 stores version 2 of x in the cache. The write is acknowledged.'],
  ],
  [
    'a store that voids a lease',
    { write: 'write-through', guards: { lease: 'wait' } },
    'T1 T2 T2',
    [
      'plain',
      'write-through',
      null,
      "T2 stores version 2 of x in the cache. T1's lease is void from now on. The write is acknowledged.",
    ],
  ],
  [
    'two writers whose stores overtake each other',
    { write: 'write-through', clients: twoWriters },
    'T1 T2 T2 T1',
    [
      'bad',
      'stale store',
      now,
      'T1 stored the version 2 that it had committed at step 1, after T2 had committed version 3 at step 2. The write is acknowledged.',
    ],
  ],
  [
    'a store before the commit',
    { write: 'write-through-cache-first' },
    'T2',
    [
      'plain',
      'cache ahead of the database',
      null,
      'T2 stores version 2 of x in the cache. The database still has version 1.',
    ],
  ],
  [
    'a late fill where the tombstone has been evicted',
    { guards: { tombstone: 'true' }, evict: 1 },
    'T1 T1 T2 T2 evict:x T1',
    [
      'bad',
      'stale fill',
      now,
      'T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3. No tombstone was there, so there was nothing to compare.',
    ],
  ],
])
