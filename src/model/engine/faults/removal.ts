/**
 * Entries that go without anybody asking: by capacity (evict) or by age (expire). Both apply to
 * present keys, a tombstone being one, and share one budget over all keys. What belongs to the entry goes
 * along. A remote marker is an entry beside the key's own, and its turn comes when that one is gone.
 */
import { belongings } from '../resources/belongings'
import { ABSENT } from '../resources/cache'
import type { Site } from '../resources/resource'
import { onExpiry, onLoss } from '../resources/stamp'
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { WorldView } from '../view'
import { keysOfValue } from '../../scenario/guardValues'
import type { Scenario } from '../../scenario/scenario'

/** Why an entry cannot go now. */
export const whyNoRemoval = (world: WorldView, key: string, noneLeft: string): string =>
  (world.cache[key] ?? world.tombstone[key] ?? null) === null && world.marker[key] !== true
    ? `${key} is not cached`
    : noneLeft

/** Takes an entry away, with all that belongs to it. */
export interface Remover {
  /** Whether anything is cached under the key besides a remote marker: a version, a tombstone, that there is no row. */
  holds(key: number): boolean
  remove(key: number): void
}

export function removerOf(memory: Memory, scenario: Scenario): Remover {
  const { cells } = memory
  const cache = offsetOf(memory, 'cache')
  const rest = ['tombstone', 'no-row'].map((name) => offsetOf(memory, name)).filter((at) => at >= 0)
  const gone = [...new Set([cache, ...rest, ...belongings(memory, scenario)])]
  return {
    holds: (key) => cells[cache + key] !== ABSENT || rest.some((at) => cells[at + key] !== 0),
    remove: (key) => {
      for (const at of gone) cells[at + key] = 0
    },
  }
}

export class RemovalMover implements OwnMover {
  readonly choices: number
  private readonly memory: Memory
  private readonly keys: readonly string[]
  private readonly entries: Remover
  private readonly restamp: ((keyIndex: number) => void) | null
  private readonly marker: number
  private readonly mayGo: readonly boolean[]

  /** `budgetAt` is the cell that counts down, or -1 where there is no budget. */
  constructor(
    private readonly name: 'evict' | 'expire',
    private readonly site: Site,
    private readonly budgetAt: number,
  ) {
    const { memory, keys, scenario } = site
    this.memory = memory
    this.keys = keys
    this.entries = removerOf(memory, scenario)
    this.restamp = name === 'expire' ? onExpiry(memory, scenario) : onLoss(memory, scenario)
    this.choices = keys.length
    this.marker = offsetOf(memory, 'marker')
    const mortal = scenario.guards['lifetime-of']
    this.mayGo = keys.map((key) => name === 'evict' || mortal === undefined || keysOfValue(mortal).includes(key))
  }

  get awaited(): boolean {
    return this.budgetAt < 0
  }

  /** With expiry after access an entry that somebody goes on reading may stay for ever. */
  isFair(choice: number): boolean {
    const { guards } = this.site.scenario
    if (this.name === 'evict' || guards['expiry'] !== 'after-access') return this.awaited
    return this.awaited && !this.site.clients.some((client) => client.mayStillRead(this.keys[choice]!))
  }

  word(choice: number): string {
    return `${this.name}:${this.keys[choice]!}`
  }

  happening(choice: number): Happening {
    return { type: this.name, key: this.keys[choice]!, client: '' }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(choice: number): boolean {
    const { cells } = this.memory
    if (!this.mayGo[choice]!) return false
    const hasEntry = this.entries.holds(choice)
    const hasMarker = this.marker >= 0 && cells[this.marker + choice] !== 0
    if (!hasEntry && !hasMarker) return false
    if (this.budgetAt >= 0) {
      if (cells[this.budgetAt] === 0) return false
      cells[this.budgetAt]!--
    }
    if (!hasEntry) {
      cells[this.marker + choice] = 0
      return true
    }
    this.entries.remove(choice)
    this.restamp?.(choice)
    return true
  }
}
