/** Explores worlds and steps for a property of runs without end, in slices. */
import { compile } from '../../engine/compile'
import type { CellWidth } from '../../engine/layout'
import type { Property } from '../../properties/property'
import type { Scenario } from '../../scenario/scenario'
import type { Progress } from '../check'
import type { Meter } from '../meter'
import type { Result } from '../report'
import { answerOf } from './answer'
import { EndlessGraph } from './endlessGraph'

/** Worlds between two looks at the budget. */
const SLICE = 1024

/** With cells of this width; a value that does not fit throws CellOverflow. */
export function* exploreEndless(
  scenario: Scenario,
  property: Property,
  meter: Meter,
  width: CellWidth,
): Generator<Progress, Result> {
  const endless = property.endless!
  const model = compile(scenario, { width, reserve: (layout, keys) => endless.reserve(layout, scenario, keys) })
  const observer = endless.bind(model)
  const graph = new EndlessGraph(model, observer)
  let reason: string | null = null
  for (;;) {
    graph.advance(SLICE)
    yield { worlds: graph.count, bytes: graph.bytes, properties: [property.name] }
    if (graph.isDone) break
    reason = meter.exceeded(graph.count, graph.bytes)
    if (reason !== null) break
  }
  return answerOf(property, graph, observer, reason)
}
