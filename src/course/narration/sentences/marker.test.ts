import { expectSayings } from '../saying.fixture'

const remote = {
  ...{ cache: { x: 1 }, guards: { regions: '2', 'remote-marker': 'true' } },
  clients: { T1: ['write x'], T2: ['read x'] },
}
const says = (text: string): ['plain', string, null, string] => ['plain', 'remote marker', null, text]

expectSayings([
  [
    'a marker that is left',
    remote,
    'T1',
    says('T1 leaves a remote marker for x: until it goes, whoever misses asks the master.'),
  ],
  ['a marker that is found', remote, 'T1 T1 T1 T2 T2', says('T2 finds the remote marker of x, so it asks the master.')],
  [
    'a row from the master',
    remote,
    'T1 T1 T1 T2 T2 T2',
    ['plain', 'select', null, 'T2 reads version 2 from the master.'],
  ],
  [
    'a cache that looks for its client',
    { ...remote, read: 'read-through', cache: {} },
    'T2 T2',
    says('The cache finds no remote marker of x, so it asks the replica.'),
  ],
  [
    'a marker that went with the commit',
    remote,
    'T1 T1 T1 T2 replica T2',
    says('T2 finds no remote marker of x, because step 5 took it away, so it asks the replica.'),
  ],
  [
    'a marker that was evicted',
    { ...remote, evict: 1 },
    'T1 T1 T1 evict:x T2 T2',
    says('T2 finds no remote marker of x, because step 4 evicted it, so it asks the replica.'),
  ],
  [
    'an eviction that takes the marker',
    { ...remote, evict: 1 },
    'T1 T1 T1 evict:x',
    ['plain', 'eviction', null, 'The cache needs the room and evicts the remote marker of x.'],
  ],
  [
    'a marker that expires',
    { ...remote, cache: {}, expire: 1 },
    'T1 expire:x',
    ['plain', 'expiry', null, 'The remote marker of x expires and leaves the cache.'],
  ],
  [
    'a writer that dies before its marker',
    { ...remote, write: 'delete-then-write', crash: ['T1'] },
    'T1 crash:T1',
    ['plain', 'crash', null, 'T1 crashes before it leaves a remote marker for x.'],
  ],
  [
    'a reader that dies before it looks',
    { ...remote, cache: {}, crash: ['T2'] },
    'T2 crash:T2',
    ['plain', 'crash', null, 'T2 crashes before it looks for the remote marker of x.'],
  ],
  [
    'a reader that dies before it selects',
    { ...remote, cache: {}, crash: ['T2'] },
    'T2 T2 crash:T2',
    ['plain', 'crash', null, 'T2 crashes before it reads x from the replica.'],
  ],
])
