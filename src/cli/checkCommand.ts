/**
 * `check FILE|FOLDER... [--json]`: every interleaving of each scenario, judged. A wrong file does not keep
 * the others from being checked.
 */
import { describeReport, isOpen, mismatchesOf, rowOf, summary } from './checkAnswer'
import { exitCodes, type ExitCode, type Host } from './host'
import { scenariosIn, type Found } from './scenarioFiles'
import { replay } from '../model/engine/replay'
import { checking } from '../model/explore/check'
import type { Report } from '../model/explore/report'
import { printProblem } from '../course/lesson/problem'
import { problemText, quoted } from '../model/scenario/problem'
import type { Scenario } from '../model/scenario/scenario'

/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 1000

export function checkCommand(args: readonly string[], host: Host): ExitCode {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json')
  const paths = args.filter((arg) => !arg.startsWith('-'))
  if (unknown !== undefined || paths.length === 0) {
    host.note(
      unknown === undefined
        ? 'There is nothing to check. Name a scenario file or a folder.'
        : `There is no option ${quoted(unknown)}. The only one is --json.`,
    )
    return exitCodes.wrong
  }
  const { found, lessons, problems } = scenariosIn(paths)
  for (const problem of problems) host.note(problemText(problem))
  const broken = lessons.flatMap((lesson) => lesson.problems)
  for (const problem of broken) host.note(printProblem(problem))
  const wrongSchedules = found.filter((each) => noteSchedule(each, host)).length
  const reports = found.map(({ scenario }) => ({ scenario, report: checkWithProgress(scenario, host) }))

  if (args.includes('--json')) sayJson(reports, host)
  else {
    sayPlainly(reports, host)
    if (lessons.length > 0) host.say(lessonSummary(lessons.length, broken.length))
  }
  const differing = reports.filter(({ scenario, report }) => mismatchesOf(scenario, report).length > 0)
  const undecided = reports.some(({ scenario, report }) => isOpen(scenario, report))
  const isWrong = problems.length > 0 || wrongSchedules > 0 || broken.some(({ rule }) => rule !== 'claim')
  if (isWrong) return exitCodes.wrong
  return differing.length > 0 || undecided || broken.length > 0 ? exitCodes.differs : exitCodes.fine
}

const lessonSummary = (lessons: number, broken: number): string =>
  `${lessons} ${lessons === 1 ? 'lesson' : 'lessons'} checked: ${
    broken === 0 ? 'every claim came true.' : `${broken} ${broken === 1 ? 'thing is' : 'things are'} wrong.`
  }`

interface Checked {
  readonly scenario: Scenario
  readonly report: Report
}

function sayJson(reports: readonly Checked[], host: Host): void {
  const rows = reports.map(({ report }) => `  ${JSON.stringify(rowOf(report))}`)
  host.say(rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n]`)
  for (const { scenario, report } of reports)
    for (const mismatch of mismatchesOf(scenario, report)) host.note(`${scenario.scenario}: ${mismatch}`)
}

function sayPlainly(reports: readonly Checked[], host: Host): void {
  for (const { scenario, report } of reports) {
    for (const line of describeReport(scenario, report)) host.say(line)
    host.say('')
  }
  if (reports.length > 0) host.say(summary(reports))
}

/** Whether the run to open with cannot happen; says so. */
function noteSchedule({ file, scenario }: Found, host: Host): boolean {
  const { refused } = replay(scenario, scenario.schedule)
  if (refused !== null) host.note(`${file}: The schedule of "${scenario.scenario}" is wrong. ${refused.message}`)
  return refused !== null
}

function checkWithProgress(scenario: Scenario, host: Host): Report {
  const run = checking(scenario, { now: host.now })
  let told = host.now()
  for (;;) {
    const step = run.next()
    if (step.done === true) return step.value
    if (host.now() - told < PROGRESS_EVERY) continue
    told = host.now()
    const { worlds, properties } = step.value
    host.note(`${scenario.scenario}: ${worlds.toLocaleString('en')} worlds so far, for ${properties.join(', ')}`)
  }
}
