/** The link that opens a witness in the Lab: on the scenario of the catalogue from which it takes the fewest words. */
import { linkTo } from '../../model/scenario/linkWords'
import { withRun } from '../../model/scenario/linkRun'
import type { Scenario } from '../../model/scenario/scenario'
import type { ScenarioSubject } from './claim'

export function labLink(
  { base, scenario }: ScenarioSubject,
  schedule: readonly string[],
  catalogue: readonly Scenario[],
): string {
  const bases = base === null ? catalogue : catalogue.filter((candidate) => candidate.scenario === base)
  const links = bases.map((candidate) => linkTo(candidate, scenario))
  const shortest = links.reduce((best, next) => (next.length < best.length ? next : best), links[0] ?? '#/lab')
  return withRun(shortest, schedule, schedule.length)
}
