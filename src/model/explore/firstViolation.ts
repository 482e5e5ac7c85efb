/** Drives the judge of one property along one schedule, without any search. */
import { compile } from '../engine/compile'
import { actionNamed, enabled, isQuiet } from '../engine/enabled'
import type { Property } from '../properties/property'
import type { Scenario } from '../scenario/scenario'

/** The step, from 1, at which the monitor first sees the property violated; 0 for the start, null for never. */
export function firstViolation(scenario: Scenario, property: Property, schedule: readonly string[]): number | null {
  const model = compile(scenario, { reserve: (layout, keys) => property.reserve?.(layout, scenario, keys) })
  const judge = property.bind(model)
  model.reset()
  const isBadNow = () => judge.broken || (isQuiet(enabled(model)) && judge.violatedWhenQuiet())
  if (isBadNow()) return 0
  for (const [index, word] of schedule.entries()) {
    const action = actionNamed(model, word)!
    for (const client of model.clients) client.watcher = judge.watcher
    action.mover.move(action.choice)
    // Looking for what is enabled takes every step once; the monitor must not take that for history.
    for (const client of model.clients) client.watcher = null
    if (isBadNow()) return index + 1
  }
  return null
}
