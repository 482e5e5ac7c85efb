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
      'The cache restarts and comes back empty. Version 2 of x is gone. The queue survives, where version 2 of x waits.',
    ],
  ],
  [
    'a miss after a restart',
    { ...behind, 'cache-restart': 1 },
    'restart T3',
    ['plain', 'miss', null, 'T3 asks the cache for x and misses, because the cache came back empty at step 1.'],
  ],
])
