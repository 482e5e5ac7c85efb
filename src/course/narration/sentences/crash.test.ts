import { expectSayings, three } from '../saying.fixture'

expectSayings([
  [
    'a crash before anything',
    { crash: ['T2'] },
    'crash:T2',
    ['plain', 'crash', null, 'T2 crashes before its first operation begins.'],
  ],
  [
    'a crash between two operations',
    { crash: ['T1'], cache: { x: 1 }, clients: { T1: ['read x', 'read x'] } },
    'T1 crash:T1',
    ['plain', 'crash', null, 'T1 crashes before its next operation begins.'],
  ],
  [
    'a crash between commit and delete',
    { cache: { x: 1 }, crash: ['T2'] },
    'T2 crash:T2',
    [
      'bad',
      'crash',
      'The write stops halfway.',
      'T2 crashes before it deletes x from the cache. Version 1 stays cached, although T2 committed version 2 at step 1.',
    ],
  ],
  [
    'a crash between store and commit',
    { write: 'write-through-cache-first', crash: ['T2'] },
    'T2 crash:T2',
    [
      'bad',
      'crash',
      'The write stops halfway.',
      'T2 crashes before it commits version 2 of x. The cache holds version 2, which the database will never have.',
    ],
  ],
  [
    'a crash of a reader before its select',
    { crash: ['T1'] },
    'T1 crash:T1',
    ['plain', 'crash', null, 'T1 crashes before it reads x from the database.'],
  ],
  [
    'a crash that leaves a lease and a waiting client behind',
    { crash: ['T1'], guards: { lease: 'wait' }, clients: three },
    'T1 T1 crash:T1',
    [
      'plain',
      'crash',
      null,
      'T1 crashes before it stores version 1 of x in the cache. Its lease stays out, and T3 waits for it.',
    ],
  ],
  [
    'a crash under read-through',
    { read: 'read-through', crash: ['T1'] },
    'T1 crash:T1',
    ['plain', 'crash', null, 'T1 crashes. The cache goes on with the load that T1 began.'],
  ],
  [
    'a load that nobody hears',
    { read: 'read-through', crash: ['T1'] },
    'T1 crash:T1 T1 T1',
    ['plain', 'fill', null, 'The cache keeps version 1.'],
  ],
])
