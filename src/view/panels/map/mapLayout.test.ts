import { describe, expect, it } from 'vitest'
import { layoutOf, placeOf, pointAt } from './mapLayout'
import { gridOf } from './grid.fixture'

describe('the layout of the map', () => {
  const stale = layoutOf(gridOf(['GET', 'SELECT', 'SET'], ['UPDATE', 'DELETE']), 270, 6)

  it('gives three steps by two the room of the column, T1 to the right and T2 up', () => {
    expect(stale).toMatchObject({ columns: 3, rows: 2, cellX: 64, cellY: 46, isUpright: false })
    expect(placeOf(stale, { x: 0, y: 0 })).toEqual({ left: 16, top: 108 })
    expect(placeOf(stale, { x: 3, y: 2 })).toEqual({ left: 208, top: 16 })
    expect(stale.width).toBeLessThanOrEqual(270)
  })

  it('writes what each step asks along its axis', () => {
    expect(stale.labelsX).toEqual(['GET', 'SELECT', 'SET'])
    expect(stale.labelsY).toEqual(['UPDATE', 'DELETE'])
  })

  it('turns labels upright once they are wider than a cell, and keeps their whole length in the drawing', () => {
    const dense = layoutOf(gridOf(Array<string>(9).fill('SELECT'), ['UPDATE']), 270, 6)
    expect(dense).toMatchObject({ isUpright: true, cellX: 22 })
    expect(dense.height - dense.originY).toBe(6 * 6 + 18)
  })

  it('fits twelve steps a side into 268 pixels, and grows past them instead of shrinking cells', () => {
    const labels = (count: number) => Array<string>(count).fill('DELETE')
    expect(layoutOf(gridOf(labels(12), labels(12)), 268, 6)).toMatchObject({ cellX: 17, width: 16 + 12 * 17 + 52 })
    expect(layoutOf(gridOf(labels(20), labels(2)), 268, 6)).toMatchObject({ cellX: 15, width: 16 + 20 * 15 + 52 })
  })

  it('makes room for larger letters', () => {
    expect(layoutOf(gridOf(['GET'], ['UPDATE']), 270, 9).width - stale.cellX).toBeGreaterThan(16 + 6 * 9)
  })

  it('names the most frequent request first where runs differ, and cuts a long list', () => {
    const grid = gridOf(['GET'], ['UPDATE', 'DELETE'])
    const edges = grid.edges.map((edge) =>
      edge.axis === 'x' && edge.y === 0 ? { ...edge, label: 'LEASE GET / SELECT' } : edge,
    )
    expect(layoutOf({ ...grid, edges }, 270, 6).labelsX).toEqual(['GET / …'])
  })

  it('draws a single point where nobody can step', () => {
    expect(layoutOf(gridOf([], []), 270, 6)).toMatchObject({ columns: 0, rows: 0, originX: 16, originY: 16 })
  })
})

describe('the point under the pointer', () => {
  const grid = gridOf(['GET', 'SELECT'], ['UPDATE'])
  const layout = layoutOf(grid, 270, 6)
  const at = (left: number, top: number) => {
    const point = pointAt(layout, grid.points, left, top)
    return point && [point.x, point.y]
  }

  it('is the nearest one', () => {
    expect(at(17, 60)).toEqual([0, 0])
    expect(at(16 + 64 + 30, 20)).toEqual([1, 1])
    expect(at(999, -50)).toEqual([2, 1])
  })

  it('is nothing on a map without points', () => {
    expect(pointAt(layout, [], 0, 0)).toBeNull()
  })
})
