/**
 * What a fault is: something that may go wrong, chosen by the learner or enumerated by the search.
 * A fault reserves the cells of its budget, and offers its steps as movers.
 */
import type { ClientMover } from '../client'
import type { Layout, Memory } from '../layout'
import type { Mover } from '../mover'
import type { Scenario } from '../../scenario/scenario'

/** What a fault may reach. */
export interface FaultGround {
  readonly memory: Memory
  readonly scenario: Scenario
  readonly keys: readonly string[]
  readonly clients: readonly ClientMover[]
}

export interface Fault {
  readonly name: 'crash' | 'evict' | 'expire'
  reserve(layout: Layout, scenario: Scenario): void
  start(memory: Memory, scenario: Scenario): void
  movers(ground: FaultGround): readonly Mover[]
}
