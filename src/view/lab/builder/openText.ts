/** A scenario file as something that the Lab can show, whoever brings the text: the editor, a saved one, a dropped file. */
import { catalogue, scenarioNamed } from '../../../model/scenario/catalogue'
import { linkTo } from '../../../model/scenario/linkWords'
import { parseScenario } from '../../../model/scenario/parse'
import type { Problem } from '../../../model/scenario/problem'
import { openingOf } from '../../../model/run/course'
import type { Scenario } from '../../../model/scenario/scenario'
import type { Opening } from '../../player/moment'

/** The scenario of the catalogue that a link tells another one by with the fewest words. */
export function nearestBase(scenario: Scenario): Scenario {
  const named = scenarioNamed(scenario.scenario)
  if (named !== undefined) return named
  const lengths = catalogue.map((base) => ({ base, length: linkTo(base, scenario).length }))
  return lengths.reduce((best, next) => (next.length < best.length ? next : best)).base
}

/** What to open for a scenario of somebody's own: its base is in the catalogue, because links stand on that. */
export const openingFor = (scenario: Scenario, base = nearestBase(scenario)): Opening => ({
  base,
  scenario,
  schedule: openingOf(scenario),
  step: 0,
})

/** Reads a scenario file; `name` is what it is called in problems. */
export function openScenarioText(
  text: string,
  name = 'scenario',
): { readonly opening: Opening } | { readonly problems: readonly Problem[] } {
  const parsed = parseScenario(text, name)
  return 'problems' in parsed ? parsed : { opening: openingFor(parsed.scenario) }
}
