/**
 * Numbers for rows of cells, in the order in which they are first met. Rows are found by a hash and compared cell by cell:
 * most look-ups find a row that is known, and making a text of each for a map would cost more than the step that led to it.
 */
import type { Cells } from '../engine/layout'

/** Small enough to stay a small integer, which maps find quickest. */
const HASH_MASK = 0x3fffffff

export class Numbering {
  /** The rows by their numbers. */
  readonly rows: (readonly number[])[] = []
  /** The last row of each hash, and for each row the one with the same hash before it, or -1. */
  private readonly last = new Map<number, number>()
  private readonly before: number[] = []

  /** The number of the row that stands in these cells; of a new one the next number. */
  of(cells: Cells | readonly number[], at: readonly number[]): number {
    let hash = 0
    for (let i = 0; i < at.length; i++) hash = (Math.imul(hash, 31) + cells[at[i]!]!) & HASH_MASK
    const last = this.last.get(hash) ?? -1
    for (let number = last; number !== -1; number = this.before[number]!)
      if (this.isAt(number, cells, at)) return number
    this.last.set(hash, this.rows.length)
    this.before.push(last)
    return this.rows.push(at.map((offset) => cells[offset]!)) - 1
  }

  /** Whether these cells hold the row of a number. */
  isAt(number: number, cells: Cells | readonly number[], at: readonly number[]): boolean {
    const row = this.rows[number]!
    for (let i = 0; i < at.length; i++) if (row[i] !== cells[at[i]!]) return false
    return true
  }
}
