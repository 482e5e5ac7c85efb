/** How many complete schedules a small scenario has, and how many of them violate a property. */
import { completionsOf, graphOf, isGraph } from './graph'
import type { Property } from '../properties/property'
import type { Scenario } from '../scenario/scenario'

export interface RunCounts {
  readonly total: number
  readonly bad: number
}

/** The counts, or null where there are more worlds than are counted. */
export function countRuns(scenario: Scenario, property: Property): RunCounts | null {
  const graph = graphOf(scenario, property)
  if (!isGraph(graph)) return null
  const { all, bad } = completionsOf(graph)
  return { total: all[0]!, bad: bad[0]! }
}
