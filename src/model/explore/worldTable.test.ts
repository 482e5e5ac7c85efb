import { describe, expect, it } from 'vitest'
import { WorldTable } from './worldTable'

/** Ten thousand worlds of two words, far past the first sizes of arena and slots; the low word alone is not unique. */
const MANY = 10_000
const fillWith = (scratch: Int32Array, index: number) => scratch.set([index % 100, Math.floor(index / 100) - 50])

describe('the table of worlds', () => {
  const scratch = new Int32Array(2)
  const table = new WorldTable(scratch)
  const indices = Array.from({ length: MANY }, (_, index) => {
    fillWith(scratch, index)
    return table.add(index - 1)
  })

  it('numbers worlds in the order of discovery, and remembers from where each was first met', () => {
    expect(indices).toEqual(indices.map((_, index) => index))
    expect([table.parentOf(0), table.parentOf(1), table.parentOf(MANY - 1)]).toEqual([-1, 0, MANY - 2])
  })

  it('finds every world again after it has grown, and keeps its parent', () => {
    const again = indices.map((_, index) => {
      fillWith(scratch, index)
      return table.add(-1)
    })
    expect([again, table.count, table.parentOf(MANY - 1)]).toEqual([indices, MANY, MANY - 2])
  })

  it('gives every world back as it was', () => {
    const back = [0, 99, 100, 5_000, MANY - 1].map((index) => {
      table.load(index)
      return [...scratch]
    })
    expect(back).toEqual([
      [0, -50],
      [99, -50],
      [0, -49],
      [0, 0],
      [99, 49],
    ])
  })

  it('takes at most 32 bytes for a world of two words once it is large', () => {
    expect(table.bytes / table.count).toBeLessThanOrEqual(32)
  })
})
