import { describe, expect, it } from 'vitest'
import type { Scenario } from '../scenario/scenario'
import { mapOf } from './mapOf'
import { routeThrough } from './route'
import type { ScheduleMap } from './scheduleMap'
import { noFaults } from '../engine/faults'

const staleFill: Scenario = {
  scenario: 'stale-fill',
  title: 'The stale fill',
  about: '',
  start: { database: { x: 1 }, cache: {} },
  protocol: { read: 'cache-aside', write: 'write-invalidate' },
  guards: {},
  clients: [
    { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
    { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
  ],
  faults: noFaults,
  check: ['converges'],
  expect: {},
  schedule: [],
  twin: '',
}

const drawn = (scenario: Scenario, property = 'converges') => mapOf(scenario, property) as ScheduleMap
const edge = (map: ScheduleMap, x: number, y: number, axis: 'x' | 'y') =>
  map.edges.find((candidate) => candidate.x === x && candidate.y === y && candidate.axis === axis)

describe('the schedule map of the stale fill', () => {
  const map = drawn(staleFill)

  it('counts ten schedules, one of which ends stale', () => {
    expect([map.schedules, map.bad]).toEqual([10, 1])
  })

  it('is a grid of three steps by two', () => {
    expect(map.points).toHaveLength(12)
    expect(map.edges).toHaveLength(17)
    expect(map.points.filter((point) => point.isEnd)).toEqual([{ x: 3, y: 2, isEnd: true, fate: 'mixed' }])
  })

  it('lets different pasts meet at a point before anything has happened', () => {
    expect(edge(map, 2, 2, 'x')).toEqual({ x: 2, y: 2, axis: 'x', fate: 'mixed', label: 'SET' })
    expect(edge(map, 3, 1, 'y')?.fate).toBe('safe')
    expect(edge(map, 0, 2, 'x')?.fate).toBe('safe')
  })

  it('shows, once the reader holds the old version, that commit and delete doom the fill', () => {
    const after = mapOf(staleFill, 'converges', ['T1', 'T1']) as ScheduleMap
    expect([edge(after, 0, 0, 'x')?.fate, edge(after, 1, 0, 'x')?.fate]).toEqual(['mixed', 'mixed'])
    expect(edge(after, 2, 0, 'y')?.fate).toBe('mixed')
    expect(edge(after, 2, 1, 'y')?.fate).toBe('doomed')
    expect(edge(after, 2, 2, 'x')?.fate).toBe('doomed')
    expect(edge(after, 2, 1, 'x')?.fate).toBe('safe')
    expect(edge(after, 0, 1, 'x')?.fate).toBe('safe')
  })

  it('has no bad schedule under a lease', () => {
    const guarded = drawn({ ...staleFill, guards: { lease: 'wait' } })
    expect([guarded.schedules, guarded.bad]).toEqual([10, 0])
  })

  it('says why a scenario whose runs may go round for ever has no map', () => {
    const round = { ...staleFill, guards: { lease: 'wait', 'lease-timeout': 'any', 'retry-refused-fill': 'true' } }
    const reason = 'The map shows runs that end, and those of this scenario may go on for ever.'
    expect(mapOf(round, 'converges')).toEqual({ reason })
    expect(drawn({ ...round, guards: { lease: 'wait', 'retry-refused-fill': 'true' } }).schedules).toBe(10)
  })

  it('says why a scenario with three clients has no map', () => {
    const three = { ...staleFill, clients: [...staleFill.clients, { name: 'T3', operations: [] }] }
    expect(mapOf(three, 'converges')).toEqual({ reason: 'The map shows two clients, and this scenario has 3.' })
  })
})

describe('a route through a point of the map', () => {
  it('keeps the order of the present run as far as it can', () => {
    const route = routeThrough(staleFill, ['T1', 'T1', 'T1', 'T2', 'T2'], 2, 2)
    expect(route).toEqual({ schedule: ['T1', 'T1', 'T2', 'T2', 'T1'], step: 4 })
  })

  it('is null where no run goes', () => {
    expect(routeThrough(staleFill, [], 9, 9)).toBeNull()
  })
})
