import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoadProblem, readLoadLink, writeLoadLink } from './link'
import { presetNamed, presets } from './presets'
import { editsOf, strategyOf } from './workload.fixture'
import type { Experiment } from './experiment'

const likes = presetNamed('like-counter')!

function read(link: string): Experiment {
  const experiment = readLoadLink(link)
  if (isLoadProblem(experiment)) throw new Error(experiment.message)
  return experiment
}

describe('a link to a run under load', () => {
  it('restores the workload and the strategies that it was made of', () => {
    fc.assert(
      fc.property(editsOf(presets), (experiment) => {
        expect(read(writeLoadLink(experiment))).toEqual(experiment)
      }),
      { numRuns: 300 },
    )
  })

  it('is only the name where nothing is changed', () => {
    for (const preset of presets) expect(writeLoadLink(preset)).toBe(`#/load?on=${preset.workload.workload}`)
    expect(read('#/load?on=like-counter')).toEqual(likes)
  })

  it('says in words what is changed, and nothing else', () => {
    const workload = {
      ...likes.workload,
      seed: 7,
      operations: 100_000,
      cache: { ...likes.workload.cache, ttl: { ms: 300, jitter: 0.1 } },
      crashes: [],
    }
    const strategies = ['cache-aside+write-behind+queue:durable', 'read-through+write-through+lagging'].map(strategyOf)
    expect(writeLoadLink({ workload, strategies })).toBe(
      '#/load?on=like-counter&seed=7&operations=100000&ttl=300:0.1&crashes=none' +
        '&a=cache-aside+write-behind+queue:durable&b=read-through+write-through+lagging',
    )
  })

  it('of a workload that came from a file is told by what is not as in the first preset', () => {
    const workload = { ...presets[0]!.workload, workload: 'mine', title: 'Mine', about: 'Mine alone.', keys: 5 }
    const link = writeLoadLink({ ...presets[0]!, workload })
    expect(link).toBe('#/load?on=bank-balances&keys=5')
    expect(read(link).workload).toEqual({ ...presets[0]!.workload, keys: 5 })
  })

  it('without a name means the first preset, and survives programs that encode its signs', () => {
    expect(read('#/load')).toEqual(presets[0])
    expect(read('/load?seed=2').workload).toEqual({ ...presets[0]!.workload, seed: 2 })
    const encoded = '#/load?on=like-counter&crashes=5%3Acache%2B6%3Aclients'
    expect(read(encoded).workload.crashes).toEqual([
      { atMs: 5, what: 'cache' },
      { atMs: 6, what: 'clients' },
    ])
  })

  it('gives what nobody can change', () => {
    const { workload, strategies } = read('#/load?on=like-counter&ttl=5&a=cache-aside+write-behind')
    expect([workload, workload.cache, workload.cache.ttl, strategies, strategies[0]].every(Object.isFrozen)).toBe(true)
  })
})

/** Links as they were given away; what they mean may never change. */
const given: readonly (readonly [link: string, changes: object, strategies: readonly string[]])[] = [
  [
    '#/load?on=like-counter&popularity=hot:10:0.9&arrivals=open:5000:even&reads=0.5&read-back=0.1:exponential:5',
    {
      popularity: { kind: 'hot', keys: 10, share: 0.9 },
      arrivals: { kind: 'open', perSecond: 5000, spacing: 'even' },
      reads: 0.5,
      readBack: { share: 0.1, after: { kind: 'exponential', mean: 5 } },
    },
    [],
  ],
  [
    '#/load?on=like-counter&keys=50&popularity=turns&write-popularity=uniform&arrivals=closed:20:uniform:1:2&lag=0.5&delay=lognormal:5:50',
    {
      keys: 50,
      popularity: { kind: 'turns' },
      writePopularity: { kind: 'uniform' },
      arrivals: { kind: 'closed', clients: 20, think: { kind: 'uniform', from: 1, to: 2 } },
      lag: { kind: 'constant', ms: 0.5 },
      delay: { kind: 'lognormal', median: 5, p99: 50 },
    },
    [],
  ],
  [
    '#/load?on=like-counter&latency=1&capacity=10&eviction=lfu&ttl=300&warm=no&select=2&update=3&concurrency=none',
    {
      cache: {
        latency: { kind: 'constant', ms: 1 },
        capacity: 10,
        eviction: 'lfu',
        ttl: { ms: 300, jitter: 0 },
        isWarm: false,
      },
      database: { select: { kind: 'constant', ms: 2 }, update: { kind: 'constant', ms: 3 }, concurrency: null },
    },
    [],
  ],
  [
    '#/load?on=like-counter&flush=50&flushers=2&sync=5&refresh=6&lease=7&lock=8&pauses=0.1:9&crashes=5:machine&lost-deletes=1',
    {
      flush: { everyMs: 50, concurrency: 2, syncMs: 5 },
      refreshMs: 6,
      leaseMs: 7,
      lockMs: 8,
      pauses: { chance: 0.1, length: { kind: 'constant', ms: 9 } },
      crashes: [{ atMs: 5, what: 'machine' }],
      lostDeletes: 1,
    },
    [],
  ],
  [
    '#/load?on=like-counter&a=cache-aside+deferred-invalidate+delay:any&b=refresh-ahead+write-around+warm+lagging',
    {},
    ['cache-aside+deferred-invalidate+delay:any', 'refresh-ahead+write-around+warm+lagging'],
  ],
]

describe('a link that was given away', () => {
  it.each(given)('%s', (link, changes, strategies) => {
    expect(read(link)).toEqual({
      workload: { ...likes.workload, ...changes },
      strategies: strategies.length === 0 ? likes.strategies : strategies.map(strategyOf),
    })
  })
})
