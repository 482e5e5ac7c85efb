import { describe, expect, it } from 'vitest'
import { replay } from '../../engine/replay'
import { isProblem, readLink } from '../../scenario/link'
import { plain, strategy } from '../load.fixture'
import { simulate } from '../run/run'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { zoomOf } from './zoom'
import { zoomLink } from './zoomLink'

/** Loads that pause now and then, on keys that are read and written often. */
const crowded: Workload = {
  ...plain,
  ...{ operations: 3000, keys: 20, reads: 0.7 },
  pauses: { chance: 0.02, length: { kind: 'uniform', from: 5, to: 40 } },
  delay: { kind: 'constant', ms: 5 },
}

const zoomedAll = (chosen: Strategy, more: Partial<Workload> = {}, count = 10) => {
  const workload = { ...crowded, ...more }
  const { staleReads } = simulate(workload, chosen)
  return staleReads.slice(0, count).map((read) => ({ read, zoomed: zoomOf(workload, chosen, read) }))
}

describe('a stale read, zoomed,', () => {
  it.each<[string, Strategy, Partial<Workload>?]>([
    ['a plain delete', strategy('cache-aside', 'write-invalidate')],
    ['a deferred delete', strategy('cache-aside', 'deferred-invalidate')],
    ['two deletes', strategy('cache-aside', 'double-delete')],
    ['a store after the commit', strategy('read-through', 'write-through')],
    ['a write past the cache', strategy('read-through', 'write-around')],
    ['a lagging replica', strategy('cache-aside', 'write-invalidate', { lease: 'wait' }, 'lagging')],
    ['a listener', strategy('cache-aside', 'change-log')],
    ['lost deletes', strategy('cache-aside', 'write-invalidate'), { lostDeletes: 0.2 }],
    ['a bypassed lease', strategy('cache-aside', 'write-invalidate', { lease: 'bypass' })],
  ])('is the interleaving that the engine replays, under %s', (_what, chosen, more) => {
    const all = zoomedAll(chosen, more)
    expect(all.length).toBeGreaterThan(0)
    for (const { read, zoomed } of all) {
      if (typeof zoomed === 'string') throw new Error(`${JSON.stringify(read)}: ${zoomed}`)
      const { scenario, schedule, reader } = zoomed
      const trace = replay(scenario, schedule)
      const begins = trace.steps.findIndex(({ word }) => word === reader)
      const known = trace.steps[begins]!.before.database['x']!
      const answer = trace.steps
        .flatMap(({ event }) => (event.type === 'request' && event.client === reader && event.ends ? [event] : []))
        .at(0)?.result
      expect([trace.refused, typeof answer]).toEqual([null, 'number'])
      expect([read, schedule, (answer as number) < known]).toEqual([read, schedule, true])
    }
  })

  it('begins where cache and database agree, and has only operations that take part', () => {
    const all = zoomedAll(strategy('cache-aside', 'write-invalidate'))
    const stories = all.map(({ zoomed }) => {
      if (typeof zoomed === 'string') return zoomed
      const { start, clients } = zoomed.scenario
      const deeds = clients.map(({ name, operations }) => `${name} ${operations[0]!.kind}`)
      return `${deeds.join(', ')} from ${start.database['x']}/${start.cache['x'] ?? '-'}: ${zoomed.schedule.join(' ')}`
    })
    expect(stories[0]).toBe('T1 read, T2 write, T3 read from 1/-: T1 T1 T2 T2 T1 T3')
    expect(new Set(stories.map((story) => /from (\S+):/.exec(story)?.[1]))).toEqual(new Set(['1/-', '1/1']))
  })

  it('opens in the Lab as it is, at its end', () => {
    const [first] = zoomedAll(strategy('cache-aside', 'deferred-invalidate', {}), {}, 3).slice(2)
    const zoomed = first?.zoomed
    if (zoomed === undefined || typeof zoomed === 'string') throw new Error(String(zoomed))
    const link = zoomLink(zoomed)
    expect(link).toBe(
      '#/lab/stale-fill?write=deferred-invalidate&clients=T1:read-x+T2:write-x+T3:read-x&check=linearizable+converges&run=T1+T1+T2+timer:T2+T1+T3&at=6',
    )
    const opened = readLink(link.slice(1))
    if (isProblem(opened)) throw new Error(opened.message)
    const { clients, protocol, guards, faults, start } = zoomed.scenario
    expect([opened.schedule, opened.step, opened.edited]).toMatchObject([
      ...[zoomed.schedule, 6],
      { clients, protocol, guards, faults, start },
    ])
  })

  it('is given up when nobody waits for it any more, and says what it is where too much happens', () => {
    const chosen = strategy('cache-aside', 'write-around')
    const busy = { ...crowded, keys: 1, operations: 3000 }
    const { staleReads } = simulate(busy, chosen)
    expect(zoomOf(busy, chosen, staleReads.at(-1)!, () => true)).toMatch(/^More than 40 operations/)
  })
})
