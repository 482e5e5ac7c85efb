/**
 * The backlog of write-behind: which versions wait for the database, key by key.
 *
 * With coalescing (the plain queue) a key has one place, and a later version takes it over. With
 * `coalesce: none` each update keeps a place of its own; since the cache counts a key's versions one by
 * one, what waits of it is a stretch of versions, of which the oldest is written next. `flush-every` counts
 * the updates since the queue was last empty. Under `queue: entry` there is no queue: the place is a flag in
 * the cached entry and goes with it.
 *
 * Atomic: each change, as part of the step that makes it. Left out: an order between keys (a flush may take
 * any), sizes, priorities.
 * Source: redis.io Lists and Hashes as queues; Ehcache documentation, "Write-behind" (coalescing, batching).
 */
import { CellOverflow, offsetOf, type Layout, type Memory } from '../layout'
import { protocols } from '../../protocols'
import type { Scenario } from '../../scenario/scenario'

/** How many updates make a batch; null where a flush may come at any time. */
export function batchOf({ guards }: Scenario): number | null {
  const every = guards['flush-every']
  return every === undefined ? null : Number(every)
}

/** Cells: `dirty` newest waiting version by key; `oldest` the next to be written; `batch` updates since the queue was empty. */
export function reserveBacklog(layout: Layout, scenario: Scenario): void {
  if (protocols.write[scenario.protocol.write]?.queues !== true) return
  layout.reservePerKey('dirty')
  if (scenario.guards['coalesce'] === 'none') layout.reservePerKey('oldest')
  if (batchOf(scenario) !== null) layout.reserveForWorld('batch', 1)
}

export class Backlog {
  /** Whether this scenario has one. */
  readonly exists: boolean
  private readonly dirty: number
  private readonly oldest: number
  private readonly batch: number
  private readonly full: number
  private readonly keyCount: number

  constructor(
    private readonly memory: Memory,
    scenario: Scenario,
  ) {
    this.keyCount = memory.parts.length - scenario.clients.length - 1
    this.dirty = offsetOf(memory, 'dirty')
    this.oldest = offsetOf(memory, 'oldest')
    this.batch = offsetOf(memory, 'batch')
    this.exists = this.dirty >= 0
    this.full = batchOf(scenario) ?? Infinity
    if (this.batch >= 0 && this.full > memory.max) throw new CellOverflow(memory.width)
  }

  /** Whether a batch is complete, so that the next update has to wait for its flush. */
  get isFull(): boolean {
    return this.batch >= 0 && this.memory.cells[this.batch]! >= this.full
  }

  /** Queues the version that the cache has just counted. */
  add(key: number, version: number): void {
    const { cells } = this.memory
    cells[this.dirty + key] = version
    if (this.oldest >= 0 && cells[this.oldest + key] === 0) cells[this.oldest + key] = version
    if (this.batch >= 0) cells[this.batch]!++
  }

  /** The newest waiting version of a key; 0 where nothing waits. */
  newest(key: number): number {
    return this.memory.cells[this.dirty + key]!
  }

  /** The version that a flush of this key writes; 0 where nothing waits. */
  next(key: number): number {
    return this.memory.cells[(this.oldest >= 0 ? this.oldest : this.dirty) + key]!
  }

  /** How many updates of a key wait. */
  count(key: number): number {
    const newest = this.newest(key)
    if (newest === 0) return 0
    return this.oldest < 0 ? 1 : newest - this.next(key) + 1
  }

  /** Takes a written version out; what came after it stays. */
  remove(key: number, version: number): void {
    const { cells } = this.memory
    if (this.newest(key) <= version) this.keep(key, 0)
    else if (this.oldest >= 0) cells[this.oldest + key] = Math.max(cells[this.oldest + key]!, version + 1)
  }

  /** Forgets the versions of a key that are newer than this one: what was not on a disk, or all with 0. */
  keep(key: number, version: number): void {
    const { cells } = this.memory
    const isWritten = this.oldest >= 0 && cells[this.oldest + key]! > version
    const isLeft = !isWritten && this.newest(key) !== 0
    cells[this.dirty + key] = isLeft ? Math.min(version, this.newest(key)) : 0
    if (this.oldest >= 0 && cells[this.dirty + key] === 0) cells[this.oldest + key] = 0
    this.closeBatch()
  }

  /** A batch ends when nothing waits any more. */
  private closeBatch(): void {
    if (this.batch < 0) return
    for (let key = 0; key < this.keyCount; key++) if (this.newest(key) !== 0) return
    this.memory.cells[this.batch] = 0
  }
}
