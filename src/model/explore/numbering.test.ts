import { describe, expect, it } from 'vitest'
import { Numbering } from './numbering'

describe('numbers of rows', () => {
  const both = [0, 1]

  it('follow the order in which rows are first met, and stay', () => {
    const numbering = new Numbering()
    expect(
      [
        [4, 4],
        [4, 5],
        [4, 4],
        [5, 4],
        [4, 5],
      ].map((row) => numbering.of(row, both)),
    ).toEqual([0, 1, 0, 2, 1])
    expect(numbering.rows).toEqual([
      [4, 4],
      [4, 5],
      [5, 4],
    ])
  })

  it('differ for rows that differ and have the same hash', () => {
    const numbering = new Numbering()
    const alike = [
      [0, 62],
      [1, 31],
      [2, 0],
    ]
    expect([...alike, ...alike].map((row) => numbering.of(row, both))).toEqual([0, 1, 2, 0, 1, 2])
    expect(alike.map((row, number) => numbering.isAt(number, row, both))).toEqual([true, true, true])
    expect(numbering.isAt(0, [1, 31], both)).toBe(false)
  })

  it('read only the cells of the row', () => {
    const numbering = new Numbering()
    const cells = new Uint8Array([7, 1, 8, 2])
    expect(numbering.of(cells, [1, 3])).toBe(0)
    cells[0] = 9
    expect(numbering.of(cells, [1, 3])).toBe(0)
    expect(numbering.rows).toEqual([[1, 2]])
  })
})
