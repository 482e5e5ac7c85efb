import { expectSayings } from '../saying.fixture'

const behind = { write: 'write-behind', clients: { T1: ['write x', 'write x'], T2: ['read x'] } }
const lost = 'An acknowledged write is lost.'
const restarts = 'The cache restarts and comes back empty. Version 2 of x is gone.'
const machine =
  "The cache's machine is lost, and an empty cache takes its place on another one. Version 2 of x is gone."

expectSayings([
  [
    'a restart of an empty cache',
    { 'cache-restart': 1 },
    'restart',
    ['plain', 'cache restart', null, 'The cache restarts and comes back empty. It held nothing.'],
  ],
  [
    'a restart that takes a queue in memory along',
    { ...behind, 'cache-restart': 1 },
    'T1 restart',
    ['bad', 'lost write', lost, `${restarts} So is the queue, where version 2 of x waited for the database.`],
  ],
  [
    'a restart that a battery outlasts',
    { ...behind, guards: { queue: 'battery' }, 'cache-restart': 1 },
    'T1 restart',
    [
      'good',
      'battery-backed memory',
      null,
      `${restarts} The queue survives in memory with a battery, where version 2 of x waits.`,
    ],
  ],
  [
    'a lost machine with the disk in it',
    { ...behind, guards: { queue: 'durable' }, 'machine-lost': 1 },
    'T1 machine-lost',
    ['bad', 'lost write', lost, `${machine} So is the queue, where version 2 of x waited for the database.`],
  ],
  [
    'a lost machine whose queue lies in others',
    { ...behind, guards: { queue: 'replicated' }, 'machine-lost': 1 },
    'T1 machine-lost',
    [
      'good',
      'replicated memory',
      null,
      `${machine} The queue survives in the memory of other machines, where version 2 of x waits.`,
    ],
  ],
  [
    'a restart that the log makes up for',
    { ...behind, guards: { 'write-ahead-log': 'true' }, 'cache-restart': 1 },
    'T1 restart',
    [
      'good',
      'write-ahead log',
      null,
      'The cache restarts and comes back empty. The log on the disk brings version 2 of x back into memory.',
    ],
  ],
  [
    'a restart before the log was synced',
    { ...behind, guards: { 'write-ahead-log': 'periodic' }, 'cache-restart': 1 },
    'T1 restart',
    [
      'bad',
      'lost write',
      lost,
      `${restarts} So is what was appended to the log and not synced, where version 2 of x waited for the database.`,
    ],
  ],
  [
    'a restart in the middle of a flush',
    { ...behind, guards: { queue: 'durable', clear: 'compare' }, 'cache-restart': 1 },
    'T1 flush:x restart',
    [
      'good',
      'durable queue',
      null,
      `${restarts} The flush of x that was under way is gone, too. The queue survives on its disk, where version 2 of x waits.`,
    ],
  ],
  [
    'a restart of a cache whose entries say what has not been written',
    { ...behind, guards: { queue: 'entry' }, 'cache-restart': 1 },
    'T1 restart',
    [
      'bad',
      'lost write',
      lost,
      `${restarts} With the entries go the flags that say that the database does not have version 2 of x.`,
    ],
  ],
  [
    'an eviction of an entry that still waits in the queue',
    { ...behind, evict: 1 },
    'T1 evict:x',
    [
      'plain',
      'eviction of a dirty entry',
      null,
      'The cache needs the room and evicts version 2 of x. It still waits for the database, so that until the flush readers find version 1.',
    ],
  ],
  [
    'an eviction that takes the only note of a write along',
    { ...behind, guards: { queue: 'entry' }, evict: 1 },
    'T1 evict:x',
    [
      'bad',
      'lost write',
      lost,
      'The cache needs the room and evicts version 2 of x. The flag that said that the database does not have version 2 of x is gone with it.',
    ],
  ],
  [
    'a fill over an entry with the only note of a write',
    { ...behind, guards: { queue: 'entry' } },
    'T2 T2 T1 T2',
    [
      'bad',
      'lost write',
      lost,
      'T2 stores version 1 of x over it. The flag that said that the database does not have version 2 of x is gone with it.',
    ],
  ],
])
