/**
 * Draws the next step of a run: first who moves, each client, timer, daemon and fault being as likely as any
 * other that can, then which of its steps. A drawn run is one schedule out of all; how often it meets something
 * is no probability of anything.
 *
 * It ends where nothing more has to happen, so that a fault that need not happen never comes last.
 */
import type { Model } from '../engine/compile'
import { ClientMover } from '../engine/client'
import { isQuietNow, type Action } from '../engine/enabled'
import { mustHappen, type Mover } from '../engine/mover'
import { Random } from './random'

export class Draw {
  private readonly random: Random
  private readonly order: Int32Array
  private readonly choices = new Map<Mover, Int32Array>()

  constructor(
    private readonly model: Model,
    seed: number,
  ) {
    this.random = new Random(seed)
    this.order = Int32Array.from(model.movers.keys())
  }

  /** An enabled step, which is not taken; null in a quiet world. */
  next(): Action | null {
    const { movers } = this.model
    for (let i = 0; i < this.order.length; i++) {
      const mover = movers[this.pick(this.order, i)]!
      const action = this.stepOf(mover)
      if (action === null) continue
      return action.isAwaited || !isQuietNow(this.model) ? action : null
    }
    return null
  }

  /** One of a mover's enabled steps; null where it has none. */
  private stepOf(mover: Mover): Action | null {
    const { choices } = mover
    const { words } = this.model.memory
    const world = words.slice()
    const order = this.orderOf(mover, choices)
    for (let i = 0; i < choices; i++) {
      const choice = this.pick(order, i)
      if (mover instanceof ClientMover && mover.at(choice) === null) continue
      const word = mover.word(choice)
      if (!mover.move(choice)) continue
      words.set(world)
      return { mover, choice, word, isAwaited: mustHappen(mover, choice) }
    }
    return null
  }

  /** The numbers from 0 to `count` - 1, in the order that earlier draws have left. */
  private orderOf(mover: Mover, count: number): Int32Array {
    const known = this.choices.get(mover)
    if (known?.length === count) return known
    const order = Int32Array.from({ length: count }, (_, index) => index)
    this.choices.set(mover, order)
    return order
  }

  /** Moves one of the numbers from `place` on to `place`, and returns it. */
  private pick(order: Int32Array, place: number): number {
    const from = place + this.random.below(order.length - place)
    const picked = order[from]!
    order[from] = order[place]!
    order[place] = picked
    return picked
  }
}
