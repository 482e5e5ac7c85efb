/** What a check found, as the numbers that a claim shows. */
import { mapOf } from '../../model/explore/mapOf'
import type { Report, Result } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import type { Finding } from './lesson'

/** Complete schedules are counted where the map can be drawn; elsewhere the worlds must do. */
export function findingOf(scenario: Scenario, property: string, report: Report, result: Result): Finding {
  const map = mapOf(scenario, property)
  return {
    states: report.states,
    transitions: report.transitions,
    schedules: 'schedules' in map ? { total: map.schedules, bad: map.bad } : null,
    searched: report.searched,
    witness: result.verdict === 'violated' ? result.schedule : [],
  }
}
