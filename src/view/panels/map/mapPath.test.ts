import { describe, expect, it } from 'vitest'
import { gridOf } from './grid.fixture'
import { axisOf, fatesOf, regionOf, walk, type RunFates } from './mapPath'

const clients = ['T1', 'T2'] as const

describe('a schedule on the map', () => {
  it('moves right with the first client and up with the second', () => {
    expect(walk(['T1', 'T2', 'T1'], clients)).toEqual({
      segments: [
        { x: 0, y: 0, axis: 'x' },
        { x: 1, y: 0, axis: 'y' },
        { x: 1, y: 1, axis: 'x' },
      ],
      end: { x: 2, y: 1 },
    })
  })

  it('does not move with timers, faults and crashes', () => {
    expect(walk(['evict:x', 'T1', 'crash:T2', 'timer:T2', 'expire:x'], clients).end).toEqual({ x: 1, y: 0 })
  })

  it('moves with a chosen operation and with a fault at a request', () => {
    expect(['T1:read-x', 'T2!lost', 'T11', 'crash:T1'].map((word) => axisOf(word, clients))).toEqual([
      'x',
      'y',
      null,
      null,
    ])
  })
})

describe('the fates on the map', () => {
  const grid = gridOf(['GET', 'SET'], ['UPDATE'])
  const run: RunFates = {
    along: ['mixed', 'doomed'],
    points: [{ x: 2, y: 0, isEnd: false, fate: 'doomed' }],
    edges: [{ x: 1, y: 0, axis: 'x', fate: 'doomed', label: 'SET' }],
  }

  it('are those of all runs while nothing is known of this one', () => {
    const fates = fatesOf(grid, null, ['T1'], clients)
    expect([fates.of({ x: 1, y: 0 }), fates.of({ x: 0, y: 0 }, 'y')]).toEqual(['safe', 'safe'])
  })

  it('are those of this run along its path and ahead of it, and nothing elsewhere', () => {
    const fates = fatesOf(grid, run, ['T1'], clients)
    expect(fates.of({ x: 0, y: 0 })).toBe('mixed')
    expect(fates.of({ x: 0, y: 0 }, 'x')).toBe('doomed')
    expect(fates.of({ x: 2, y: 0 })).toBe('doomed')
    expect(fates.of({ x: 0, y: 1 })).toBeNull()
  })

  it('are missed where the run can no longer go', () => {
    const fates = fatesOf(grid, run, ['T1'], clients)
    expect(grid.points.filter((point) => fates.isMissed(point)).map(({ x, y }) => [x, y])).toEqual([[0, 1]])
  })
})

describe('the shaded region', () => {
  it('joins neighbours and fills a cell only when its four corners are in it', () => {
    const square = [
      { x: 1, y: 1 },
      { x: 2, y: 1 },
      { x: 1, y: 2 },
      { x: 2, y: 2 },
    ]
    expect(regionOf(square).cells).toEqual([{ x: 1, y: 1 }])
    expect(regionOf(square).links).toHaveLength(4)
    expect(regionOf(square.slice(0, 3))).toEqual({
      places: square.slice(0, 3),
      links: [
        { x: 1, y: 1, axis: 'x' },
        { x: 1, y: 1, axis: 'y' },
      ],
      cells: [],
    })
  })
})
