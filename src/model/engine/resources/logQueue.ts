/** The entries of the change log, in cells: the oldest first, and how far whoever follows it has come. */
import type { Ground } from '../kind'
import { offsetOf, type Memory } from '../layout'
import { rowsWritten, type Scenario } from '../../scenario/scenario'

/** Cells of one entry: key index + 1, version. */
export const CELLS = 2

/** How many commits a run may have: one for each row that is written. */
export const capacity = ({ clients, repeat = 1 }: Scenario): number =>
  repeat * rowsWritten(clients.flatMap(({ operations }) => operations))

/** Returns what writes a version of the key at the end of the log; nothing where nobody follows it. */
export function logAppender(ground: Ground, key: string): (version: number) => void {
  const { keeper } = ground
  if (keeper !== undefined) {
    const keyIndex = ground.keyIndex(key)
    return (version) => keeper.committed(keyIndex, version)
  }
  const start = offsetOf(ground.memory, 'log')
  if (start < 0) return () => undefined
  const { cells } = ground.memory
  const name = ground.keyIndex(key) + 1
  const end = start + CELLS * capacity(ground.scenario)
  return (version) => {
    let at = start
    while (at < end && cells[at] !== 0) at += CELLS
    if (at === end) throw new Error('An operation commits more often than the log has room for. Let it commit once.')
    cells[at] = name
    cells[at + 1] = version
  }
}

/** One commit in the log. */
export interface LogEntry {
  readonly keyIndex: number
  readonly version: number
}

/** The log as its follower sees it. */
export class LogQueue {
  private readonly start: number
  private readonly end: number
  private readonly position: number
  private readonly budget: number

  constructor(
    private readonly memory: Memory,
    scenario: Scenario,
  ) {
    this.start = offsetOf(memory, 'log')
    this.end = this.start + CELLS * capacity(scenario)
    this.position = offsetOf(memory, 'log-position')
    this.budget = offsetOf(memory, 'redeliver')
  }

  /** How many of the entries that are remembered have been taken. */
  get taken(): number {
    return this.position < 0 ? 0 : this.memory.cells[this.position]!
  }

  /** The key of the next entry, or -1 when there is none. */
  get keyIndex(): number {
    const at = this.next
    return at < this.end ? this.memory.cells[at]! - 1 : -1
  }

  /** The version of the next entry. */
  get version(): number {
    return this.memory.cells[this.next + 1]!
  }

  private get next(): number {
    return this.start + CELLS * this.taken
  }

  /** Goes past the next entry, which is forgotten where it cannot come again. */
  advance(): void {
    const { cells } = this.memory
    if (this.budget >= 0 && cells[this.budget]! > 0) {
      cells[this.position]!++
      return
    }
    cells.copyWithin(this.start, this.start + CELLS, this.end)
    cells.fill(0, this.end - CELLS, this.end)
  }

  /** All entries that are remembered, the oldest first. */
  entries(): readonly LogEntry[] {
    const { cells } = this.memory
    const list: LogEntry[] = []
    for (let at = this.start; at < this.end && cells[at] !== 0; at += CELLS)
      list.push({ keyIndex: cells[at]! - 1, version: cells[at + 1]! })
    return list
  }
}
