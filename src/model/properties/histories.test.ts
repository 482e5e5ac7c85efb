/**
 * Monitors against brute force, on every complete schedule of a dozen scenarios: no schedule is left out and
 * none is merged with another. The brute force compares every pair of operations, or tries every order.
 */
import { describe, expect, it } from 'vitest'
import { properties } from '.'
import { check } from '../explore/check'
import type { Trace } from '../engine/trace'
import { hasLinearOrder, historyOf, isLinearizable } from '../testing/history'
import { firstViolation } from '../explore/firstViolation'
import { violates } from '../testing/naive'
import { complete, wordsOf, type Path } from '../testing/schedules'
import { everyProperty, sketched, words, type Sketch } from '../testing/sketch'

const twice = { T1: ['read x', 'read x'], T2: ['write x'] }
const everybody = { T1: ['read x'], T2: ['read x'], T3: ['write x'] }

/** The properties that the scenarios below are judged by, in this order. */
const judged = properties.filter(({ name }) => everyProperty.some((each) => each === name))

/** Scenario, complete schedules, and how many violate each property, in the order of their catalogue. */
const scenarios: readonly (readonly [string, Sketch, number, readonly number[]])[] = [
  ['a cold key, one reader, one writer', { clients: twice }, 15, [1, 0, 0, 1, 1, 0, 0, 0, 0]],
  ['the same under a lease', { guards: { lease: 'wait' }, clients: twice }, 15, [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  [
    'three clients, a lease that is bypassed',
    { guards: { lease: 'bypass' }, clients: everybody },
    262,
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  ['a stale key', { cache: { x: 1 }, database: { x: 2 }, clients: twice }, 6, [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['write-through, a late fill', { write: 'write-through', clients: twice }, 15, [1, 0, 0, 1, 1, 0, 0, 0, 0]],
  [
    'two writers, the cache first',
    { write: 'write-through-cache-first', clients: { T1: ['write x'], T2: ['write x'], T3: ['read x'] } },
    114,
    [74, 0, 0, 0, 0, 0, 38, 0, 0],
  ],
  [
    'the cache first, then an eviction',
    { write: 'write-through-cache-first', evict: 1, clients: { T1: ['write x'], T2: ['write x', 'read x'] } },
    70,
    [24, 0, 5, 8, 0, 0, 19, 0, 0],
  ],
  [
    'a deferred delete with any delay',
    { write: 'deferred-invalidate', clients: twice },
    15,
    [1, 0, 0, 3, 3, 0, 0, 0, 0],
  ],
  [
    'a deferred delete with a long delay',
    { write: 'deferred-invalidate', guards: { delay: 'longer-than-pauses' }, clients: twice },
    14,
    [0, 0, 0, 2, 2, 0, 0, 0, 0],
  ],
  ['a writer that may die', { cache: { x: 1 }, crash: ['T2'], clients: twice }, 15, [6, 0, 0, 0, 0, 0, 0, 0, 0]],
  [
    'a reader that may die while the cache loads',
    { crash: ['T1'], clients: { T1: ['read x'], T2: ['write x', 'read x'] } },
    312,
    [13, 0, 5, 5, 5, 5, 0, 0, 0],
  ],
  [
    'a holder of a lease that may die',
    {
      read: 'cache-aside',
      guards: { lease: 'wait' },
      crash: ['T1'],
      clients: { T1: ['read x'], T2: ['read x', 'write x'] },
    },
    14,
    [0, 0, 0, 0, 0, 0, 0, 0, 2],
  ],
  [
    'a reader of a version whose writer may die before it commits',
    { write: 'write-through-cache-first', crash: ['T2'], clients: { T1: ['read x'], T2: ['write x'] } },
    20,
    [7, 0, 0, 0, 0, 0, 0, 2, 0],
  ],
  [
    'two keys',
    { database: { x: 1, y: 1 }, clients: { T1: ['read x', 'read y'], T2: ['write y', 'write x'] } },
    210,
    [9, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    'two writers whose stores change places',
    {
      cache: { x: 1 },
      write: 'write-through',
      clients: { T1: ['read x', 'read x'], T2: ['write x'], T3: ['write x'] },
    },
    90,
    [30, 2, 0, 10, 0, 0, 0, 0, 0],
  ],
  [
    'a reader that sees the old, the newest and then the middle version',
    {
      cache: { x: 1 },
      write: 'write-through',
      clients: { T1: ['read x', 'read x', 'read x'], T2: ['write x'], T3: ['write x'] },
    },
    210,
    [70, 10, 0, 30, 0, 0, 0, 0, 0],
  ],
  [
    'two keys, of which a reader sees the effect and not the cause',
    {
      ...{ database: { x: 1, y: 1 }, cache: { x: 1 }, write: 'write-around' },
      clients: { T1: ['write x', 'write y'], T2: ['read y', 'read x'] },
    },
    15,
    [15, 0, 0, 14, 14, 3, 0, 0, 0],
  ],
  [
    'the same, where the effect and the missing cause have the same number',
    {
      ...{ database: { x: 2, y: 1 }, cache: { x: 2 }, write: 'write-around' },
      clients: { T1: ['write x', 'write y'], T2: ['read y', 'read x'] },
    },
    15,
    [15, 0, 0, 14, 14, 3, 0, 0, 0],
  ],
  [
    'a writer whose answer is lost, and that reads afterwards',
    {
      ...{ cache: { x: 1 }, write: 'write-through', 'lost-answer': 1 },
      clients: { T1: ['write x', 'read x'], T2: ['write x'], T3: ['read x'] },
    },
    110,
    [48, 0, 6, 13, 0, 0, 0, 0, 0],
  ],
  [
    'two writers that may die, and a reader of both',
    {
      ...{ write: 'write-through-cache-first', crash: ['T1', 'T2'] },
      clients: { T1: ['write x'], T2: ['write x'], T3: ['read x', 'read x'] },
    },
    1450,
    [814, 0, 0, 290, 284, 0, 90, 334, 0],
  ],
  [
    'a listener that serves the cache before a replica that is read',
    {
      ...{ write: 'change-log', replica: 'lagging', evict: 1 },
      guards: { 'log-order': 'cache-first', fill: 'none' },
      clients: twice,
    },
    98,
    [0, 1, 0, 43, 43, 1, 0, 0, 0],
  ],
  [
    'a listener that begins again',
    {
      ...{ write: 'change-log', redeliver: 1, cache: { x: 1 } },
      clients: { T1: ['write x', 'write x'], T2: ['read x', 'read x'] },
    },
    987,
    [0, 18, 0, 848, 848, 18, 0, 0, 0],
  ],
  [
    'a replica that lags behind a lease',
    { guards: { lease: 'wait' }, replica: 'lagging', clients: twice },
    88,
    [21, 0, 0, 21, 21, 0, 0, 0, 0],
  ],
  [
    'a writer of another region with a marker that may be evicted',
    {
      ...{ guards: { regions: '2', 'remote-marker': 'true' }, evict: 1 },
      clients: { T1: ['write x', 'read x'] },
    },
    33,
    [8, 0, 8, 8, 8, 8, 0, 0, 0],
  ],
  [
    'a refused fill that starts over',
    { guards: { lease: 'wait', 'retry-refused-fill': 'true' }, clients: twice },
    15,
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    'a lease that runs out once',
    { guards: { lease: 'wait', 'lease-timeout': 'once' }, clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
    98,
    [0, 0, 0, 0, 0, 0, 0, 0, 0],
  ],
  [
    'a stale mark',
    { cache: { x: 1 }, guards: { lease: 'wait', 'serve-stale': 'true' }, clients: everybody },
    16,
    [0, 0, 0, 4, 4, 0, 0, 0, 0],
  ],
  [
    'a lock that runs out once',
    {
      write: 'write-through',
      guards: { 'write-lock': 'true', 'lock-timeout': 'once' },
      clients: { T1: ['write x', 'read x'], T2: ['write x'] },
    },
    230,
    [40, 0, 20, 32, 0, 0, 0, 0, 0],
  ],
  [
    'a stamp that an expiry makes old',
    {
      write: 'write-through',
      expire: 1,
      guards: { expiry: 'after-write', 'reject-old-fills': 'at-select' },
      clients: twice,
    },
    65,
    [2, 0, 0, 1, 1, 0, 0, 0, 0],
  ],
  [
    'versions from a sequence',
    {
      write: 'write-through',
      guards: { 'compare-and-set': 'newer', versions: 'separate-sequence' },
      clients: { T1: ['write x', 'read x'], T2: ['write x'] },
    },
    35,
    [10, 0, 0, 0, 0, 0, 10, 0, 0],
  ],
  [
    'an operation that the search chooses',
    { cache: { x: 1 }, write: 'write-around', clients: { T1: ['any', 'any'], T2: ['any'] } },
    24,
    [21, 0, 6, 12, 12, 6, 0, 0, 0],
  ],
]

const isCoherentAtStart = ({ scenario: { start } }: Trace) =>
  Object.entries(start.cache).every(([key, version]) => version === start.database[key])

/** The step after which a schedule first violates a property by brute force, or null. */
function byForce(property: string, path: Path): number | null {
  const step = path.findIndex((trace) => violates(property, trace))
  return step < 0 ? null : step
}

describe.each(scenarios)('%s', (_title, sketch, count, bad) => {
  const scenario = sketched(sketch)
  const paths = [...complete(scenario)]
  const schedules = paths.map((path) => wordsOf(path.at(-1)!))
  const results = new Map(check(scenario).results.map((result) => [result.property, result]))
  const found = judged.map((property) => schedules.map((schedule) => firstViolation(scenario, property, schedule)))

  it('has as many complete schedules, and as many of them violate each property', () => {
    expect([paths.length, found.map((steps) => steps.filter((step) => step !== null).length)]).toEqual([count, bad])
  })

  it.each(judged.map(({ name }, index) => [name, found[index]!] as const))('%s', (name, byMonitor) => {
    expect(paths.map((path) => byForce(name, path))).toEqual(byMonitor)
    const shortest = Math.min(...byMonitor.map((step) => step ?? Infinity))
    const result = results.get(name)!
    expect(result.verdict === 'violated' ? result.steps : Infinity).toBe(shortest)
  })

  it('a read that is behind what is known is exactly what no order of the operations can explain', () => {
    const traces = paths.map((path) => path.at(-1)!).filter(isCoherentAtStart)
    const explained = traces.map((trace) => hasLinearOrder(historyOf(trace), scenario.start.database))
    expect(explained).toEqual(traces.map((trace) => isLinearizable(historyOf(trace))))
  })
})

describe('an answer that nobody hears', () => {
  const sketch: Sketch = {
    ...{ write: 'write-through', crash: ['T1'] },
    clients: { T1: ['read x'], T2: ['write x'], T3: ['read x', 'read x'] },
  }
  const linearizable = properties.find((property) => property.name === 'linearizable')!
  const after = (beginning: string) =>
    firstViolation(sketched(sketch), linearizable, words(`${beginning} T3 T3 T2 T1 T1 T3 T3`))

  it('is known to nobody: a load that the cache finishes for the dead sets no floor for later reads', () => {
    expect(after('T1 crash:T1')).toBeNull()
    expect(after('T1')).toBe(8)
  })
})
