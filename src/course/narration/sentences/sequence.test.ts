import { expectSayings, twoWriters } from '../saying.fixture'

const apart = { write: 'write-through', guards: { versions: 'separate-sequence' }, clients: twoWriters }

expectSayings([
  [
    'a number that is taken before its commit',
    apart,
    'T1',
    ['plain', 'sequence', null, 'T1 takes number 2 for x from the sequence, and has yet to commit it.'],
  ],
  [
    'a commit of the lower number over the higher one',
    apart,
    'T1 T2 T2 T1',
    [
      'bad',
      'lost update',
      'The database went back to an older version.',
      'T1 committed version 2 of x over version 3, which T2 had committed at step 3.',
    ],
  ],
  [
    'a crash before the number is taken to the row',
    { ...apart, crash: ['T1'] },
    'T1 crash:T1',
    ['bad', 'crash', 'The write stops halfway.', 'T1 crashes before it commits version 2 of x.'],
  ],
])
