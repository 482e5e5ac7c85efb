/**
 * The flusher of write-behind: brings what waits to the database.
 *
 * A flush writes the next waiting version of a key and takes it out in one step; with the guard `clear` it
 * takes three (take, write, clear), and another write may come between. It writes by version: a version that
 * the database has already, or has overtaken, changes nothing, so that a flush may be repeated. With
 * `flush-every` it begins when a batch is complete, goes on until nothing waits, and takes what is left once
 * no write is to come.
 *
 * Atomic: one step. Left out: batches of several keys in one statement, more than one flusher.
 * Source: Jouppi, "Cache write policies and performance", ISCA 1993 (write-back); Ehcache documentation,
 * "Write-behind" (idempotent writers, because a write may be repeated).
 */
import { offsetOf, type Layout, type Memory } from '../layout'
import type { Ground } from '../kind'
import type { Happening, OwnMover } from '../mover'
import type { RequestFault } from '../requestFault'
import { mayWrite, type Scenario } from '../../scenario/scenario'
import { Backlog, batchOf } from './backlog'
import { committer } from './database'
import type { Site } from './resource'
import { forgetSynced } from './writeAheadLog'

const TAKEN = 1
const WRITTEN = 2

/** Cells of a flush under way: key index + 1, version and phase. */
export const FLUSH_CELLS = 3

export function reserveFlush(layout: Layout, scenario: Scenario): void {
  if (scenario.guards['clear'] !== undefined) layout.reserveForWorld('flush', FLUSH_CELLS)
}

/** The flush of three steps that has begun; null where there is none. */
export function flushUnderWay(memory: Memory): { keyIndex: number; version: number; isWritten: boolean } | null {
  const at = offsetOf(memory, 'flush')
  if (at < 0 || memory.cells[at] === 0) return null
  return {
    keyIndex: memory.cells[at]! - 1,
    version: memory.cells[at + 1]!,
    isWritten: memory.cells[at + 2] === WRITTEN,
  }
}

/** Whether a client may still begin a write. */
function writesToCome({ clients, scenario }: Site): () => boolean {
  const ends = scenario.clients.map(({ operations }) => 1 + operations.findLastIndex(mayWrite))
  return () => clients.some((client, index) => client.begun < ends[index]!)
}

/**
 * Returns what brings a version that waited to the database, unless that has it already or has overtaken it; says
 * whether it did.
 */
export function bringer(ground: Ground, key: string): (version: number) => boolean {
  const { cells } = ground.memory
  const row = offsetOf(ground.memory, 'database') + ground.keyIndex(key)
  const commit = committer(ground, key)
  return (version) => {
    if (version <= cells[row]!) return false
    commit(version)
    return true
  }
}

export class Flusher implements OwnMover {
  readonly awaited = true
  readonly choices: number
  /** What may become of its commits. */
  private readonly faults: readonly RequestFault[]
  /** A batch depends on what all keys and clients are up to, so that a step promises nothing then. */
  readonly touches?: (choice: number) => { key: number }
  private readonly backlog: Backlog
  private readonly flush: number
  private readonly clearsBlindly: boolean
  private readonly bring: readonly ((version: number) => boolean)[]
  private readonly forget: (key: number, version: number) => void
  /** Whether a flush may begin. */
  private readonly isDue: () => boolean

  constructor(private readonly site: Site) {
    const { memory, scenario, keys, ground } = site
    this.faults = site.requestFaults.filter(({ roles }) => roles.includes('commit'))
    this.choices = keys.length * (1 + this.faults.length)
    this.backlog = new Backlog(memory, scenario)
    this.flush = offsetOf(memory, 'flush')
    this.bring = keys.map((key) => bringer(ground, key))
    this.forget = forgetSynced(memory)
    this.clearsBlindly = scenario.guards['clear'] === 'plain'
    const isAwaited = writesToCome(site)
    if (batchOf(scenario) === null) {
      this.touches = (choice) => ({ key: this.keyOf(choice) })
      this.isDue = () => true
    } else this.isDue = () => this.backlog.isFull || !isAwaited()
  }

  word(choice: number): string {
    const fault = this.faultOf(choice)
    return `flush:${this.site.keys[this.keyOf(choice)]!}${fault ? `!${fault.mark}` : ''}`
  }

  happening(choice: number): Happening {
    const fault = this.faultOf(choice)
    const key = this.keyOf(choice)
    const version = this.versionToCommit(key)
    const isCommitted = version > 0 && fault?.fate !== 'failed'
    return {
      type: 'flush',
      key: this.site.keys[key]!,
      client: '',
      ...(fault && { fault: fault.fate }),
      ...(isCommitted && { commits: version }),
    }
  }

  move(choice: number): boolean {
    const key = this.keyOf(choice)
    const fault = this.faultOf(choice)
    if (fault) return this.strike(key, fault)
    const version = this.backlog.next(key)
    if (this.flush >= 0) return this.moveInThree(key, version)
    if (version === 0 || !this.isDue()) return false
    this.bring[key]!(version)
    this.backlog.remove(key, version)
    this.forget(key, version)
    return true
  }

  /** Each key as it is and once for each fault. */
  private keyOf(choice: number): number {
    return Math.floor(choice / (1 + this.faults.length))
  }

  private faultOf(choice: number): RequestFault | undefined {
    return this.faults[(choice % (1 + this.faults.length)) - 1]
  }

  /** The version that a step with this key brings to the database; 0 where it brings none. */
  private versionToCommit(key: number): number {
    if (this.flush < 0) return this.isDue() ? this.backlog.next(key) : 0
    const { cells } = this.site.memory
    return cells[this.flush] === key + 1 && cells[this.flush + 2] === TAKEN ? cells[this.flush + 1]! : 0
  }

  /** A commit that fails, or that nobody hears of: the flush gives up, and the entry waits for the next one. */
  private strike(key: number, fault: RequestFault): boolean {
    const version = this.versionToCommit(key)
    if (version === 0 || !fault.spend()) return false
    if (fault.fate === 'unheard') this.bring[key]!(version)
    if (this.flush >= 0) this.site.memory.cells.fill(0, this.flush, this.flush + FLUSH_CELLS)
    return true
  }

  private moveInThree(key: number, next: number): boolean {
    const { cells } = this.site.memory
    const phase = cells[this.flush + 2]!
    if (phase === 0) {
      if (next === 0 || !this.isDue()) return false
      cells.set([key + 1, next, TAKEN], this.flush)
      return true
    }
    if (cells[this.flush] !== key + 1) return false
    const version = cells[this.flush + 1]!
    if (phase === TAKEN) {
      this.bring[key]!(version)
      cells[this.flush + 2] = WRITTEN
      return true
    }
    if (this.clearsBlindly) this.backlog.keep(key, 0)
    else this.backlog.remove(key, version)
    this.forget(key, version)
    cells.fill(0, this.flush, this.flush + FLUSH_CELLS)
    return true
  }
}
