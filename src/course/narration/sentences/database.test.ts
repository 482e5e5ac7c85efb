import { expectSayings, now, still, three, twoWriters } from '../saying.fixture'

expectSayings([
  [
    'a commit after a delete that a reader has undone',
    { cache: { x: 1 }, write: 'delete-then-write' },
    'T2 T1 T1 T1 T2',
    [
      'bad',
      'stale entry',
      now,
      'T2 committed version 2 of x and left version 1 in the cache. The write is acknowledged.',
    ],
  ],
  ['a select', {}, 'T1 T1', ['plain', 'select', null, 'T1 reads version 1 from the database.']],
  [
    'a select by the cache under read-through',
    { read: 'read-through' },
    'T1 T1',
    ['plain', 'select', null, 'The cache reads version 1 from the database for T1.'],
  ],
  [
    'a select that ends the read, because another client fills',
    { guards: { lease: 'bypass' }, clients: three },
    'T1 T3 T3',
    [
      'plain',
      'select',
      null,
      'T3 reads version 1 from the database and returns it. It stores nothing, because T1 held the lease at step 2.',
    ],
  ],
  [
    'a select that ends the read, because nobody fills',
    { read: 'read-through', guards: { fill: 'none' } },
    'T1 T1',
    [
      'plain',
      'select',
      null,
      'The cache reads version 1 from the database and returns it to T1. It stores nothing, because filling is left to others.',
    ],
  ],
  ['a commit', {}, 'T2', ['plain', 'commit', null, 'T2 commits version 2 of x.']],
  [
    'a commit that answers at once',
    { write: 'write-around' },
    'T2',
    ['plain', 'commit', null, 'T2 commits version 2 of x. The write is acknowledged.'],
  ],
  [
    'a commit that opens a stale window',
    { cache: { x: 1 } },
    'T2',
    ['plain', 'stale window', null, 'T2 commits version 2 of x. The cache still holds version 1.'],
  ],
  [
    'a commit that leaves an old entry for good',
    { cache: { x: 1 }, write: 'write-around' },
    'T2',
    [
      'bad',
      'stale entry',
      now,
      'T2 committed version 2 of x and left version 1 in the cache. The write is acknowledged.',
    ],
  ],
  [
    'a second commit over the same old entry',
    { cache: { x: 1 }, write: 'write-around', clients: twoWriters },
    'T2 T1',
    [
      'bad',
      'stale entry',
      still,
      'T1 committed version 3 of x and left version 1 in the cache. The write is acknowledged.',
    ],
  ],
  [
    'a commit that leaves the delete to a timer',
    { cache: { x: 1 }, write: 'deferred-invalidate' },
    'T2',
    [
      'plain',
      'stale window',
      null,
      'T2 commits version 2 of x and sets a timer that will delete x from the cache. Until it fires, the cache still holds version 1. The write is acknowledged.',
    ],
  ],
  [
    'a timer set while nothing is cached',
    { write: 'deferred-invalidate' },
    'T2',
    [
      'plain',
      'commit',
      null,
      'T2 commits version 2 of x and sets a timer that will delete x from the cache. The write is acknowledged.',
    ],
  ],
  [
    'a commit of what the cache has counted',
    { write: 'write-through-cache-first' },
    'T2 T2',
    ['plain', 'commit', null, 'T2 commits version 2 of x. The cache already has it. The write is acknowledged.'],
  ],
  [
    'a commit that takes the database back',
    { write: 'write-through-cache-first', clients: twoWriters },
    'T1 T2 T2 T1',
    [
      'bad',
      'lost update',
      'The database went back to an older version.',
      'T1 committed version 2 of x over version 3, which T2 had committed at step 3. The write is acknowledged.',
    ],
  ],
])
