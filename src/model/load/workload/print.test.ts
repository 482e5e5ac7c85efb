import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseWorkload } from './parse'
import { plainWorkload } from './plain'
import { presetNamed } from './presets'
import { printWorkload } from './print'
import { experiments } from './workload.fixture'

describe('a printed workload', () => {
  it('is read back as what was printed, whatever it is', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(parseWorkload(printWorkload(experiment), 'f.yaml')).toEqual({ experiment })
      }),
      { numRuns: 300 },
    )
  })

  it('says what is not plain, and nothing else', () => {
    const plain = { workload: 'a', title: 'A', about: '', ...plainWorkload }
    expect(printWorkload({ workload: plain, strategies: [] })).toBe('workload: a\ntitle: A\n')
  })

  it('of the like counter is this', () => {
    expect(printWorkload(presetNamed('like-counter')!)).toBe(
      [
        'workload: like-counter',
        'title: Like counter',
        'about: Ten thousand requests a second, four of five of them a like, and most of them for a few posts. A like that shows up late is no harm; a database that cannot keep up is. Compare how many likes become one database write, and how many are gone when the cache restarts.',
        'operations: 200000',
        'popularity: { zipf: 1.2 }',
        'arrivals: { open: 10000 }',
        'reads: 0.2',
        'cache: { warm: true }',
        'database: { concurrency: 40 }',
        'flush: { every: 200, concurrency: 16 }',
        'crashes: [{ at: 15000, what: cache }]',
        'compare: [cache-aside+write-behind, cache-aside+write-behind+queue:durable, cache-aside+write-through, cache-aside+write-invalidate]',
        '',
      ].join('\n'),
    )
  })
})
