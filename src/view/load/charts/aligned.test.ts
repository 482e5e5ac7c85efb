import { describe, expect, test } from 'vitest'
import type { LoadResult } from '../../../model/load/result'
import { aligned, valueAt, type Line } from './aligned'
import { lineOf } from './measure'

const line = (times: number[], values: number[]): Line => ({
  times: Float64Array.from(times),
  values: Float64Array.from(values),
})

describe('lines of runs that are kept at different times', () => {
  test('share one axis, and neither stops where only the other has a value', () => {
    const coarse = line([2, 4], [10, 20])
    const fine = line([1, 2, 3], [1, 2, 3])
    expect(aligned([coarse, fine])).toEqual([
      [1, 2, 3, 4],
      [undefined, 10, undefined, 20],
      [1, 2, 3, undefined],
    ])
  })

  test('stop where a run has nothing to say, until it has again', () => {
    const gap = line([2, 4, 6], [1, NaN, 3])
    expect(aligned([gap, line([5], [9])])[1]).toEqual([1, null, null, 3])
  })

  test('have at a moment the value of the interval that it lies in, and none after the last', () => {
    const each = line([10, 20, 30], [1, NaN, 3])
    expect([0, 10, 10.1, 20.5, 30, 31].map((ms) => valueAt(each, ms))).toEqual([1, 1, null, 3, 3, null])
  })
})

describe('the last interval of a run', () => {
  const runOf = (times: number[], values: number[]) =>
    ({
      series: { intervalMs: 10, times: Float64Array.from(times), columns: { writes: Float64Array.from(values) } },
    }) as unknown as LoadResult

  test('is not drawn where it is too short to tell a rate: the one before it goes on to the end', () => {
    const drawn = lineOf({ result: runOf([10, 20, 23], [5, 6, 0]) }, { name: 'writes' })
    expect([[...drawn.times], [...drawn.values]]).toEqual([
      [10, 23],
      [5, 6],
    ])
  })

  test('is drawn where it is long enough', () => {
    const drawn = lineOf({ result: runOf([10, 20, 25], [5, 6, 7]) }, { name: 'writes' })
    expect([...drawn.values]).toEqual([5, 6, 7])
  })
})
