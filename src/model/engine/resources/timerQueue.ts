/** The pending deletes of one client: a queue in cells, the next to fire first. */
import type { Ground } from '../kind'
import { offsetOf, type Memory } from '../layout'
import { protocols } from '../../protocols'
import { keysOf, rowsWritten, type Scenario } from '../../scenario/scenario'
import { invalidator } from './cache'

/** Cells of one pending delete: key index + 1, version. */
export const CELLS = 2

/** One pending delete. */
export interface PendingTimer {
  readonly keyIndex: number
  /** The version whose write set it; 0 where nobody looks at versions. */
  readonly version: number
}

/** How many timers a client may have pending: one for each row that it writes; 0 where work is never deferred. */
export function capacity(scenario: Scenario, client: number): number {
  if (protocols.write[scenario.protocol.write]?.defers !== true) return 0
  return rowsWritten(scenario.clients[client]!.operations)
}

/** All pending deletes of a client, the next to fire first. */
export function pendingTimers(memory: Memory, scenario: Scenario, client: number): readonly PendingTimer[] {
  const { cells } = memory
  const start = offsetOf(memory, `timer:${client}`)
  const end = start + CELLS * capacity(scenario, client)
  const list: PendingTimer[] = []
  for (let at = start; at < end && cells[at] !== 0; at += CELLS)
    list.push({ keyIndex: cells[at]! - 1, version: cells[at + 1]! })
  return list
}

/** Which other keys a delete takes along, as the guard `invalidate` says. */
function goesWith(scenario: Scenario, key: string): readonly string[] {
  if (scenario.guards['invalidate'] === 'table') return keysOf(scenario).filter((each) => each !== key)
  if (scenario.guards['invalidate'] !== 'composed') return []
  return Object.entries(scenario.composed ?? {}).flatMap(([each, rows]) => (rows.includes(key) ? [each] : []))
}

/** The queue of one client, for its mover. */
export class TimerQueue {
  private readonly at: number
  private readonly count: number
  private readonly invalidate: readonly ((version: number) => void)[]

  constructor(
    private readonly memory: Memory,
    scenario: Scenario,
    client: number,
    ground: Ground,
    keys: readonly string[],
  ) {
    this.count = capacity(scenario, client)
    this.at = offsetOf(memory, `timer:${client}`)
    this.invalidate = keys.map((key, index) => {
      const others = goesWith(scenario, key).map((each) => invalidator(ground, ground.keyIndex(each)))
      const own = invalidator(ground, index)
      return (version) => {
        own(version)
        for (const invalidate of others) invalidate(0)
      }
    })
  }

  /** Whether this client can ever set a timer. */
  get exists(): boolean {
    return this.count > 0
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
    this.invalidate[this.keyIndex]!(this.version)
    this.drop()
  }

  /** Moves the others up, and nothing is deleted. */
  drop(): true {
    const { cells } = this.memory
    const end = this.at + CELLS * this.count
    cells.copyWithin(this.at, this.at + CELLS, end)
    cells.fill(0, end - CELLS, end)
    return true
  }
}
