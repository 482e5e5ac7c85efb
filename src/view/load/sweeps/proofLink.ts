/** Opens in the Lab what the explorer has searched. */
import type { Proof } from '../../../model/load/sweep'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { linkTo } from '../../../model/scenario/linkWords'

export function proofLink({ scenario }: Proof): string {
  const base = scenarioNamed('stale-fill')
  return base === undefined ? '#/lab' : linkTo(base, scenario)
}
