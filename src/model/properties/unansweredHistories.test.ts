/**
 * Monitors against brute force where requests are not answered as they should be, on every complete schedule
 * of small scenarios: a write that ended with an error is judged as one that never ended.
 */
import { describe, expect, it } from 'vitest'
import { properties } from '.'
import { firstViolation } from '../explore/firstViolation'
import { hasLinearOrder, historyOf, isLinearizable } from '../testing/history'
import { violates } from '../testing/naive'
import { complete, wordsOf, type Path } from '../testing/schedules'
import { sketched, type Sketch } from '../testing/sketch'

const judged = [
  ...['converges', 'reads-in-order', 'read-your-writes', 'linearizable', 'register-linearizable', 'sequential'],
  ...['durable', 'no-phantom', 'not-stuck'],
]

const warm = { cache: { x: 1 } }
const readTwice = { T1: ['read x', 'read x'], T2: ['write x'] }

/** Scenario, complete schedules, and how many of them violate each property that any violates. */
const scenarios: readonly (readonly [string, Sketch, number, Readonly<Record<string, number>>])[] = [
  [
    'a commit that may fail after the cache has shown it',
    { ...warm, write: 'write-through-cache-first', 'database-write-fails': 1, clients: readTwice },
    12,
    { converges: 6, 'no-phantom': 5 },
  ],
  [
    'the same with an undo',
    {
      ...{ ...warm, write: 'write-through-cache-first', 'database-write-fails': 1, clients: readTwice },
      guards: { undo: 'true' },
    },
    16,
    { 'reads-in-order': 2, linearizable: 2, 'register-linearizable': 2, sequential: 2, 'no-phantom': 7 },
  ],
  [
    'a commit that may go unheard',
    { 'lost-answer': 1, clients: readTwice },
    20,
    { converges: 4, linearizable: 1, 'register-linearizable': 1 },
  ],
  [
    'a writer that goes on after an error',
    {
      ...{ ...warm, write: 'write-around', 'database-write-fails': 1, 'lost-answer': 1 },
      clients: { T1: ['write x', 'write x', 'read x'], T2: ['read x'] },
    },
    28,
    { converges: 28, 'read-your-writes': 20, linearizable: 20, 'register-linearizable': 20, sequential: 20 },
  ],
  [
    'two writers, one of which may be late',
    { ...warm, write: 'write-through', 'late-request': 1, clients: { T1: ['write x', 'read x'], T2: ['write x'] } },
    60,
    { converges: 23, 'read-your-writes': 17, linearizable: 25, 'register-linearizable': 13, sequential: 9 },
  ],
  [
    'a lease whose fill may be lost or late',
    {
      ...{ guards: { lease: 'wait' }, 'lost-store': 1, 'late-request': 1 },
      clients: { T1: ['read x'], T2: ['read x'] },
    },
    6,
    { 'not-stuck': 2 },
  ],
]

/** The step after which a schedule first violates a property by brute force, or null. */
function byForce(property: string, path: Path): number | null {
  const step = path.findIndex((trace) => violates(property, trace))
  return step < 0 ? null : step
}

describe.each(scenarios)('%s', (_title, sketch, count, bad) => {
  const scenario = sketched(sketch)
  const paths = [...complete(scenario)]
  const found = new Map(
    properties
      .filter(({ name }) => judged.includes(name))
      .map((property) => [
        property.name,
        paths.map((path) => firstViolation(scenario, property, wordsOf(path.at(-1)!))),
      ]),
  )

  it('has as many complete schedules, and as many of them violate each property', () => {
    const violated = [...found].flatMap(([name, steps]) => {
      const many = steps.filter((step) => step !== null).length
      return many === 0 ? [] : [[name, many] as const]
    })
    expect([paths.length, Object.fromEntries(violated)]).toEqual([count, bad])
  })

  it.each(judged)('%s is seen by its monitor when brute force sees it', (name) => {
    expect(paths.map((path) => byForce(name, path))).toEqual(found.get(name))
  })

  it('a read that is behind what is known is exactly what no order of the operations can explain', () => {
    const traces = paths.map((path) => path.at(-1)!)
    const explained = traces.map((trace) => hasLinearOrder(historyOf(trace), scenario.start.database))
    expect(explained).toEqual(traces.map((trace) => isLinearizable(historyOf(trace))))
  })
})
