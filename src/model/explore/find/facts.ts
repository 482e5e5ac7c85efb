/**
 * Exhaustive facts about one property: how many worlds and schedules there are, how many schedules violate it, a shortest
 * of them and a typical one.
 *
 * *Typical* is as long as the median of all complete schedules that violate the property; of those with that length the
 * one in the middle of the canonical order is shown. The same scenario has the same typical run everywhere.
 */
import type { Property } from '../../properties/property'
import type { Scenario } from '../../scenario/scenario'
import { exploring, type FindOptions, type FindProgress } from './find'
import { tallied, typicalRun, type Tally } from './tally'
import { violationOf } from './violation'

export interface PropertyFacts {
  readonly property: string
  readonly worlds: number
  /** How many schedules there are, and how many violate the property; a sentence where they are not counted. */
  readonly runs: Tally | string
  /** A shortest schedule that violates it, up to the step at which it does; null where none does. */
  readonly shortest: readonly string[] | null
  /** A complete one; null where none violates it, or where they are not counted. */
  readonly typical: readonly string[] | null
}

export interface NoFacts {
  readonly property: string
  /** One sentence. */
  readonly reason: string
}

/** Gathers the facts in slices; each yield is a good moment to show progress or to give up. */
export function* gathering(
  scenario: Scenario,
  property: Property,
  options: FindOptions = {},
): Generator<FindProgress, PropertyFacts | NoFacts> {
  const { name } = property
  if (property.endless)
    return { property: name, reason: 'It is about runs without end, which cannot be counted one by one.' }
  const searched = yield* exploring(scenario, violationOf(property), options)
  if (typeof searched === 'string') return { property: name, reason: searched }
  const { graph, reason } = searched
  if (reason !== null) return { property: name, reason }
  const runs = tallied(graph)
  return {
    property: name,
    worlds: graph.bareCount,
    runs,
    shortest: graph.met === null ? null : graph.wayTo(graph.met),
    typical: typeof runs === 'string' ? null : typicalRun(graph),
  }
}

/** Gathers them to the end. */
export function factsOf(scenario: Scenario, property: Property, options: FindOptions = {}): PropertyFacts | NoFacts {
  const run = gathering(scenario, property, options)
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value
}
