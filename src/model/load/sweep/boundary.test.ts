/** Where sweeps have their boundaries, and what the explorer says on both sides. */
import { describe, expect, it } from 'vitest'
import { sweeps, type Boundary } from '.'
import { plainWorkload } from '../workload/plain'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'

const strategy = (read: string, write: string, guards: Record<string, string> = {}): Strategy => ({
  protocol: { read, write },
  guards,
  replica: 'none',
})

/** Select 4 ms, cache 1 ms, pauses of 20 ms: a load holds its version for 2 + 20 + 0.5 ms at the most. An update is answered 3 ms after its commit. */
const workload: Workload = {
  ...plainWorkload,
  ...{ workload: 'swept', title: 'Swept', about: '' },
  cache: { ...plainWorkload.cache, latency: { kind: 'constant', ms: 1 } },
  database: { ...plainWorkload.database, select: { kind: 'constant', ms: 4 }, update: { kind: 'constant', ms: 6 } },
  pauses: { chance: 0.1, length: { kind: 'constant', ms: 20 } },
  lag: { kind: 'constant', ms: 7 },
  delay: { kind: 'constant', ms: 100 },
}

const boundary = (name: string, of: Strategy, under = workload): Boundary =>
  sweeps.find((sweep) => sweep.name === name)!.boundary(under, of)

const seen = ({ zero, proofs }: Boundary) => [zero, proofs.map(({ property, verdict }) => `${property}: ${verdict}`)]

describe('the delay of a deferred delete', () => {
  it('is long enough from the longest load on, which is where the explorer stops finding a stale fill', () => {
    expect(seen(boundary('delay', strategy('cache-aside', 'deferred-invalidate')))).toEqual([
      { kind: 'from', ms: 19.5 },
      ['converges: violated', 'converges: holds'],
    ])
  })

  it('is long enough sooner where the cache itself loads, because the cache does not pause', () => {
    expect(boundary('delay', strategy('read-through', 'deferred-invalidate')).zero).toEqual({ kind: 'from', ms: 0 })
  })

  it('has to outlast the lag of a replica as well', () => {
    const lagging = { ...strategy('cache-aside', 'deferred-invalidate'), replica: 'lagging' } as const
    expect(boundary('delay', lagging).zero).toEqual({ kind: 'from', ms: 26.5 })
  })

  it('does not matter under a lease', () => {
    expect(seen(boundary('delay', strategy('cache-aside', 'deferred-invalidate', { lease: 'wait' })))).toEqual([
      { kind: 'everywhere' },
      ['converges: holds', 'converges: holds'],
    ])
  })

  it('is never long enough for pauses without a longest one', () => {
    const long: Workload = { ...workload, pauses: { chance: 0.1, length: { kind: 'exponential', mean: 20 } } }
    expect(boundary('delay', strategy('cache-aside', 'deferred-invalidate'), long).zero).toEqual({ kind: 'nowhere' })
  })

  it('is nothing that write-invalidate has', () => {
    const [delay] = sweeps
    expect(delay!.lacks(strategy('cache-aside', 'write-invalidate'))).toBe(
      'write-invalidate leaves no delete for later.',
    )
    expect(delay!.lacks(strategy('cache-aside', 'double-delete'))).toBeNull()
  })
})

describe('the flush interval', () => {
  it.each([
    ['memory', 'nowhere', 'violated'],
    ['durable', 'everywhere', 'holds'],
  ])('costs writes with a queue that lives in %s or costs none: %s', (queue, kind, verdict) => {
    expect(seen(boundary('flush', strategy('cache-aside', 'write-behind', { queue })))).toEqual([
      { kind },
      [`durable: ${verdict}`],
    ])
  })

  it('costs writes again when the machine is lost with its disk', () => {
    const lost: Workload = { ...workload, crashes: [{ atMs: 500, what: 'machine' }] }
    const zeroOf = (queue: string) => boundary('flush', strategy('cache-aside', 'write-behind', { queue }), lost).zero
    expect([zeroOf('durable'), zeroOf('replicated')]).toEqual([{ kind: 'nowhere' }, { kind: 'everywhere' }])
  })

  it('is swept with a crash, also where the workload has none', () => {
    const { crashes, flush } = sweeps[1]!.at(workload, 50)
    expect([crashes.map(({ what }) => what), flush.everyMs]).toEqual([['cache'], 50])
  })
})

describe('the lifetime of entries', () => {
  it('bounds the age of an answer, up to the load that stored it', () => {
    expect(seen(boundary('ttl', strategy('cache-aside', 'write-around')))).toEqual([
      { kind: 'below', extraMs: 23 },
      ['sees-the-new-value: bounded'],
    ])
  })

  it('bounds nothing where each read restarts it', () => {
    expect(seen(boundary('ttl', strategy('cache-aside', 'write-around', { expiry: 'after-access' })))).toEqual([
      { kind: 'nowhere' },
      ['sees-the-new-value: for-ever'],
    ])
  })
})

describe('the lag of a replica', () => {
  const deferred = { ...strategy('cache-aside', 'deferred-invalidate'), replica: 'lagging' } as const

  it('does no harm up to what the delay leaves after the longest load', () => {
    expect(boundary('lag', deferred).zero).toEqual({ kind: 'until', ms: 80.5 })
  })

  it('does harm at once under a plain delete, and even under a lease', () => {
    const plain = { ...strategy('cache-aside', 'write-invalidate'), replica: 'lagging' } as const
    const leased = { ...plain, guards: { lease: 'wait' } }
    expect([boundary('lag', plain).zero, boundary('lag', leased).zero]).toEqual([
      { kind: 'nowhere' },
      { kind: 'nowhere' },
    ])
  })
})
