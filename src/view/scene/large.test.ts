import { describe, expect, test } from 'vitest'
import { transcript } from '../../course/narration'
import { replay } from '../../model/engine/replay'
import { scheduleOf } from '../../model/run/course'
import { sketched, type Sketch } from '../../model/testing/sketch'
import { castKeyCount, castLanes, isLarge } from './cast'
import { mermaidOf } from './mermaidOf'
import { sceneOf } from './sceneOf'

const runOf = (sketch: Sketch, repeat: number) => {
  const scenario = { ...sketched(sketch), repeat, seed: 1 }
  return replay(scenario, scheduleOf(scenario))
}

describe('a long run', () => {
  const trace = runOf({ write: 'write-behind', clients: { T1: ['write x'], T2: ['write x'], T3: ['read x'] } }, 300)

  test('is drawn for the rows at hand, which keep their numbers', () => {
    const scene = sceneOf(trace, 510, { first: 500, last: 540 })
    expect([isLarge(trace), scene.count, scene.playhead]).toEqual([true, trace.steps.length, 510])
    expect(scene.rows.map(({ number }) => number)).toEqual(Array.from({ length: 41 }, (_, index) => 500 + index))
    expect(scene.rows.filter(({ isGhost }) => isGhost).map(({ number }) => number)[0]).toBe(511)
  })

  test('shows the same rows wherever the stretch begins', () => {
    const at = (first: number) =>
      sceneOf(trace, 510, { first, last: first + 60 }).rows.find(({ number }) => number === 520)
    expect(at(500)).toEqual(at(470))
  })

  test('knows who made a version that was made before the stretch', () => {
    const { ribbons } = sceneOf(trace, 510, { first: 500, last: 540 })
    const database = ribbons.filter(({ lane }) => lane === 'database')
    expect(database.length).toBeGreaterThan(1)
    expect(database.every(({ owner, version }) => owner !== null && version !== null && version > 1)).toBe(true)
  })

  test('tiles each lane from one end of the stretch to the other', () => {
    const { ribbons } = sceneOf(trace, trace.steps.length, { first: 500, last: 540 })
    const cache = ribbons.filter(({ lane }) => lane === 'cache')
    expect([cache[0]?.from, cache.at(-1)?.to]).toEqual([499, 541])
    for (const [index, ribbon] of cache.entries()) if (index > 0) expect(ribbon.from).toBe(cache[index - 1]?.to)
  })

  test('is written for Mermaid stretch by stretch', () => {
    const lines = mermaidOf(trace, { first: 401, last: 800 }).split('\n')
    expect(lines[0]).toBe('sequenceDiagram')
    expect(lines.filter((line) => /^ {4}(participant|actor) /.test(line))).toHaveLength(
      castLanes(trace.scenario).length,
    )
    expect(lines).toContain(`    Note over p0: Steps 401 to 800 of ${trace.steps.length}`)
    expect(lines.filter((line) => line.includes('->>') && !line.includes('-->>')).length).toBeLessThanOrEqual(400)
    expect(transcript(trace, { first: 401, last: 800 })).toEqual(transcript(trace).slice(400, 800))
  })

  test('reaches its end in the last stretch', () => {
    const { count, bars } = sceneOf(trace, Infinity, { first: trace.steps.length - 20, last: trace.steps.length + 20 })
    expect(sceneOf(trace, Infinity, { first: count - 20, last: count + 20 }).rows.at(-1)?.number).toBe(count)
    expect(Math.max(...bars.map(({ to }) => to))).toBeLessThanOrEqual(count + 1)
  })
})

describe('a run with many clients and keys', () => {
  const clients = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`T${index + 1}`, [`write k${index}`, `read k${19 - index}`]]),
  )
  const trace = runOf({ write: 'write-behind', clients }, 1)
  const scene = sceneOf(trace, 5, { first: 0, last: 40 })

  test('gives the first clients lanes of their own, and the others one together', () => {
    expect(castLanes(trace.scenario).map(({ title }) => title)).toEqual([
      ...['T5', 'T3', 'T1', 'Cache', 'Queue', 'Database', 'T2', 'T4', 'T6', '14 others'],
    ])
    const lanes = new Set(scene.lanes.map(({ id }) => id))
    expect(scene.rows.every(({ from, to }) => lanes.has(from) && lanes.has(to))).toBe(true)
    expect(scene.rows.some(({ from }) => from === 'client:others')).toBe(true)
  })

  test('shows the state of the keys that the rows are about first, as far as there is room', () => {
    expect([castKeyCount(trace.scenario), scene.keys.length]).toEqual([4, 4])
    const first = trace.steps.flatMap(({ event }) => ('key' in event ? [event.key] : []))
    expect(new Set(scene.keys)).toEqual(new Set([...new Set(first)].slice(0, 4)))
    expect(scene.rows.some(({ slot }) => slot === null)).toBe(true)
  })
})

describe('programs that no client runs', () => {
  const trace = replay(
    sketched({
      read: 'refresh-ahead',
      guards: { warm: 'y' },
      cache: { x: 1 },
      clients: { T1: ['write x'], T2: ['read y'] },
    }),
    ['refresh:x', 'T1', 'warm:y', 'refresh:x', 'warm:y'],
  )

  test('have lanes between the cache and the database, and a bar for each round', () => {
    const { lanes, bars } = sceneOf(trace, 5)
    expect(lanes.map(({ title }) => title)).toEqual(['T1', 'Cache', 'Warm-up', 'Refresh', 'Database', 'T2'])
    const rounds = bars.filter(({ client }) => client === null)
    expect(rounds.map(({ lane, kind }) => `${lane} ${kind}`)).toEqual([
      ...['refresh running', 'refresh paused', 'refresh running'],
      ...['warm running', 'warm paused', 'warm running'],
    ])
  })

  test('send their requests from there', () => {
    const ways = sceneOf(trace, 5).rows.map(({ from, to, label, reply }) => `${from} ${to} ${label}, ${reply}`)
    expect(ways.filter((way) => !way.startsWith('client'))).toEqual([
      'refresh database SELECT x, v1',
      'warm database SELECT y, v1',
      'refresh cache SET x v1, stale',
      'warm cache SET y v1, ok',
    ])
  })
})
