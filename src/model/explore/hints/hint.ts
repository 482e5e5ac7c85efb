/**
 * A hint for one moment of a run. Where nothing is violated yet: the shortest way from here to something that is. Where
 * something is: the guard that could have changed that latest.
 */
import { replay } from '../../engine/replay'
import { propertyNamed } from '../../properties'
import type { Property } from '../../properties/property'
import type { Scenario } from '../../scenario/scenario'
import { exploring, type FindOptions, type FindProgress } from '../find/find'
import { violationOf } from '../find/violation'
import { whyAt } from '../why/why'
import { guardThatHelps, type Help } from './guardThatHelps'

export type Hint =
  /** The steps that lead to the nearest violation; none where the run only has to end here. */
  | { readonly type: 'ahead'; readonly property: string; readonly schedule: readonly string[] }
  /** Nothing that can still happen violates anything that is checked. */
  | { readonly type: 'safe'; readonly worlds: number }
  | { readonly type: 'guard'; readonly property: string; readonly help: Help }
  | { readonly type: 'no guard'; readonly property: string }
  | { readonly type: 'unknown'; readonly reason: string }

/** Hints are asked for while somebody plays. */
const hintBudget = { worlds: 100_000, milliseconds: 10_000 }

/** Looks for a hint in slices; each yield is a good moment to give up. */
export function* hinting(
  scenario: Scenario,
  schedule: readonly string[],
  options: FindOptions = {},
): Generator<FindProgress, Hint> {
  const trace = replay(scenario, schedule)
  const now = whyAt(trace, trace.steps.length)
  if (now === null) return { type: 'unknown', reason: 'The run is too long to look ahead from here.' }
  const violated = now.properties.find(({ standing }) => standing === 'violated')
  if (violated !== undefined) {
    const help = guardThatHelps(trace, propertyNamed(violated.property)!)
    return help === null
      ? { type: 'no guard', property: violated.property }
      : { type: 'guard', property: violated.property, help }
  }
  const prefix = trace.steps.map(({ word }) => word)
  const properties = scenario.check.flatMap((name) => propertyNamed(name) ?? []).filter(({ endless }) => !endless)
  return yield* nearest(scenario, properties, prefix, { ...options, budget: { ...hintBudget, ...options.budget } })
}

/** The way to the nearest violation of any of the properties; the first listed of those that are as near. */
function* nearest(
  scenario: Scenario,
  properties: readonly Property[],
  prefix: readonly string[],
  options: FindOptions,
): Generator<FindProgress, Hint> {
  let best: Extract<Hint, { type: 'ahead' }> | null = null
  let worlds = 0
  let unknown: string | null = null
  for (const property of properties) {
    const searched = yield* exploring(scenario, violationOf(property), { ...options, prefix, isFirstEnough: true })
    if (typeof searched === 'string') return { type: 'unknown', reason: searched }
    const { graph, reason } = searched
    worlds = Math.max(worlds, graph.bareCount)
    if (graph.met === null) unknown ??= reason
    else {
      const schedule = graph.wayTo(graph.met)
      if (best === null || schedule.length < best.schedule.length)
        best = { type: 'ahead', property: property.name, schedule }
    }
  }
  if (best !== null) return best
  return unknown === null ? { type: 'safe', worlds } : { type: 'unknown', reason: unknown }
}

/** Looks to the end. */
export function hintFor(scenario: Scenario, schedule: readonly string[], options: FindOptions = {}): Hint {
  const run = hinting(scenario, schedule, options)
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value
}
