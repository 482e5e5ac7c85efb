/** The answer of `check`, for people and for programs. */
import type { Report, Result, Searched } from '../model/explore/report'
import type { Scenario } from '../model/scenario/scenario'

/** One scenario as `--json` prints it: these properties, in this order. */
export const rowOf = ({ scenario, states, transitions, results }: Report) => ({
  scenario,
  states,
  transitions,
  results: results.map((result) => {
    const { property, verdict } = result
    if (verdict === 'violated') return { property, verdict, steps: result.steps, schedule: result.schedule }
    return verdict === 'unknown' ? { property, verdict, reason: result.reason } : { property, verdict }
  }),
})

/** One sentence for each expectation that did not come true. */
export const mismatchesOf = (scenario: Scenario, report: Report): readonly string[] =>
  report.results.flatMap(({ property, verdict }) => {
    const expected = Object.hasOwn(scenario.expect, property) ? scenario.expect[property] : undefined
    if (expected === undefined || expected === verdict) return []
    return [`${property} was expected to be ${expected}, and it is ${verdict}.`]
  })

const marks = { holds: '✓', violated: '✗', unknown: '?' } as const

/** A scenario's verdicts as lines, its name first. */
export function describeReport(scenario: Scenario, report: Report): readonly string[] {
  const width = Math.max(0, ...report.results.map(({ property }) => property.length))
  return [
    `${scenario.scenario}: ${scenario.title}`,
    `  ${searchedText(report.searched)}: ${counted(report.states, 'world')}, ${counted(report.transitions, 'step')}${report.isComplete ? '' : ' so far'}`,
    ...report.results.map(
      (result) => `  ${marks[result.verdict]} ${result.property.padEnd(width)}  ${verdictText(result)}`,
    ),
    ...mismatchesOf(scenario, report).map((mismatch) => `  ! ${mismatch}`),
  ]
}

function verdictText(result: Result): string {
  if (result.verdict === 'violated')
    return `violated after ${counted(result.steps, 'step')}: ${result.schedule.join(' ')}`
  if (result.verdict === 'unknown') return `unknown: ${result.reason}`
  return result.judged === 0 ? 'holds, because there was nothing to judge' : 'holds'
}

function searchedText({ clients, operations, keys, faults }: Searched): string {
  const others = faults.length === 0 ? 'no faults' : faults.join(', ')
  return `${counted(clients, 'client')}, ${counted(operations, 'operation')}, ${counted(keys, 'key')}, ${others}`
}

const counted = (count: number, thing: string) => `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

/** The last line: how many, and whether all is as it should be. */
export function summary(reports: readonly { readonly scenario: Scenario; readonly report: Report }[]): string {
  const differing = reports.filter(({ scenario, report }) => mismatchesOf(scenario, report).length > 0).length
  const unknown = reports.filter(({ report }) => report.results.some(({ verdict }) => verdict === 'unknown')).length
  const expected = differing === 0 ? 'every expectation came true' : `${differing} not as expected`
  const decided = unknown === 0 ? 'everything was decided' : `${unknown} not decided`
  return `${counted(reports.length, 'scenario')} checked: ${decided}, ${expected}.`
}
