/** Why a run goes wrong, in a sentence: what its last step with a headline says, else its last step. */
import { narrate, spoken } from '../../course/narration'
import { replay } from '../../model/engine/replay'
import type { Scenario } from '../../model/scenario/scenario'

/** `Step 5 of 6: The cache now disagrees with the database. ...`; empty for an empty run. */
export function whyOf(scenario: Scenario, schedule: readonly string[]): string {
  const trace = replay(scenario, schedule)
  const last = trace.steps.length
  if (last === 0) return ''
  const told = trace.steps.findLast(({ number }) => narrate(trace, number).headline !== null)?.number ?? last
  return `Step ${told} of ${last}: ${spoken(narrate(trace, told))}`
}
