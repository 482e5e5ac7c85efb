import { expectSayings, still, three, twoWriters } from '../saying.fixture'

expectSayings([
  [
    'a fill without its lease',
    { guards: { lease: 'wait' } },
    'T1 T1 T2 T2 T1',
    ['good', 'lease', null, "T1's fill is refused, because step 4 voided its lease."],
  ],
  [
    'an older fill against a newer entry',
    { guards: { 'compare-and-set': 'newer' }, write: 'write-through' },
    'T1 T1 T2 T2 T1',
    [
      'good',
      'compare-and-set',
      null,
      "T1's fill is refused, because the cache already holds version 2, stored at step 4.",
    ],
  ],
  [
    'a fill of what is there already',
    { guards: { 'compare-and-set': 'newer' }, clients: three },
    'T1 T1 T3 T3 T3 T1',
    [
      'plain',
      'compare-and-set',
      null,
      "T1's fill is refused, because the cache already holds version 1, stored at step 5.",
    ],
  ],
  [
    'an add onto a cached key',
    { guards: { fill: 'add-if-absent' }, write: 'write-through' },
    'T1 T1 T2 T2 T1',
    [
      'good',
      'add if absent',
      null,
      "T1's fill is refused, because the cache already holds version 2, stored at step 4.",
    ],
  ],
  [
    'a writer that expected another version',
    { guards: { 'compare-and-set': 'equal' }, write: 'write-through', cache: { x: 1 }, clients: twoWriters },
    'T1 T2 T2',
    [
      'bad',
      'compare-and-set',
      still,
      "T2's store of version 3 is refused, because the cache holds version 1, from the start, and T2 expected version 2. The write is acknowledged all the same.",
    ],
  ],
  [
    'a fill that is older than a tombstone',
    { guards: { tombstone: 'true' } },
    'T1 T1 T2 T2 T1',
    ['good', 'tombstone', null, "T1's fill is refused, because step 4 left a tombstone of version 2."],
  ],
])
