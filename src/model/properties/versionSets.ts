/** Sets of one key's versions, eight to a cell, for monitors that remember which of them have been met. */
import type { Cells } from '../engine/layout'
import { committedCells } from '../engine/resources/database'
import type { Scenario } from '../scenario/scenario'

const BITS = 8

/** A key's versions, numbered from 0: those at the start, and one for each write that there may be. */
export class Versions {
  /** The oldest version of each key, in the database or the cache, by its index. */
  private readonly oldest: readonly number[]
  /** How many a key may have. */
  readonly count: number
  /** Cells of one set. */
  readonly size: number

  constructor(scenario: Scenario, keys: readonly string[]) {
    const { database, cache } = scenario.start
    const ends = keys.map((key) => [database[key] ?? 1, cache[key] ?? database[key] ?? 1] as const)
    this.oldest = ends.map(([row, entry]) => Math.min(row, entry))
    const atStart = ends.map(([row, entry]) => Math.abs(row - entry))
    this.count = 1 + Math.max(0, ...atStart) + committedCells(scenario)
    this.size = Math.ceil(this.count / BITS)
  }

  /** Whether somebody has written this version before the run began. */
  isFromBefore(scenario: Scenario, key: string, keyIndex: number, index: number): boolean {
    const { database, cache } = scenario.start
    return index + this.oldest[keyIndex]! <= Math.max(database[key] ?? 1, cache[key] ?? 1)
  }

  indexOf(keyIndex: number, version: number): number {
    const index = version - this.oldest[keyIndex]!
    if (index < 0 || index >= this.count) throw new Error(`No write of this scenario can have made version ${version}.`)
    return index
  }

  has(cells: Cells, set: number, index: number): boolean {
    return ((cells[set + Math.floor(index / BITS)]! >> (index % BITS)) & 1) === 1
  }

  add(cells: Cells, set: number, index: number): void {
    cells[set + Math.floor(index / BITS)]! |= 1 << (index % BITS)
  }

  /** The members of a set. */
  of(cells: Cells, set: number): number[] {
    return Array.from({ length: this.count }, (_, index) => index).filter((index) => this.has(cells, set, index))
  }
}
