import { expectSayings, twoWriters } from '../saying.fixture'

const locked = { write: 'write-through', cache: { x: 1 }, clients: twoWriters }
const lock = { ...locked, guards: { 'write-lock': 'true' } }
const late = { ...locked, guards: { 'write-lock': 'true', 'lock-timeout': 'any' } }
const lease = { guards: { lease: 'wait', 'lease-timeout': 'any' }, clients: { T1: ['read x'], T2: ['read x'] } }

expectSayings([
  [
    'a lock that others have to wait for',
    lock,
    'T1',
    ['plain', 'lock', null, 'T1 takes the lock of x, so no other writer of x may begin. T2 has to wait for it.'],
  ],
  [
    'a lock that has been waited for',
    lock,
    'T1 T1 T1 T1 T2',
    [
      'plain',
      'lock',
      null,
      'T2 has waited until T1 gave the lock back at step 4. Now it takes the lock of x, so no other writer of x may begin.',
    ],
  ],
  [
    'a lock that is given back',
    lock,
    'T1 T1 T1 T1',
    ['plain', 'lock', null, 'T1 gives the lock of x back. The write is acknowledged.'],
  ],
  [
    'a lock that runs out under a writer',
    late,
    'T1 T1 lock-timeout:x',
    [
      'bad',
      'lock time-out',
      null,
      "T1's lock of x runs out. T1 does not notice and goes on writing. T2 needs to wait no longer.",
    ],
  ],
  [
    'the next writer after a lock that ran out',
    late,
    'T1 lock-timeout:x T2',
    [
      'plain',
      'lock',
      null,
      "T2 has waited until T1's lock ran out at step 2. Now it takes the lock of x, so no other writer of x may begin.",
    ],
  ],
  [
    'a lock that is not there any more when it is given back',
    late,
    'T1 T1 lock-timeout:x T2 T1 T1',
    [
      'plain',
      'lock time-out',
      null,
      'T1 has no lock of x to give back: it ran out at step 3, and T2 holds it now. The write is acknowledged.',
    ],
  ],
  [
    'a lock that went with a restart',
    { ...lock, 'cache-restart': 1 },
    'T1 T1 restart T1 T1',
    [
      'plain',
      'lock time-out',
      null,
      'T1 has no lock of x to give back: it went with the restart at step 3. The write is acknowledged.',
    ],
  ],
  [
    'a lock that a crash leaves behind',
    { ...lock, crash: ['T1'] },
    'T1 crash:T1',
    ['plain', 'crash', null, 'T1 crashes before it commits a new version of x. Its lock stays, and T2 waits for it.'],
  ],
  [
    'a lost lock that runs out',
    { ...late, crash: ['T1'] },
    'T1 crash:T1 lock-timeout:x',
    ['good', 'lock time-out', null, "T1's lock of x runs out. T1 crashed at step 2. T2 needs to wait no longer."],
  ],
  [
    'a lease that runs out under a slow reader',
    lease,
    'T1 timeout:x',
    [
      'plain',
      'lease time-out',
      null,
      "T1's lease on x runs out, so the next miss gets a new one. T2 needs to wait no longer.",
    ],
  ],
  [
    'a lost lease that runs out',
    { ...lease, crash: ['T1'] },
    'T1 crash:T1 timeout:x',
    [
      'good',
      'lease time-out',
      null,
      "T1's lease on x runs out, so the next miss gets a new one. T1 crashed at step 2. T2 needs to wait no longer.",
    ],
  ],
  [
    'a fill after its lease ran out',
    lease,
    'T1 T1 timeout:x T1',
    ['plain', 'lease', null, "T1's fill is refused, because its lease ran out at step 3."],
  ],
  [
    'a refused fill that starts over',
    { guards: { lease: 'wait', 'retry-refused-fill': 'true' } },
    'T1 T1 T2 T2 T1',
    ['good', 'lease', null, "T1's fill is refused, because step 4 voided its lease. T1 starts over."],
  ],
])
