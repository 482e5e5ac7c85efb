/**
 * What a fault is: something that may go wrong, chosen by the learner or enumerated by the search.
 * A fault reserves the cells of its budget, and offers its steps as movers.
 */
import type { Layout, Memory } from '../layout'
import type { OwnMover } from '../mover'
import type { Site } from '../resources/resource'
import type { Scenario } from '../../scenario/scenario'

export interface Fault {
  readonly name: keyof Scenario['faults']
  reserve(layout: Layout, scenario: Scenario): void
  start(memory: Memory, scenario: Scenario): void
  movers(site: Site): readonly OwnMover[]
}
