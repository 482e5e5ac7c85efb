/** Runs the schedule of a scenario file and tells it step by step. */
import { exitCodes, type ExitCode, type Host } from './host'
import { scenariosIn } from './scenarioFiles'
import { transcript } from '../course/narration'
import { replay } from '../model/engine/replay'
import { problemText } from '../model/scenario/problem'

/** A file that was named needs a schedule; one of a folder may have none. */
export function replayScenario(file: string, needsSchedule: boolean, host: Host): ExitCode {
  const { found, problems } = scenariosIn([file])
  for (const problem of problems) host.note(problemText(problem))
  const [only] = found
  if (only === undefined || problems.length > 0) return exitCodes.wrong
  const { scenario } = only
  if (found.length > 1 || scenario.schedule.length === 0) {
    if (!needsSchedule) return exitCodes.fine
    host.note(
      found.length > 1
        ? `${file}: There are ${found.length} scenarios here. Name a file with one.`
        : `${file}: The scenario has no schedule. Add e.g. "schedule: ${scenario.clients[0]?.name ?? 'T1'}".`,
    )
    return exitCodes.wrong
  }
  const trace = replay(scenario, scenario.schedule)
  host.say(`${scenario.scenario}: ${scenario.title}`)
  const width = Math.max(...trace.steps.map(({ word }) => word.length), 0)
  const told = transcript(trace)
  for (const { number, word } of trace.steps)
    host.say(`${String(number).padStart(3)}  ${word.padEnd(width)}  ${told[number - 1] ?? ''}`)
  if (trace.refused === null) return exitCodes.fine
  host.note(`${file}: ${trace.refused.message}`)
  return exitCodes.differs
}
