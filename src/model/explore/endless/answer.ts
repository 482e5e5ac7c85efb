/** What a property of runs without end comes to, with the shortest schedule that shows it. */
import type { Observer, Property } from '../../properties/property'
import type { Result } from '../report'
import type { EndlessGraph } from './endlessGraph'
import { FairLoops } from './fairLoops'

/** The result; `reason` says why not all worlds were tried, or is null. */
export function answerOf(property: Property, graph: EndlessGraph, observer: Observer, reason: string | null): Result {
  const judged = { property: property.name, judged: observer.judged }
  const stale = graph.isStale.flatMap((isStale, edge) => (isStale ? [edge] : []))
  const loops = new FairLoops(graph)
  const lasting = stale.find((edge) => loops.canRepeat(edge))
  const scheduleTo = (edge: number) => [...graph.wayTo(graph.sourceOf(edge)), edge].map((each) => graph.word(each))
  if (lasting !== undefined) {
    const schedule = scheduleTo(lasting)
    const loop = loops.roundOf(lasting).map((edge) => graph.word(edge))
    return { ...judged, verdict: 'violated', steps: schedule.length, schedule, answer: 'for-ever', loop }
  }
  if (reason !== null) return { ...judged, verdict: 'unknown', reason }
  const [first] = stale
  if (first === undefined) return { ...judged, verdict: 'holds', answer: 'never' }
  return { ...judged, verdict: 'holds', answer: 'bounded', example: scheduleTo(first) }
}
