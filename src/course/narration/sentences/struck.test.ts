import { expectSayings, now, still } from '../saying.fixture'

const warm = { cache: { x: 1 } }
const late = { ...warm, 'late-request': 1, clients: { T1: ['write x', 'write x', 'read x'] } }
const commits = 'although T2 committed version 2 at step 1'

expectSayings([
  [
    'a delete that is lost',
    { ...warm, 'lost-delete': 'true' },
    'T2 T2!lost',
    [
      'bad',
      'lost delete',
      still,
      `T2 asks the cache to delete x, and the request is lost. Nobody notices. Version 1 stays cached, ${commits}. The write is acknowledged.`,
    ],
  ],
  [
    'a delete that is lost where nothing was cached',
    { 'lost-delete': 1 },
    'T2 T2!lost',
    [
      'plain',
      'lost delete',
      null,
      'T2 asks the cache to delete x, and the request is lost. Nobody notices. The write is acknowledged.',
    ],
  ],
  [
    'a timer whose delete is lost',
    { ...warm, write: 'deferred-invalidate', 'lost-delete': 1 },
    'T2 timer:T2!lost',
    [
      'bad',
      'lost delete',
      still,
      `T2's timer fires, and its delete of x is lost. Nobody notices. Version 1 stays cached, ${commits}.`,
    ],
  ],
  [
    'a store that is lost',
    { ...warm, write: 'write-through', 'lost-store': 1 },
    'T2 T2!lost',
    [
      'bad',
      'lost store',
      still,
      `T2 sends version 2 to the cache, and the request is lost. Nobody notices. Version 1 stays cached, ${commits}. The write is acknowledged.`,
    ],
  ],
  [
    'a fill that is lost',
    { 'lost-store': 1 },
    'T1 T1 T1!lost',
    [
      'plain',
      'lost store',
      null,
      'T1 sends version 1 to the cache, and the request is lost. Nobody notices. T1 returns version 1 all the same.',
    ],
  ],
  [
    'a fill by the cache that is lost, with the lease that it had',
    { read: 'read-through', guards: { lease: 'wait' }, 'lost-store': 1 },
    'T1 T1 T1!lost',
    [
      'plain',
      'lost store',
      null,
      'The cache tries to keep version 1, and the request is lost. Nobody notices. Its lease stays out. The cache returns version 1 to T1 all the same.',
    ],
  ],
  [
    'a delete before the commit that is lost',
    { ...warm, write: 'delete-then-write', 'lost-delete': 1 },
    'T2!lost',
    [
      'plain',
      'lost delete',
      null,
      'T2 asks the cache to delete x, and the request is lost. Nobody notices. T2 goes on all the same.',
    ],
  ],
  [
    'a request that is late',
    { ...late, write: 'write-through' },
    'T1 T1!late',
    [
      'plain',
      'time-out',
      null,
      'T1 sends version 2 to the cache and hears nothing. The request is still under way. The write is acknowledged.',
    ],
  ],
  [
    'a write that the database refuses',
    { ...warm, 'database-write-fails': 1 },
    'T2!fail',
    [
      'plain',
      'failed write',
      null,
      'The database refuses the write of x from T2, and nothing is committed. T2 gets an error, and the write ends there.',
    ],
  ],
  [
    'a refused write that the cache shows already',
    { ...warm, write: 'write-through-cache-first', 'database-write-fails': 1 },
    'T2 T2!fail',
    [
      'bad',
      'failed write',
      'The write stops halfway.',
      'The database refuses version 2 from T2, and nothing is committed. T2 gets an error, and the write ends there. The cache holds version 2, which the database will never have.',
    ],
  ],
  [
    'a refused write that will be undone',
    { ...warm, write: 'write-through-cache-first', guards: { undo: 'true' }, 'database-write-fails': 1 },
    'T2 T2!fail',
    [
      'plain',
      'failed write',
      null,
      'The database refuses version 2 from T2, and nothing is committed. T2 gets an error and cleans up.',
    ],
  ],
  [
    'the undo',
    { ...warm, write: 'write-through-cache-first', guards: { undo: 'true' }, 'database-write-fails': 1 },
    'T2 T2!fail T2',
    ['plain', 'invalidation', null, 'T2 deletes x from the cache. Version 2 is gone. The write ends with an error.'],
  ],
  [
    'a commit whose answer is lost',
    { ...warm, 'lost-answer': 1 },
    'T2!unheard',
    [
      'bad',
      'lost answer',
      now,
      'The database commits version 2 of x, and its answer to T2 is lost. T2 takes it for a failure, and the write ends there. Version 1 stays cached.',
    ],
  ],
  [
    'a flush that fails',
    { ...warm, write: 'write-behind', 'database-write-fails': 1 },
    'T2 flush:x!fail',
    [
      'plain',
      'failed flush',
      null,
      'The database refuses the flush of x. What waits stays in the queue and is tried again.',
    ],
  ],
  [
    'a flush whose answer is lost',
    { ...warm, write: 'write-behind', 'lost-answer': 1 },
    'T2 flush:x!unheard',
    [
      'plain',
      'lost answer',
      null,
      'The flush commits version 2 of x to the database, and the answer is lost. It stays in the queue and is written once more.',
    ],
  ],
  [
    'a flush that is repeated',
    { ...warm, write: 'write-behind', 'lost-answer': 1 },
    'T2 flush:x!unheard flush:x',
    [
      'plain',
      'repeated flush',
      null,
      'The flush brings version 2 of x to the database, which has version 2 already. Nothing changes.',
    ],
  ],
])

expectSayings([
  [
    'a late store that puts an older version back',
    { ...late, write: 'write-through' },
    'T1 T1!late T1 T1 late:T1',
    [
      'bad',
      'late store',
      now,
      'The version 2 that T1 had sent at step 2 reaches the cache and is stored, after T1 had committed version 3 at step 3.',
    ],
  ],
  [
    'a late store that is still right',
    { ...late, write: 'write-through' },
    'T1 T1!late late:T1',
    ['plain', 'late store', null, 'The version 2 that T1 had sent at step 2 reaches the cache and is stored.'],
  ],
  [
    'a late store that is refused',
    { ...late, write: 'write-through', guards: { 'compare-and-set': 'newer' } },
    'T1 T1!late T1 T1 late:T1',
    ['good', 'late store', null, 'The version 2 that T1 had sent at step 2 reaches the cache and is refused.'],
  ],
  [
    'a late delete that was needed',
    late,
    'T1 T1!late late:T1',
    [
      'good',
      'late delete',
      null,
      'The delete of x that T1 had sent at step 2 reaches the cache. Version 1 is gone. It was older than version 2, which T1 committed at step 1.',
    ],
  ],
  [
    'a late delete of what was right',
    late,
    'T1 T1!late T1 T1 T1 T1 T1 late:T1',
    [
      'plain',
      'late delete',
      null,
      'The delete of x that T1 had sent at step 2 reaches the cache. Version 3 is gone though nothing was wrong with it; the next read loads it again.',
    ],
  ],
  [
    'a late delete of nothing',
    late,
    'T1 T1!late T1 T1 late:T1',
    [
      'plain',
      'late delete',
      null,
      'The delete of x that T1 had sent at step 2 reaches the cache. There is nothing to delete.',
    ],
  ],
  [
    'a miss after a late delete',
    late,
    'T1 T1!late T1 late:T1 T1 T1',
    ['plain', 'miss', null, 'T1 asks the cache for x and misses, because step 4 deleted it.'],
  ],
])
