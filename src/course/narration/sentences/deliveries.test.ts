import { expectSayings, now } from '../saying.fixture'

const log = { write: 'change-log', cache: { x: 1 }, clients: { T1: ['write x', 'write x'], T2: ['read x'] } }
const twice = { ...log, redeliver: 1 }
const newer = { ...twice, guards: { 'compare-and-set': 'newer' } }
const lagging = { ...log, write: 'write-invalidate', replica: 'lagging' }
const remote = { ...lagging, guards: { regions: '2', 'remote-marker': 'true' } }
const all = 'T1 T1 log log log log redeliver'

expectSayings([
  [
    'a commit that the listener will bring',
    log,
    'T1',
    [
      'plain',
      'stale window',
      null,
      'T1 commits version 2 of x. Until the listener brings it, the cache still holds version 1. The write is acknowledged.',
    ],
  ],
  [
    'a commit for a replica that nobody reads',
    log,
    'T1 log',
    ['plain', 'change log', null, 'The listener brings version 2 of x to the replica, which nobody reads here.'],
  ],
  [
    'a commit for a replica that is read',
    { ...log, replica: 'lagging' },
    'T1 log',
    ['plain', 'change log', null, 'The listener brings version 2 of x to the replica.'],
  ],
  [
    'a commit for the cache',
    log,
    'T1 log log',
    ['plain', 'change log', null, 'The listener stores version 2 of x in the cache, where version 1 was.'],
  ],
  [
    'a commit for a key that is not cached, with a newer one behind it',
    { ...log, cache: {} },
    'T1 T1 log log',
    ['plain', 'change log', null, 'The listener stores version 2 of x in the cache. Version 3 waits in the log.'],
  ],
  [
    'a store by the listener that voids a lease',
    { ...log, cache: {}, guards: { lease: 'wait' } },
    'T2 T1 log log',
    ['plain', 'change log', null, "The listener stores version 2 of x in the cache. T2's lease is void from now on."],
  ],
  [
    'a listener that begins again',
    twice,
    all,
    [
      'plain',
      'at least once',
      null,
      'The listener crashes and begins again from the start of the log: version 2 of x and version 3 of x come again.',
    ],
  ],
  [
    'a listener that begins again in the middle of its first entry',
    twice,
    'T1 log redeliver',
    [
      'plain',
      'at least once',
      null,
      'The listener crashes and begins again from the start of the log: version 2 of x comes again.',
    ],
  ],
  [
    'a commit that the replica has already',
    twice,
    `${all} log`,
    ['plain', 'change log', null, 'The listener brings version 2 of x to the replica, which has applied it already.'],
  ],
  [
    'a commit that takes the cache back',
    twice,
    `${all} log log`,
    [
      'bad',
      'redelivery',
      'The cache goes back to an older version.',
      'The listener brings version 2 of x again and stores it over version 3.',
    ],
  ],
  [
    'a commit that the cache refuses',
    newer,
    `${all} log log`,
    [
      'good',
      'compare-and-set',
      null,
      'The listener brings version 2 of x, and the cache refuses it, because it holds version 3.',
    ],
  ],
  [
    'a commit that is cached already',
    newer,
    `${all} log log log log`,
    ['plain', 'change log', null, 'The listener brings version 3 of x, which is cached already.'],
  ],
  [
    'a commit that arrives at a replica',
    lagging,
    'T1 T1 replica',
    ['plain', 'replication', null, 'The replica applies version 2 of x.'],
  ],
  [
    'a commit that takes its marker along',
    remote,
    'T1 T1 T1 replica',
    ['plain', 'replication', null, 'The replica applies version 2 of x. The remote marker of x goes with it.'],
  ],
  [
    'a commit that takes the marker of a later one along',
    remote,
    'T1 T1 T1 T1 T1 T1 replica',
    [
      'bad',
      'remote marker',
      null,
      'The replica applies version 2 of x. The remote marker of x goes with it, although version 3 is still on its way.',
    ],
  ],
  [
    'an old row from a replica, returned at once',
    { ...lagging, cache: {}, guards: { fill: 'none' } },
    'T1 T1 T2 T2',
    [
      'bad',
      'replica lag',
      null,
      'T2 reads version 1 from the replica and returns it, although T1 committed version 2 at step 1. It stores nothing, because filling is left to others.',
    ],
  ],
  [
    'an old row from a replica, on its way into the cache',
    lagging,
    'T1 T1 T2 T2',
    ['plain', 'replica lag', null, 'T2 reads version 1 from the replica, although T1 committed version 2 at step 1.'],
  ],
  [
    'an old row from a replica, stored',
    lagging,
    'T1 T1 T2 T2 T2',
    [
      'bad',
      'stale fill',
      now,
      'T2 stored the version 1 that it had read from the replica at step 4, after T1 had committed version 2 at step 1.',
    ],
  ],
])
