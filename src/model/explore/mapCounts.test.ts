/**
 * The schedule map against brute force: every run to a quiet world is played on its own, and what the map says
 * about a point, an edge and the whole is read off those runs.
 */
import { describe, expect, it } from 'vitest'
import { mapOf } from './mapOf'
import { routeThrough } from './route'
import type { Fate, ScheduleMap } from './scheduleMap'
import { replay } from '../engine/replay'
import { isQuiet, violates } from '../testing/naive'
import { runsOf, wordsOf, type Path } from '../testing/schedules'
import { everyProperty, sketched, type Sketch } from '../testing/sketch'

const oneEach = { T1: ['read x'], T2: ['write x'] }

const scenarios: readonly (readonly [string, Sketch])[] = [
  ['a plain race', { clients: { T1: ['read x', 'read x'], T2: ['write x'] } }],
  [
    'a stale read with more to come',
    { cache: { x: 1 }, write: 'write-around', clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
  ],
  ['a timer', { write: 'deferred-invalidate', clients: oneEach }],
  [
    'a lease and a crash',
    { read: 'cache-aside', guards: { lease: 'wait' }, crash: ['T1'], clients: { T1: ['read x'], T2: ['read x'] } },
  ],
  [
    'a refused fill that starts over',
    { guards: { lease: 'wait', 'retry-refused-fill': 'true' }, clients: { T1: ['read x', 'read x'], T2: ['write x'] } },
  ],
  ['a lease that runs out', { guards: { lease: 'wait', 'lease-timeout': 'any' }, clients: oneEach }],
  [
    'a lock',
    { write: 'write-through', guards: { 'write-lock': 'true' }, clients: { T1: ['write x'], T2: ['write x'] } },
  ],
  ['an eviction', { write: 'write-through', evict: 1, clients: oneEach }],
  ['an expiry without a budget', { cache: { x: 1 }, expire: 'any', clients: oneEach }],
  ['an operation that the search chooses', { cache: { x: 1 }, clients: { T1: ['any'], T2: ['write x', 'read x'] } }],
]

/** How many steps each of two clients has taken after each prefix of a run. */
function placesOf(path: Path): readonly (readonly [number, number])[] {
  const place: [number, number] = [0, 0]
  const events = path.at(-1)!.steps.map(({ event }) => (event.type === 'request' ? event.client : ''))
  return [
    [0, 0],
    ...events.map((client): [number, number] => {
      if (client === 'T1') place[0]++
      if (client === 'T2') place[1]++
      return [...place]
    }),
  ]
}

function byForce(paths: readonly Path[], property: string) {
  const fates = new Map<string, { all: number; bad: number }>()
  let bad = 0
  for (const path of paths) {
    const isOfQuiet = property === 'converges' || property === 'durable' || property === 'not-stuck'
    const isBad = isOfQuiet ? violates(property, path.at(-1)!) : path.some((trace) => violates(property, trace))
    if (isBad) bad++
    const places = placesOf(path)
    const passed = new Set<string>()
    places.forEach(([x, y], index) => {
      passed.add(`${x} ${y}`)
      const before = places[index - 1]
      if (before && before[0] !== x) passed.add(`${before[0]} ${before[1]} x`)
      if (before && before[1] !== y) passed.add(`${before[0]} ${before[1]} y`)
    })
    for (const place of passed) {
      const fate = fates.get(place) ?? { all: 0, bad: 0 }
      fates.set(place, { all: fate.all + 1, bad: fate.bad + (isBad ? 1 : 0) })
    }
  }
  const fateOf = ({ all, bad }: { all: number; bad: number }): Fate =>
    bad === 0 ? 'safe' : bad === all ? 'doomed' : 'mixed'
  return { schedules: paths.length, bad, fates: [...fates].map(([place, fate]) => [place, fateOf(fate)]).sort() }
}

function ofMap({ schedules, bad, points, edges }: ScheduleMap) {
  const fates = [
    ...points.map(({ x, y, fate }) => [`${x} ${y}`, fate]),
    ...edges.map(({ x, y, axis, fate }) => [`${x} ${y} ${axis}`, fate]),
  ]
  return { schedules, bad, fates: fates.sort() }
}

describe.each(scenarios)('%s', { timeout: 60_000 }, (_title, sketch) => {
  const scenario = sketched(sketch)
  const paths = [...runsOf(scenario)]

  it.each(everyProperty)('%s: counts and fates are those of all runs to a quiet world', (property) => {
    expect(ofMap(mapOf(scenario, property) as ScheduleMap)).toEqual(byForce(paths, property))
  })

  it('a route leads through every point of the map, and on to a quiet world', () => {
    for (const { x, y } of (mapOf(scenario, 'converges') as ScheduleMap).points)
      for (const path of paths.slice(0, 3)) {
        const route = routeThrough(scenario, wordsOf(path.at(-1)!), x, y)!
        const trace = replay(scenario, route.schedule)
        const prefix = replay(scenario, route.schedule.slice(0, route.step))
        const steps = (name: string) =>
          prefix.steps.filter(({ event }) => event.type === 'request' && event.client === name).length
        expect([trace.refused, isQuiet(trace), steps('T1'), steps('T2')]).toEqual([null, true, x, y])
      }
  })

  it('a route through a point that the run passes already is the run itself', () => {
    for (const path of paths.slice(-4)) {
      const schedule = wordsOf(path.at(-1)!)
      const firstQuiet = path.findIndex(isQuiet)
      for (const [x, y] of placesOf(path).slice(0, firstQuiet + 1))
        expect(routeThrough(scenario, schedule, x, y)?.schedule).toEqual(schedule.slice(0, firstQuiet))
    }
  })
})
