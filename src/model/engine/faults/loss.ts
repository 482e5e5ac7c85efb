/** A loss of the cache's memory, as something that can happen: by a restart, or together with its machine. */
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import type { Site } from '../resources/resource'
import { loser, type Loss } from '../resources/survival'

/** `type` is its word in a schedule and the name of its budget's cell. */
export class LossMover implements OwnMover {
  readonly awaited = false
  readonly choices = 1
  private readonly memory: Memory
  private readonly budget: number
  private readonly lose: () => void

  constructor(
    private readonly type: 'restart' | 'machine-lost',
    { memory, scenario, keys }: Site,
    loss: Loss,
  ) {
    this.memory = memory
    this.budget = offsetOf(memory, type)
    this.lose = loser(memory, scenario, keys.length, loss)
  }

  word(): string {
    return this.type
  }

  happening(): Happening {
    return { type: this.type, key: '', client: '' }
  }

  move(): boolean {
    const { cells } = this.memory
    if (cells[this.budget] === 0) return false
    cells[this.budget]!--
    this.lose()
    return true
  }
}
