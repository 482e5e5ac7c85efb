/**
 * Which versions of two rows were committed together, for whoever asks: a property of what readers see of transfers.
 *
 * Cells of the world: for each transfer that may happen, the rows, as their keys' indices and 1, and their versions; in
 * the order of the commits, empty ones 0.
 */
import type { Ground } from '../kind'
import { offsetOf, type Layout, type Memory } from '../layout'
import type { Request } from '../program'
import type { Scenario } from '../../scenario/scenario'

const CELLS = 4

/** One half of a transfer that was committed, and the other. */
export interface Half {
  readonly row: number
  readonly version: number
  readonly other: number
  readonly otherVersion: number
}

const count = ({ clients, repeat = 1 }: Scenario): number =>
  repeat * clients.flatMap(({ operations }) => operations).filter(({ kind }) => kind === 'transfer').length

export const reserveTransfers = (layout: Layout, scenario: Scenario): void => {
  layout.reserveForWorld('transfers', CELLS * count(scenario))
}

/** Both halves of every transfer so far. */
export function halves({ cells, offsets }: Memory, scenario: Scenario): readonly Half[] {
  const start = offsets.get('transfers') ?? 0
  const found: Half[] = []
  for (let at = start; at < start + CELLS * count(scenario) && cells[at] !== 0; at += CELLS) {
    const [row, other, version, otherVersion] = [cells[at]! - 1, cells[at + 1]! - 1, cells[at + 2]!, cells[at + 3]!]
    found.push({ row, version, other, otherVersion })
    found.push({ row: other, version: otherVersion, other: row, otherVersion: version })
  }
  return found
}

/** Returns what notes that both rows of a request have just been committed; nothing where nobody asks. */
export function transferNoter(ground: Ground, { commits = [] }: Request): () => void {
  const { memory } = ground
  const start = offsetOf(memory, 'transfers')
  if (start < 0) return () => undefined
  const { cells } = memory
  const database = offsetOf(memory, 'database')
  const rows = commits.map(({ key }) => ground.keyIndex(key))
  return () => {
    let at = start
    while (cells[at] !== 0) at += CELLS
    cells.set([...rows.map((row) => row + 1), ...rows.map((row) => cells[database + row]!)], at)
  }
}
