import { faults } from '../engine/faults'
import { operationCount } from '../engine/unrolled'
import { keysOf, type Scenario } from '../scenario/scenario'
import type { Searched } from './report'

/** What a scenario makes the search try. */
export const searchedOf = (scenario: Scenario): Searched => ({
  clients: scenario.clients.length,
  operations: operationCount(scenario),
  keys: keysOf(scenario).length,
  faults: faults.flatMap((fault) => fault.searched(scenario)),
})
