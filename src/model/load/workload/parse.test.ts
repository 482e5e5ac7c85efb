import { describe, expect, it } from 'vitest'
import { parseWorkload } from './parse'
import { plainWorkload } from './plain'

const workloadOf = (text: string) => {
  const parsed = parseWorkload(text, 'f.yaml')
  if ('problems' in parsed) throw new Error(parsed.problems[0]!.message)
  return parsed.experiment.workload
}

function sentences(text: string): readonly string[] {
  const parsed = parseWorkload(text, 'f.yaml')
  if ('experiment' in parsed) return ['nothing is wrong']
  return parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('a workload file', () => {
  it('may say nothing but its name, and is plain then', () => {
    expect(parseWorkload('workload: like-counter', 'f.yaml')).toEqual({
      experiment: {
        workload: { workload: 'like-counter', title: 'Like counter', about: '', ...plainWorkload },
        strategies: [],
      },
    })
  })

  it('may say everything', () => {
    const text = `
workload: all
title: All of it
about: >-
  Two lines
  become one.
seed: 7
operations: 5
keys: 10
popularity: { hot: 2, share: 0.9 }
write-popularity: { zipf: 2 }
arrivals: { closed: 20, think: { mean: 5 } }
reads: 0.5
read-back: { share: 0.1, after: { from: 1, to: 2 } }
cache: { latency: 0.5, capacity: 8, eviction: lfu, ttl: { ms: 300, jitter: 0.1 }, warm: true }
database: { select: 2, update: { median: 3, p99: 9 }, concurrency: none }
lag: 20
delay: 500
flush: { every: 50, concurrency: 4, sync: 10 }
refresh: 100
lease: 200
lock: 300
pauses: { chance: 0.01, length: 40 }
crashes: [{ at: 5, what: cache }, { at: 6, what: clients }]
lost-deletes: 0.25
compare: [cache-aside + write-behind + queue:durable, cache-aside+write-through+lagging]
`
    expect(parseWorkload(text, 'f.yaml')).toEqual({
      experiment: {
        workload: {
          workload: 'all',
          title: 'All of it',
          about: 'Two lines become one.',
          seed: 7,
          operations: 5,
          keys: 10,
          popularity: { kind: 'hot', keys: 2, share: 0.9 },
          writePopularity: { kind: 'zipf', exponent: 2 },
          arrivals: { kind: 'closed', clients: 20, think: { kind: 'exponential', mean: 5 } },
          reads: 0.5,
          readBack: { share: 0.1, after: { kind: 'uniform', from: 1, to: 2 } },
          cache: {
            latency: { kind: 'constant', ms: 0.5 },
            capacity: 8,
            eviction: 'lfu',
            ttl: { ms: 300, jitter: 0.1 },
            isWarm: true,
          },
          database: {
            select: { kind: 'constant', ms: 2 },
            update: { kind: 'lognormal', median: 3, p99: 9 },
            concurrency: null,
          },
          lag: { kind: 'constant', ms: 20 },
          delay: { kind: 'constant', ms: 500 },
          flush: { everyMs: 50, concurrency: 4, syncMs: 10 },
          refreshMs: 100,
          leaseMs: 200,
          lockMs: 300,
          pauses: { chance: 0.01, length: { kind: 'constant', ms: 40 } },
          crashes: [
            { atMs: 5, what: 'cache' },
            { atMs: 6, what: 'clients' },
          ],
          lostDeletes: 0.25,
        },
        strategies: [
          { protocol: { read: 'cache-aside', write: 'write-behind' }, guards: { queue: 'durable' }, replica: 'none' },
          { protocol: { read: 'cache-aside', write: 'write-through' }, guards: {}, replica: 'lagging' },
        ],
      },
    })
  })

  it('gives what is left out of a value its plain meaning', () => {
    const { arrivals, cache } = workloadOf('workload: a\narrivals: { open: 5 }\ncache: { ttl: 300 }')
    expect([arrivals, cache.ttl, cache.latency]).toEqual([
      { kind: 'open', perSecond: 5, spacing: 'poisson' },
      { ms: 300, jitter: 0 },
      plainWorkload.cache.latency,
    ])
    expect(workloadOf('workload: a\narrivals: { closed: 5 }').arrivals).toEqual({
      kind: 'closed',
      clients: 5,
      think: { kind: 'constant', ms: 0 },
    })
  })

  it('is frozen inside and out', () => {
    const workload = workloadOf('workload: a\ncrashes: [{ at: 5, what: cache }]')
    expect([workload, workload.cache, workload.cache.latency, workload.crashes[0]].every(Object.isFrozen)).toBe(true)
  })
})

const one = (line: string) => `workload: a\n${line}\n`

const refused: readonly (readonly [what: string, text: string, ...sentences: string[]])[] = [
  ['an empty file', '', '1:1 The file is empty. Begin with "workload: a-name".'],
  [
    'a list',
    '- a',
    '1:1 This must be a map that begins with the name of the workload, and it is a list. Write e.g. workload: like-counter.',
  ],
  [
    'a scenario',
    'scenario: stale-fill\nprotocol: { read: cache-aside, write: write-around }',
    '1:1 There is no field "scenario". The documentation lists all that there are.',
    '1:1 There is no "workload". Write e.g. workload: like-counter.',
    '2:1 There is no field "protocol". The documentation lists all that there are.',
  ],
  ['no name', 'keys: 5', '1:1 There is no "workload". Write e.g. workload: like-counter.'],
  [
    'a bad name',
    'workload: Like Counter',
    '1:11 "Like Counter" is no workload name. Use lower-case words joined by "-", at most 60 characters.',
  ],
  ['a misspelt field', one('popularty: uniform'), '2:1 There is no field "popularty". Did you mean "popularity"?'],
  [
    'a name of the language',
    one('__proto__: 1'),
    '2:1 The name "__proto__" is taken by the language itself. Choose another one.',
  ],
  [
    'a misspelt word of a map',
    one('cache: { latncy: 1 }'),
    '2:10 There is no word for the cache "latncy". Did you mean "latency"?',
  ],
  ['a repeated field', one('keys: 5\nkeys: 6'), '3:1 "keys" stands here for the second time. Keep one of the two.'],
  ['a number in quotes', one('keys: "5"'), '2:7 This must be a number, and it is the text "5". Write e.g. keys: 1.'],
  ['a map for a number', one('keys: { a: 1 }'), '2:7 This must be a number, and it is a map. Write e.g. keys: 1.'],
  ['an unknown popularity', one('popularity: zip'), '2:13 There is no popularity of keys "zip". Did you mean "zipf"?'],
  ['an unknown form of it', one('popularity: { zip: 1 }'), '2:15 There is no word "zip". Did you mean "zipf"?'],
  [
    'no form of it',
    one('popularity: {}'),
    '2:13 This must be a popularity of keys, and it is a map. Write e.g. popularity: { zipf: 1 }.',
  ],
  ['a form without its number', one('popularity: zipf'), '2:13 "zipf" needs its numbers. Write e.g. { zipf: 1 }.'],
  [
    'a word for a time',
    one('lag: slow'),
    '2:6 This must be a time in milliseconds, or how it is distributed, and it is the text "slow". Write e.g. { median: 2, p99: 10 }.',
  ],
  [
    'a word for arrivals',
    one('arrivals: open'),
    '2:11 This must be a way in which operations arrive, and it is the text "open". Write e.g. arrivals: { open: 1000 }.',
  ],
  [
    'a read-back without its time',
    one('read-back: { share: 0.5 }'),
    '2:12 There is no "after" beside "share". Add it.',
  ],
  ['a hot share that is missing', one('popularity: { hot: 5 }'), '2:13 There is no "share" beside "hot". Add it.'],
  [
    'two forms at once',
    one('arrivals: { open: 5, think: 1 }'),
    '2:22 "think" means nothing beside "open". Use spacing.',
  ],
  ['an unknown policy', one('cache: { eviction: lur }'), '2:20 There is no eviction policy "lur". Did you mean "lru"?'],
  [
    'a text for true',
    one('cache: { warm: "yes" }'),
    '2:16 This must be true or false, and it is the text "yes". Write e.g. warm: true.',
  ],
  [
    'an alias',
    one('lag: &a 5\ndelay: *a'),
    '2:9 Anchors are not read here. Remove the word after "&".',
    '3:8 Aliases are not read here. Write the value itself.',
  ],
  [
    'an unknown crash',
    one('crashes: [{ at: 5, what: cash }]'),
    '2:26 There is no crash "cash". Use cache, machine or clients.',
  ],
  [
    'a crash that is no map',
    one('crashes: [5]'),
    '2:11 This must be a crash, and it is the number 5. Write e.g. { at: 5000, what: cache }.',
  ],
  [
    'an unknown pattern',
    one('compare: [cache-aside+write-trough]'),
    '2:23 There is no write pattern "write-trough". Did you mean "write-through"?',
  ],
  [
    'an unknown guard',
    one('compare: [cache-aside+write-through, cache-aside + write-invalidate + leese:wait]'),
    '2:71 There is no guard "leese". Did you mean "lease"?',
  ],
  [
    'a guard that means nothing',
    one('compare: [cache-aside+write-through+queue:durable]'),
    '2:37 The guard "queue" is about writes that wait, and write-through queues none. Remove it, or write with write-behind.',
  ],
  [
    'the same strategy twice',
    one('compare: [cache-aside+write-around, cache-aside + write-around]'),
    '2:37 This strategy stands here for the second time. Keep one of the two.',
  ],
  [
    'five strategies',
    one(
      `compare: [${['around', 'through', 'behind', 'invalidate', 'through-cache-first'].map((each) => `cache-aside+write-${each}`).join(', ')}]`,
    ),
    '2:120 At most 4 strategies can be told apart side by side. Remove the others.',
  ],
]

describe('a workload file with a mistake is told what, where and what to do:', () => {
  it.each(refused)('%s', (_, text, ...told) => {
    expect(sentences(text)).toEqual(told)
  })

  it('all of them at once, in the order of the text', () => {
    expect(sentences('workload: a\nkeys: 0\nlag: -1\nreads: 2').map((sentence) => sentence.slice(0, 3))).toEqual([
      '2:7',
      '3:6',
      '4:8',
    ])
  })
})
