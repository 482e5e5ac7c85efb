/** Hostile scenario files, part of a table of a hundred: names, fields, patterns, guards and faults. */
import { describe, expect, it } from 'vitest'
import { file, sentences } from './hostile.fixture'

const refused: readonly (readonly [what: string, text: string, sentence: string])[] = [
  ['a misspelt field', file({ gaurds: '{}' }), '4:1 There is no field "gaurds". Did you mean "guards"?'],
  [
    'an unknown field',
    file({ zzzzzzzz: '1' }),
    '4:1 There is no field "zzzzzzzz". Use scenario, title, about, twin, start, composed, protocol, guards, clients, repeat, seed, faults, check, expect or schedule.',
  ],
  [
    'a name with capitals and spaces',
    file({ scenario: 'Stale Fill' }),
    '1:11 "Stale Fill" is no scenario name. Use lower-case words joined by "-", at most 60 characters.',
  ],
  [
    'a number as name',
    file({ scenario: '12' }),
    '1:11 This must be a name, and it is the number 12. Write e.g. scenario: stale-fill.',
  ],
  ['a misspelt guard', file({ guards: '{ leese: wait }' }), '4:11 There is no guard "leese". Did you mean "lease"?'],
  [
    'a guard of absent rows where none is absent',
    file({ guards: '{ cache-absent }' }),
    '4:11 The guard "cache-absent" is about rows that are not there, and all are. Remove it, or start with database: { x: absent }.',
  ],
  [
    'a bare guard that needs a value',
    file({ guards: '{ lease }' }),
    '4:11 The guard "lease" needs a value. Write lease: wait or lease: bypass.',
  ],
  [
    'a guard that is false',
    file({ guards: '{ lease: false }' }),
    '4:18 A guard is switched off by leaving it out. Remove "lease".',
  ],
  [
    'an unknown value of a guard',
    file({ guards: '{ lease: weight }' }),
    '4:18 The guard "lease" has no value "weight". Use wait or bypass.',
  ],
  [
    'guards as a list',
    file({ guards: '[lease]' }),
    '4:9 This must be a map of guards, and it is a list. Write e.g. guards: { lease: wait }.',
  ],
  [
    'a number as the value of a guard',
    file({ guards: '{ lease: 3 }' }),
    '4:18 This must be the value of a guard, and it is the number 3. Write e.g. lease: wait.',
  ],
  [
    'two guards that mean nothing together',
    file({ guards: '{ lease: wait, fill: add-if-absent }' }),
    '4:24 The guards "lease: wait" and "fill: add-if-absent" both say how a fill stores. Keep one of them.',
  ],
  [
    'a tombstone beside another rule for fills',
    file({ guards: '{ tombstone: , lease: wait }' }),
    '4:24 The guards "tombstone" and "lease: wait" both say how a fill stores. Keep one of them.',
  ],
  [
    'a durable queue where nothing is queued',
    file({ guards: '{ queue: durable }' }),
    '4:11 The guard "queue" is about writes that wait, and write-invalidate queues none. Remove it, or write with write-behind.',
  ],
  [
    'a way to clear a queue that is not there',
    file({ guards: '{ clear: plain }' }),
    '4:11 The guard "clear" is about the queue, and write-invalidate has none. Remove it, or write with write-behind.',
  ],
  [
    'a tombstone where nothing is deleted',
    file({ guards: '{ tombstone: }', protocol: '{ read: cache-aside, write: write-through }' }),
    '4:11 The guard "tombstone" is about a delete that knows its version, and write-through has none. Remove it, or write with write-invalidate.',
  ],
  [
    'a long delay with nothing deferred',
    file({ guards: '{ delay: longer-than-pauses }' }),
    '4:11 The guard "delay" is about a deferred delete, and write-invalidate defers nothing. Remove it, or write with deferred-invalidate.',
  ],
  [
    'an order of a log that nobody follows',
    file({ guards: '{ log-order: cache-first }' }),
    '4:11 The guard "log-order" is about a listener, and write-invalidate has none. Remove it, or write with change-log.',
  ],
  [
    'a remote marker in the only region',
    file({ guards: '{ remote-marker: }' }),
    '4:11 The guard "remote-marker" is about a second region, and there is one only. Add regions: 2.',
  ],
  [
    'a remote marker beside a flush that commits',
    file({ guards: '{ regions: 2, remote-marker: }', protocol: '{ read: cache-aside, write: write-behind }' }),
    '4:23 The guard "remote-marker" is about writers that commit, and write-behind leaves that to a flush. Remove it, or write with write-invalidate.',
  ],
  [
    'a third region',
    file({ guards: '{ regions: 3 }' }),
    '4:20 This must be the value of a guard, and it is the number 3. Write e.g. regions: 2.',
  ],
  ['a region by name', file({ guards: '{ regions: east }' }), '4:20 The guard "regions" has no value "east". Use 2.'],
  [
    'a replica of another kind',
    file({ faults: '{ replica: lagged }' }),
    '4:20 There is no value "lagged". Use lagging.',
  ],
  [
    'a redelivery where nothing is delivered',
    file({ faults: '{ redeliver: 1 }' }),
    '4:11 The fault "redeliver" is about a listener, and write-invalidate has none. Remove it, or write with change-log.',
  ],
  ['a misspelt fault', file({ faults: '{ crush: [T1] }' }), '4:11 There is no fault "crush". Did you mean "crash"?'],
  [
    'lost deletes that are no number',
    file({ faults: '{ lost-delete: never }' }),
    '4:24 The number of lost deletes (or true) must be a whole number from 0 to 200, and this is the text "never". Write e.g. 1.',
  ],
  [
    'late requests without a number',
    file({ faults: '{ late-request: true }' }),
    '4:25 The number of late requests must be a whole number from 0 to 200, and this is true. Write e.g. 1.',
  ],
  [
    'a lost delete where nothing is deleted',
    file({ protocol: '{ read: read-through, write: write-around }', faults: '{ lost-delete: true }' }),
    '4:11 The fault "lost-delete" is about a delete of the cache, and write-around deletes nothing. Remove it, or write with write-invalidate.',
  ],
  [
    'an undo where nothing is cached before the commit',
    file({ guards: '{ undo }' }),
    '4:11 The guard "undo" is about a write that is cached before its commit, and write-invalidate commits first. Remove it, or write with write-through-cache-first.',
  ],
  [
    'a crash of nobody',
    file({ faults: '{ crash: [T3] }' }),
    '4:19 There is no client "T3" to crash. Did you mean "T1"?',
  ],
  [
    'a crash as text',
    file({ faults: '{ crash: T1 }' }),
    '4:18 This must be a list of clients, and it is the text "T1". Write e.g. crash: [T1].',
  ],
  [
    'a client that crashes twice',
    file({ faults: '{ crash: [T1, T1] }' }),
    '4:23 "T1" stands here twice, and a client crashes once.',
  ],
  [
    'many evictions',
    file({ faults: '{ evict: many }' }),
    '4:18 The number of evictions must be a whole number from 0 to 200, and this is the text "many". Write e.g. 1.',
  ],
  [
    'an unknown number of expiries',
    file({ faults: '{ expire: all }' }),
    '4:19 The number of expiries (or "any") must be a whole number from 0 to 200, and this is the text "all". Write e.g. 1.',
  ],
  [
    'a title of 200 characters',
    file({ title: 'x'.repeat(200) }),
    '4:8 This text has 200 characters, and 120 are the most. Shorten it.',
  ],
  [
    'a twin with spaces',
    file({ twin: 'A B' }),
    '4:7 "A B" is no scenario name. Use lower-case words joined by "-", at most 60 characters.',
  ],
  [
    'a misspelt pattern',
    file({ protocol: '{ read: cache-aside, write: write-arround }' }),
    '2:39 There is no write pattern "write-arround". Did you mean "write-around"?',
  ],
  [
    'a protocol without a write',
    file({ protocol: '{ read: cache-aside }' }),
    '2:11 The protocol has no write pattern. Write e.g. protocol: { read: cache-aside, write: write-invalidate }.',
  ],
  [
    'true as name',
    file({ scenario: 'true' }),
    '1:11 This must be a name, and it is true. Write e.g. scenario: stale-fill.',
  ],
  [
    'a name that changes the direction of writing',
    file({ scenario: 'a\u202eb' }),
    '1:11 "a�b" is no scenario name. Use lower-case words joined by "-", at most 60 characters.',
  ],
]

describe('a hostile scenario file is refused with its place and one sentence', () => {
  it.each(refused)('%s', (_what, text, sentence) => {
    expect(sentences(text)).toEqual([sentence])
  })
})
