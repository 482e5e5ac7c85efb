/** What a check found, as the numbers that a claim shows. */
import { mapOf } from '../../model/explore/mapOf'
import { answerIn, type Report, type Result } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import type { Finding } from './lesson'

/** Complete schedules are counted where the map can be drawn; elsewhere the worlds must do. */
export function findingOf(scenario: Scenario, property: string, report: Report, result: Result): Finding {
  const map = mapOf(scenario, property)
  const answer = answerIn(result)
  return {
    states: report.states,
    transitions: report.transitions,
    schedules: 'schedules' in map ? { total: map.schedules, bad: map.bad } : null,
    searched: report.searched,
    witness: shownBy(result),
    ...(answer !== null && { answer }),
  }
}

/** The run to show for a result; empty where nothing is wrong in any. */
function shownBy(result: Result): readonly string[] {
  if (result.verdict === 'violated') return result.schedule
  return result.verdict === 'holds' ? (result.example ?? []) : []
}
