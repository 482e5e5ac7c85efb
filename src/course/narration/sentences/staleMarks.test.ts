import { expectSayings, three } from '../saying.fixture'

const marks = { cache: { x: 1 }, guards: { lease: 'wait', 'serve-stale': 'true' }, clients: three }

expectSayings([
  [
    'a delete that leaves the entry',
    marks,
    'T2 T2',
    [
      'plain',
      'stale mark',
      null,
      'T2 marks x in the cache as stale. Version 1 stays, and the next reader has to refill it. The write is acknowledged.',
    ],
  ],
  [
    'a mark where nothing is cached',
    { ...marks, cache: {} },
    'T1 T2 T2',
    [
      'plain',
      'stale mark',
      null,
      "T2 marks x in the cache as stale. There is nothing to mark. T1's lease is void from now on. The write is acknowledged.",
    ],
  ],
  [
    'a timer that marks',
    { ...marks, write: 'deferred-invalidate' },
    'T2 timer:T2',
    ['plain', 'stale mark', null, "T2's timer fires and marks version 1 of x as stale."],
  ],
  [
    'the commit that sets such a timer',
    { ...marks, write: 'deferred-invalidate' },
    'T2',
    [
      'plain',
      'stale window',
      null,
      'T2 commits version 2 of x and sets a timer that will mark x as stale in the cache. Until it fires, the cache still holds version 1. The write is acknowledged.',
    ],
  ],
  [
    'the reader that refills',
    marks,
    'T2 T2 T1',
    [
      'plain',
      'lease',
      null,
      'T1 finds version 1, marked stale at step 2. It takes the lease and has to refill it; others are served version 1 meanwhile.',
    ],
  ],
  [
    'a reader that is served the marked entry',
    marks,
    'T2 T2 T1 T3',
    [
      'bad',
      'stale read',
      null,
      'T3 is served version 1, marked stale at step 2, because T1 has been refilling it since step 3.',
    ],
  ],
  [
    'a late fill that pushes out a newer entry',
    { ...marks, cache: {}, guards: { lease: 'wait', 'serve-stale': 'late-fills' } },
    'T1 T1 T2 T2 T3 T3 T3 T1',
    [
      'bad',
      'stale mark',
      'A newer version has to make way.',
      'T1 keeps version 1 and marks it stale, because step 4 ended its lease. Version 2 was there, and clean.',
    ],
  ],
])
