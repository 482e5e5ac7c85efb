import { describe, expect, it } from 'vitest'
import { workloadProblems } from './check'
import { parseWorkload } from './parse'
import { plainWorkload } from './plain'
import type { Workload } from './workload'

function sentences(line: string): string {
  const parsed = parseWorkload(`workload: a\n${line}\n`, 'f.yaml')
  if ('experiment' in parsed) return 'nothing is wrong'
  return parsed.problems.map(({ line: at, column, message }) => `${at}:${column} ${message}`).join('\n')
}

const nonsense: readonly (readonly [line: string, sentence: string])[] = [
  [
    'arrivals: { open: 0 }',
    '2:19 The number of arrivals a second is 0, and then hardly anything ever arrives. Write a number from 0.01 to 1,000,000.',
  ],
  [
    'arrivals: { open: -5 }',
    '2:19 The number of arrivals a second is -5, and then hardly anything ever arrives. Write a number from 0.01 to 1,000,000.',
  ],
  [
    'arrivals: { open: .inf }',
    '2:19 The number of arrivals a second is Infinity, and nothing can be counted with that. Write a number from 0.01 to 1,000,000.',
  ],
  [
    'arrivals: { open: 2000000 }',
    '2:19 The number of arrivals a second is 2,000,000, and a run tells no more than a million moments a second apart. Write a number from 0.01 to 1,000,000.',
  ],
  [
    'arrivals: { closed: 0 }',
    '2:21 The number of clients is 0, and without clients nothing happens. Write a whole number from 1 to 20,000.',
  ],
  [
    'arrivals: { closed: 20001 }',
    '2:21 The number of clients is 20,001, and a run has no more operations under way at a time. Write a whole number from 1 to 20,000.',
  ],
  [
    'arrivals: { closed: 1.5 }',
    '2:21 The number of clients is 1.5, and there are only whole ones. Write a whole number from 1 to 20,000.',
  ],
  ['reads: 1.1', '2:8 The share of reads is 1.1, and a share is no more than everything. Write a number from 0 to 1.'],
  ['reads: -0.1', '2:8 The share of reads is -0.1, and a share is no less than nothing. Write a number from 0 to 1.'],
  ['reads: .nan', '2:8 The share of reads is NaN, and nothing can be counted with that. Write a number from 0 to 1.'],
  [
    'read-back: { share: 2, after: 5 }',
    '2:21 The share of writes that are read back is 2, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'cache: { capacity: 0 }',
    '2:20 The capacity of the cache is 0, and a cache without room is none (read with database-only for that, or write "none" for a cache without a limit). Write a whole number from 1 to 1,000,000.',
  ],
  [
    'cache: { capacity: 1000001 }',
    '2:20 The capacity of the cache is 1,000,001, and there are no more keys than that (write "none" for a cache without a limit). Write a whole number from 1 to 1,000,000.',
  ],
  [
    'cache: { ttl: 0 }',
    '2:15 The lifetime of entries is 0, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 7,776,000,000.',
  ],
  [
    'cache: { ttl: -300 }',
    '2:15 The lifetime of entries is -300, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 7,776,000,000.',
  ],
  [
    'cache: { ttl: { ms: 300, jitter: 2 } }',
    '2:34 The jitter of lifetimes is 2, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'operations: 0',
    '2:13 The number of operations is 0, and without operations nothing happens. Write a whole number from 1 to 10,000,000.',
  ],
  [
    'operations: 10000001',
    '2:13 The number of operations is 10,000,001, and a longer run shows nothing that this one does not, and keeps you waiting. Write a whole number from 1 to 10,000,000.',
  ],
  [
    'operations: 1e99',
    '2:13 The number of operations is 1e+99, and a longer run shows nothing that this one does not, and keeps you waiting. Write a whole number from 1 to 10,000,000.',
  ],
  [
    'keys: 0',
    '2:7 The number of keys is 0, and without keys there is nothing to read or write. Write a whole number from 1 to 1,000,000.',
  ],
  [
    'keys: 1000001',
    '2:7 The number of keys is 1,000,001, and more would not fit into the memory of a page. Write a whole number from 1 to 1,000,000.',
  ],
  [
    'keys: 2.5',
    '2:7 The number of keys is 2.5, and there are only whole ones. Write a whole number from 1 to 1,000,000.',
  ],
  [
    'keys: 5\npopularity: { hot: 5, share: 0.5 }',
    '3:20 There are 5 hot keys among 5, and no other key is left for the rest. Write fewer hot keys, or popularity: uniform.',
  ],
  [
    'keys: 5\nwrite-popularity: { hot: 9, share: 0.5 }',
    '3:26 There are 9 hot keys among 5, and no other key is left for the rest. Write fewer hot keys, or popularity: uniform.',
  ],
  [
    'keys: 5\npopularity: { hot: 6, share: 0.5 }',
    '3:20 There are 6 hot keys among 5, and no other key is left for the rest. Write fewer hot keys, or popularity: uniform.',
  ],
  [
    'popularity: { hot: 0, share: 0.5 }',
    '2:20 The number of hot keys is 0, and a share of operations needs a key. Write a whole number from 1 to 1,000,000.',
  ],
  [
    'popularity: { hot: 1, share: 1.5 }',
    '2:30 The share of the hot keys is 1.5, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'popularity: { zipf: -1 }',
    "2:21 The exponent of Zipf's law is -1, and below 0 the first key would be the least popular one. Write a number from 0 to 10.",
  ],
  [
    'popularity: { zipf: 11 }',
    "2:21 The exponent of Zipf's law is 11, and above 10 every operation is about the first key. Write a number from 0 to 10.",
  ],
  ['lag: { from: 5, to: 1 }', '2:21 The times go from 5 to 1, and that is backwards. Write the lesser one as "from".'],
  [
    'lag: -1',
    '2:6 A time in milliseconds is -1, and nothing is over before it begins. Write a number from 0 to 3,600,000.',
  ],
  [
    'lag: 3600001',
    '2:6 A time in milliseconds is 3,600,001, and longer times than an hour belong to no load. Write a number from 0 to 3,600,000.',
  ],
  [
    'lag: { mean: 0 }',
    '2:14 A time in milliseconds is 0, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 3,600,000.',
  ],
  [
    'lag: { median: 5, p99: 1 }',
    '2:24 99 in 100 are below 1, and half of them above 5, which cannot be. Write a p99 that is no less than the median.',
  ],
  [
    'lag: { median: 0, p99: 1 }',
    '2:16 A time in milliseconds is 0, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 3,600,000.',
  ],
  [
    'lag: { median: 1, p99: 1001 }',
    '2:24 The p99 is more than 1,000 times the median, and a few draws would outlast the whole run. Write a p99 nearer to the median.',
  ],
  [
    'database: { concurrency: 0 }',
    '2:26 The number of requests that the database works on at a time is 0, and then no request would ever be answered. Write a whole number from 1 to 20,000.',
  ],
  [
    'database: { select: { median: 5, p99: 1 } }',
    '2:39 99 in 100 are below 1, and half of them above 5, which cannot be. Write a p99 that is no less than the median.',
  ],
  [
    'flush: { every: 0 }',
    '2:17 The time between two flushes is 0, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 7,776,000,000.',
  ],
  [
    'flush: { concurrency: 0 }',
    '2:23 The number of writes that the flusher has under way is 0, and then nothing would ever be flushed. Write a whole number from 1 to 1,000.',
  ],
  [
    'flush: { every: 0.001 }',
    '2:17 This would come round 100,000,000 times in the run, and 10,000,000 are the most. Write a longer time.',
  ],
  [
    'refresh: 0.002',
    '2:10 This would come round 50,000,000 times in the run, and 10,000,000 are the most. Write a longer time.',
  ],
  [
    'lease: 0',
    '2:8 The time after which a lease runs out is 0, and a microsecond (0.001) is the shortest time that there is. Write a number from 0.001 to 3,600,000.',
  ],
  [
    'pauses: { chance: 2, length: 5 }',
    '2:19 The chance of a pause is 2, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'crashes: [{ at: -1, what: cache }]',
    '2:17 The time of a crash is -1, and nothing happens before the run begins. Write a number from 0 to 315,360,000,000.',
  ],
  [
    'lost-deletes: 7',
    '2:15 The chance that a delete is lost is 7, and a share is no more than everything. Write a number from 0 to 1.',
  ],
  [
    'seed: 1000000',
    '2:7 The seed is 1,000,000, and seeds have six digits, so that they can be told over a table. Write a whole number from 0 to 999,999.',
  ],
  ['seed: -1', '2:7 The seed is -1, and seeds are counted from 0. Write a whole number from 0 to 999,999.'],
  [
    'operations: 10000000\narrivals: { open: 0.01 }',
    '3:11 The run would take 11,574 days of virtual time, and 3,650 are the most. Write fewer operations, or let them come faster.',
  ],
  [
    'operations: 10000000\narrivals: { closed: 1, think: 3600000 }',
    '3:11 The run would take 416,667 days of virtual time, and 3,650 are the most. Write fewer operations, or let them come faster.',
  ],
]

describe('a nonsensical workload is refused with the limit and the reason', () => {
  it.each(nonsense)('%s', (line, sentence) => {
    expect(sentences(line)).toBe(sentence)
  })
})

describe('a workload that was not read from a file', () => {
  const plain: Workload = { workload: 'a', title: 'A', about: '', ...plainWorkload }

  it('is asked the same', () => {
    expect(workloadProblems(plain)).toEqual([])
    expect(workloadProblems({ ...plain, keys: 0, cache: { ...plain.cache, ttl: { ms: NaN, jitter: 0 } } })).toEqual([
      { place: 'keys', message: expect.stringContaining('The number of keys is 0') as string },
      { place: 'ttl.ms', message: expect.stringContaining('The lifetime of entries is NaN') as string },
    ])
  })

  it('may hold anything, and is refused in words all the same', () => {
    const spoilt = [null, undefined, 'x', [], {}, { kind: 'zipf' }, { kind: '__proto__' }, 5n, Symbol('x'), -0, true]
    for (const name of Object.keys(plainWorkload))
      for (const value of spoilt) {
        const workload: Workload = { ...plain, [name]: value }
        for (const { message } of workloadProblems(workload)) expect(message).toMatch(/^[A-Z].*[.)]$/)
      }
  })

  it('at each of its limits is fine', () => {
    const edges: Partial<Workload>[] = [
      { operations: 10_000_000, arrivals: { kind: 'open', perSecond: 1_000_000, spacing: 'even' } },
      { keys: 1_000_000 },
      { keys: 2, popularity: { kind: 'hot', keys: 1, share: 1 } },
      { reads: 0 },
      { reads: 1 },
      { arrivals: { kind: 'closed', clients: 20_000, think: { kind: 'constant', ms: 0 } } },
      { lag: { kind: 'lognormal', median: 1, p99: 1 } },
      { lag: { kind: 'lognormal', median: 1, p99: 1000 } },
      { lag: { kind: 'uniform', from: 3, to: 3 } },
      { crashes: [{ atMs: 0, what: 'clients' }] },
    ]
    for (const edge of edges) expect([edge, workloadProblems({ ...plain, ...edge })]).toEqual([edge, []])
  })
})
