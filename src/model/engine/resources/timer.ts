/**
 * The timer: deletes that were promised at a commit and happen later, one queue a client.
 *
 * A client's timers carry the same delay, so they fire in the order in which they were set; a crash of
 * the client does not stop them. There are no ticks here: a pending timer may fire at any step, or,
 * with `delay: longer-than-pauses`, only once no client still holds a version older than the one whose
 * write set the timer.
 *
 * Atomic: one firing, which deletes the key and so voids its lease token. Left out: a timer that is lost.
 * Source: the "delayed double delete" and "deferred invalidation" of practice; no server implements it.
 */
import type { Ground } from '../kind'
import { offsetOf, type Layout, type Memory } from '../layout'
import type { Scenario } from '../../scenario/scenario'
import { protocols } from '../../protocols'
import { ABSENT, voidLease } from './cache'

/** One pending delete. */
export interface PendingTimer {
  readonly keyIndex: number
  /** The version whose write set it; 0 where the delay does not look at versions. */
  readonly version: number
}

const CELLS = 2 // key index + 1, version

/** How many timers a client may have pending: one for each of its writes; 0 where work is never deferred. */
function capacity(scenario: Scenario, client: number): number {
  if (protocols.write[scenario.protocol.write]?.defers !== true) return 0
  return scenario.clients[client]!.operations.filter((operation) => operation.kind !== 'read').length
}

/** Cells: `timer:<client>` a queue of pairs, empty ones 0, first in first out. */
export function reserveTimers(layout: Layout, scenario: Scenario): void {
  scenario.clients.forEach((_, index) => {
    const count = capacity(scenario, index)
    if (count > 0) layout.reserve(`timer:${index}`, CELLS * count)
  })
}

/** Returns what puts a delete of `key` at the end of the asking client's queue. */
export function scheduleTimer(ground: Ground, key: string): (client: number, version: number) => void {
  const { cells } = ground.memory
  const keyIndex = ground.keyIndex(key)
  // Only the long delay looks at versions; kept for nothing, they would split worlds.
  const looksAtVersions = ground.scenario.guards['delay'] === 'longer-than-pauses'
  return (client, version) => {
    let at = offsetOf(ground.memory, `timer:${client}`)
    while (cells[at] !== 0) at += CELLS
    cells[at] = keyIndex + 1
    cells[at + 1] = looksAtVersions ? version : 0
  }
}

/** The queue of one client, for movers and views. */
export class TimerQueue {
  private readonly at: number
  private readonly count: number
  private readonly voids: readonly (() => void)[]
  private readonly cache: number

  constructor(
    private readonly memory: Memory,
    scenario: Scenario,
    client: number,
    ground: Ground,
    keys: readonly string[],
  ) {
    this.count = capacity(scenario, client)
    this.at = offsetOf(memory, `timer:${client}`)
    this.cache = offsetOf(memory, 'cache')
    this.voids = keys.map((_, index) => voidLease(ground, index))
  }

  /** Whether this client can ever set a timer. */
  get exists(): boolean {
    return this.count > 0
  }

  /** All pending deletes, the next to fire first. */
  pending(): readonly PendingTimer[] {
    const { cells } = this.memory
    const list: PendingTimer[] = []
    for (let at = this.at; at < this.at + CELLS * this.count && cells[at] !== 0; at += CELLS)
      list.push({ keyIndex: cells[at]! - 1, version: cells[at + 1]! })
    return list
  }

  get isEmpty(): boolean {
    return this.memory.cells[this.at] === 0
  }

  get keyIndex(): number {
    return this.memory.cells[this.at]! - 1
  }

  get version(): number {
    return this.memory.cells[this.at + 1]!
  }

  /** Deletes the key of the first timer and moves the others up. */
  fire(): void {
    const { cells } = this.memory
    const key = this.keyIndex
    cells[this.cache + key] = ABSENT
    this.voids[key]!()
    const end = this.at + CELLS * this.count
    cells.copyWithin(this.at, this.at + CELLS, end)
    cells.fill(0, end - CELLS, end)
  }
}
