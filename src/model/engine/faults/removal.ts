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

/** Why an entry cannot go now. */
export const whyNoRemoval = (world: WorldView, key: string, noneLeft: string): string =>
  (world.cache[key] ?? world.tombstone[key] ?? null) === null && world.marker[key] !== true
    ? `${key} is not cached`
    : noneLeft

export class RemovalMover implements OwnMover {
  readonly choices: number
  private readonly memory: Memory
  private readonly keys: readonly string[]
  private readonly belongings: readonly number[]
  private readonly restamp: ((keyIndex: number) => void) | null
  private readonly cache: number
  private readonly tombstone: number
  private readonly marker: number
  private readonly absence: number
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
    this.belongings = belongings(memory, scenario)
    this.restamp = name === 'expire' ? onExpiry(memory, scenario) : onLoss(memory, scenario)
    this.choices = keys.length
    this.cache = offsetOf(memory, 'cache')
    this.tombstone = offsetOf(memory, 'tombstone')
    this.marker = offsetOf(memory, 'marker')
    this.absence = offsetOf(memory, 'no-row')
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
    const hasTombstone = this.tombstone >= 0 && cells[this.tombstone + choice] !== 0
    const saysNoRow = this.absence >= 0 && cells[this.absence + choice] !== 0
    const hasEntry = cells[this.cache + choice] !== ABSENT || hasTombstone || saysNoRow
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
    cells[this.cache + choice] = ABSENT
    this.restamp?.(choice)
    for (const at of this.belongings) cells[at + choice] = 0
    if (hasTombstone) cells[this.tombstone + choice] = 0
    return true
  }
}
