/** The answer of `check`, for people and for programs. */
import { answerIn, isAsExpected, type Report, type Result, type Searched } from '../model/explore/report'
import { answers } from '../model/properties/property'
import type { Scenario } from '../model/scenario/scenario'

/** One scenario as `--json` prints it: these properties, in this order. */
export const rowOf = ({ scenario, states, transitions, results }: Report) => ({
  scenario,
  states,
  transitions,
  results: results.map((result) => {
    const { property, verdict } = result
    const answer = answerIn(result)
    const judged = { property, verdict, ...(answer !== null && { answer }) }
    if (verdict === 'unknown') return { ...judged, reason: result.reason }
    if (verdict === 'holds') return judged
    const { steps, schedule, loop } = result
    return { ...judged, steps, schedule, ...(loop && { loop }) }
  }),
})

/** One sentence for each expectation that did not come true. */
export const mismatchesOf = (scenario: Scenario, report: Report): readonly string[] =>
  report.results.flatMap((result) => {
    const { property, verdict } = result
    const expected = Object.hasOwn(scenario.expect, property) ? scenario.expect[property] : undefined
    if (expected === undefined || isAsExpected(result, expected)) return []
    const found = answers.some((answer) => answer === expected) ? (answerIn(result) ?? verdict) : verdict
    return [`${property} was expected to be ${expected}, and it is ${found}.`]
  })

/**
 * Whether nothing was decided where something could be. A single run decides nothing but violations, so what it
 * leaves unknown is decided where the file expects just that.
 */
export const isOpen = (scenario: Scenario, report: Report): boolean =>
  report.results.some(
    ({ property, verdict }) =>
      verdict === 'unknown' && (report.run === undefined || scenario.expect[property] !== 'unknown'),
  )

const marks = { holds: '✓', violated: '✗', unknown: '?' } as const

/** Something stale that goes again is no clean bill. */
const markOf = (result: Result): string => (answerIn(result) === 'bounded' ? '~' : marks[result.verdict])

/** A scenario's verdicts as lines, its name first. */
export function describeReport(scenario: Scenario, report: Report): readonly string[] {
  const width = Math.max(0, ...report.results.map(({ property }) => property.length))
  return [
    `${scenario.scenario}: ${scenario.title}`,
    `  ${searchedText(report.searched)}: ${extentOf(scenario, report)}`,
    ...factLines(report),
    ...report.results.map(
      (result) => `  ${markOf(result)} ${result.property.padEnd(width)}  ${verdictText(result, report)}`,
    ),
    ...mismatchesOf(scenario, report).map((mismatch) => `  ! ${mismatch}`),
  ]
}

/** How much was looked at: all worlds, or one run. */
function extentOf({ seed }: Scenario, { states, transitions, isComplete, run }: Report): string {
  if (run !== undefined)
    return `one run of ${counted(run.steps, 'step')}${seed === undefined ? ', its schedule' : `, drawn with seed ${seed}`}`
  return `${counted(states, 'world')}, ${counted(transitions, 'step')}${isComplete ? '' : ' so far'}`
}

const factLines = ({ facts = [] }: Report): readonly string[] =>
  facts.length === 0 ? [] : [`  ${facts.map(({ what, count }) => `${what}: ${count.toLocaleString('en')}`).join(', ')}`]

/** Words of a schedule that a line shows; all of them are in the JSON. */
const WORDS_MAX = 60

function verdictText(result: Result, { run }: Report): string {
  if (result.verdict === 'violated') {
    const where = run === undefined ? '' : ` in this run of ${counted(run.operations, 'operation')},`
    const more = result.schedule.length > WORDS_MAX ? ' …' : ''
    const words = result.schedule.slice(0, WORDS_MAX).join(' ')
    const onAndOn = result.loop ? `, then for ever ${result.loop.join(' ')}` : ''
    return `violated${where} after ${counted(result.steps, 'step')}: ${words}${more}${onAndOn}`
  }
  if (result.verdict === 'unknown') return `unknown: ${result.reason}`
  if (result.judged === 0) return 'holds, because there was nothing to judge'
  if (result.answer === 'never') return 'holds: no read is ever stale'
  if (!result.example) return 'holds'
  return `holds: stale for a bounded window, e.g. after ${counted(result.example.length, 'step')}: ${result.example.join(' ')}`
}

function searchedText({ clients, operations, keys, faults }: Searched): string {
  const others = faults.length === 0 ? 'no faults' : faults.join(', ')
  return `${counted(clients, 'client')}, ${counted(operations, 'operation')}, ${counted(keys, 'key')}, ${others}`
}

const counted = (count: number, thing: string) => `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

/** The last line: how many, and whether all is as it should be. */
export function summary(reports: readonly { readonly scenario: Scenario; readonly report: Report }[]): string {
  const differing = reports.filter(({ scenario, report }) => mismatchesOf(scenario, report).length > 0).length
  const unknown = reports.filter(({ scenario, report }) => isOpen(scenario, report)).length
  const expected = differing === 0 ? 'every expectation came true' : `${differing} not as expected`
  const decided = unknown === 0 ? 'everything was decided' : `${unknown} not decided`
  return `${counted(reports.length, 'scenario')} checked: ${decided}, ${expected}.`
}
