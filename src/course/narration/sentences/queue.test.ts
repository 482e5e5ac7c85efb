import { expectSayings, twoWriters } from '../saying.fixture'

const behind = { write: 'write-behind', cache: { x: 1 }, clients: twoWriters }
const plain = { ...behind, guards: { clear: 'plain' } }
const lost = 'An acknowledged write is lost.'
const until = 'The write is acknowledged, and the database still has version 1.'

expectSayings([
  [
    'a write that is acknowledged before the database knows it',
    behind,
    'T1',
    ['plain', 'write-behind', null, `T1 stores version 2 of x in the cache and queues it for the database. ${until}`],
  ],
  [
    'a write that takes the place of one that waits',
    behind,
    'T1 T2',
    [
      'plain',
      'coalescing',
      null,
      `T2 stores version 3 of x in the cache and queues it for the database. It takes the place of version 2, which waited there. ${until}`,
    ],
  ],
  [
    'a flush in one step',
    behind,
    'T1 flush:x',
    ['plain', 'flush', null, 'The flush commits version 2 of x to the database and clears the queue.'],
  ],
  [
    'a flush that takes',
    plain,
    'T1 flush:x',
    ['plain', 'flush', null, 'The flush takes version 2 of x from the queue.'],
  ],
  [
    'a flush that writes',
    plain,
    'T1 flush:x flush:x',
    ['plain', 'flush', null, 'The flush commits version 2 of x to the database.'],
  ],
  [
    'a flush that clears',
    plain,
    'T1 flush:x flush:x flush:x',
    ['plain', 'flush', null, 'The flush clears x from the queue.'],
  ],
  [
    'a plain clear that throws a newer write away',
    plain,
    'T1 flush:x T2 flush:x flush:x',
    ['bad', 'lost write', lost, 'The flush wrote version 2 of x and clears the queue, where version 3 waited by now.'],
  ],
  [
    'a comparing clear that keeps it',
    { ...behind, guards: { clear: 'compare' } },
    'T1 flush:x T2 flush:x flush:x',
    [
      'good',
      'compare and clear',
      null,
      'The flush wrote version 2 of x and finds version 3 in the queue, so it leaves it there.',
    ],
  ],
  [
    'a restart that takes a queue in memory along',
    { ...behind, 'cache-restart': 1 },
    'T1 restart',
    [
      'bad',
      'lost write',
      lost,
      'The cache restarts and comes back empty. Version 2 of x is gone. So is the queue, where version 2 of x waited for the database.',
    ],
  ],
  [
    'a restart that a durable queue survives',
    { ...behind, guards: { queue: 'durable' }, 'cache-restart': 1 },
    'T1 restart',
    [
      'good',
      'durable queue',
      null,
      'The cache restarts and comes back empty. Version 2 of x is gone. The queue survives on its disk, where version 2 of x waits.',
    ],
  ],
  [
    'an update that waits beside the one before it',
    { ...behind, guards: { coalesce: 'none' } },
    'T1 T2',
    [
      'plain',
      'backlog',
      null,
      `T2 stores version 3 of x in the cache and queues it for the database. 2 updates of x wait now, each to be written on its own. ${until}`,
    ],
  ],
  [
    'a flush that leaves an update behind',
    { ...behind, guards: { coalesce: 'none' } },
    'T1 T2 flush:x',
    ['plain', 'flush', null, 'The flush commits version 2 of x to the database. 1 update of x still waits.'],
  ],
  [
    'an update that completes a batch',
    { ...behind, guards: { 'flush-every': '1' } },
    'T1',
    [
      'plain',
      'write-behind',
      null,
      `T1 stores version 2 of x in the cache and queues it for the database. ${until} The batch is complete: it has to be flushed before the next write.`,
    ],
  ],
  [
    'an update that is kept in its entry',
    { ...behind, guards: { queue: 'entry' } },
    'T1',
    [
      'plain',
      'write-behind',
      null,
      `T1 stores version 2 of x in the cache, with a flag in the entry that the database does not have it. ${until}`,
    ],
  ],
  [
    'a flush that clears a flag',
    { ...behind, guards: { queue: 'entry' } },
    'T1 flush:x',
    ['plain', 'flush', null, 'The flush commits version 2 of x to the database. The flag in the entry is cleared.'],
  ],
  [
    'an update that is logged before it is acknowledged',
    { ...behind, guards: { 'write-ahead-log': 'true' } },
    'T1',
    ['plain', 'write-behind', null, `T1 keeps version 2 of x in memory, with the log on the disk. ${until}`],
  ],
  [
    'an update that is acknowledged before it is synced',
    { ...behind, guards: { 'write-ahead-log': 'periodic' } },
    'T1',
    [
      'plain',
      'write-behind',
      null,
      `T1 keeps version 2 of x in memory and appends it to the log, which has yet to be synced to the disk. ${until}`,
    ],
  ],
  [
    'a sync of the log',
    { ...behind, guards: { 'write-ahead-log': 'periodic' } },
    'T1 sync',
    ['plain', 'log sync', null, 'The log is synced: version 2 of x is on the disk now.'],
  ],
  [
    'a miss after a restart',
    { ...behind, 'cache-restart': 1 },
    'restart T3',
    ['plain', 'miss', null, 'T3 asks the cache for x and misses, because the cache came back empty at step 1.'],
  ],
])
