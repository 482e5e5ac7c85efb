import { describe, expect, it } from 'vitest'
import { WorldTable } from './worldTable'

/** Ten thousand worlds of two words, far past the first sizes of queue and slots; neither word alone is unique. */
const MANY = 10_000
/** Each world is met from one halfway back. */
const metFrom = (index: number) => Math.floor(index / 2)
const fillWith = (scratch: Int32Array, index: number) => scratch.set([index % 100, -Math.floor(index / 100)])

describe('the table of worlds', () => {
  const scratch = new Int32Array(2)
  const table = new WorldTable(scratch)
  const news = Array.from({ length: MANY }, (_, index) => {
    fillWith(scratch, index)
    return table.add(metFrom(index))
  })

  it('knows the start, all zeros, and takes every other world for new once', () => {
    expect(news).toEqual(news.map((_, index) => index > 0))
  })

  it('numbers worlds in the order of discovery, and remembers from where each was first met', () => {
    expect([0, 1, 300, MANY - 1].map((index) => table.parentOf(index))).toEqual([-1, 0, 150, metFrom(MANY - 1)])
    fillWith(scratch, 4711)
    expect([table.isAt(4710), table.isAt(4711), table.isAt(4712)]).toEqual([false, true, false])
  })

  it('finds every world again after it has grown, and keeps its parent', () => {
    const again = news.filter((_, index) => {
      fillWith(scratch, index)
      return table.add(-1)
    })
    expect([again, table.count, table.parentOf(MANY - 1)]).toEqual([[], MANY, metFrom(MANY - 1)])
  })

  it('gives every world back as it was', () => {
    const back = [1, 99, 100, 5_050, MANY - 1].map((index) => {
      table.load(index)
      return [...scratch]
    })
    expect(back).toEqual([
      [1, 0],
      [99, 0],
      [0, -1],
      [50, -50],
      [99, -99],
    ])
  })

  it('takes at most 40 bytes for a world of two words, even right after it has grown', () => {
    expect(table.bytes / table.count).toBeLessThanOrEqual(40)
  })
})
