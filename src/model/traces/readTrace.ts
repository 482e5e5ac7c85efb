/**
 * Reads the JSON file of a run that anybody may have written. The scenario and the schedule are what is read, as strictly as
 * any other file; the steps are only compared.
 */
import { replay } from '../engine/replay'
import type { Trace } from '../engine/trace'
import { openingOf } from '../run/course'
import { SCHEDULE_MAX } from '../scenario/limits'
import { parseScenario } from '../scenario/parse'
import { quoted } from '../scenario/problem'
import { scheduleWordProblem } from '../scenario/scheduleWords'
import { keysOf, type Scenario } from '../scenario/scenario'
import { FORMAT, FORMAT_VERSION, written } from './writeTrace'

/** Characters of a file. */
export const TRACE_MAX = 4 * 1024 * 1024

export interface ReadTrace {
  readonly scenario: Scenario
  readonly schedule: readonly string[]
  readonly step: number
  /** One sentence where the run comes out differently than it is written down. */
  readonly warning: string | null
}

class WrongTrace extends Error {}

const refuse = (message: string): never => {
  throw new WrongTrace(message)
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (json: unknown): json is Fields => typeof json === 'object' && json !== null && !Array.isArray(json)

const field = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined)

/** Whether JSON says that it is a run of this kind. */
export const isTrace = (json: unknown): boolean => isFields(json) && field(json, 'format') === FORMAT

/** The run of a file that has been parsed as JSON, or one sentence about what is wrong with it. Never throws. */
export function readTrace(json: unknown): ReadTrace | { readonly problem: string } {
  try {
    return read(isFields(json) ? json : refuse('This is no trace of a run.'))
  } catch (error) {
    if (error instanceof WrongTrace) return { problem: error.message }
    throw error
  }
}

function read(fields: Fields): ReadTrace {
  const version = field(fields, 'formatVersion')
  if (version !== FORMAT_VERSION)
    refuse(
      `The trace has the format version ${quoted(String(version))}, and ${FORMAT_VERSION} is what is read here. Export the run again.`,
    )
  const scenario = scenarioIn(field(fields, 'scenario'))
  const drawn = wholeIn(
    field(fields, 'drawn') ?? 0,
    'drawn',
    scenario.seed === undefined ? 0 : openingOf(scenario).length,
  )
  const schedule = [...openingOf(scenario).slice(0, drawn), ...wordsIn(field(fields, 'schedule'), scenario)]
  const trace = replay(scenario, schedule)
  if (trace.refused !== null)
    refuse(`${trace.refused.message} The file may have been edited by hand; export the run again.`)
  const step = wholeIn(field(fields, 'step') ?? 0, 'step', schedule.length)
  return { scenario, schedule, step, warning: differenceIn(field(fields, 'steps'), trace) }
}

function scenarioIn(text: unknown): Scenario {
  if (typeof text !== 'string')
    return refuse('The trace has no "scenario", so nothing says what ran. Export the run again.')
  const parsed = parseScenario(text, 'scenario')
  if ('scenario' in parsed) return parsed.scenario
  const [problem] = parsed.problems
  return refuse(
    `The trace's scenario is wrong at its line ${problem?.line ?? 1}: ${problem?.message ?? 'it cannot be read.'}`,
  )
}

function wordsIn(list: unknown, { clients, ...rest }: Scenario): readonly string[] {
  if (!Array.isArray(list))
    return refuse('The trace has no "schedule", which is a list of words such as "T1". Export the run again.')
  if (list.length > SCHEDULE_MAX)
    refuse(`The schedule has ${list.length} words, and ${SCHEDULE_MAX} are the most. Shorten it.`)
  const cast = { clients: clients.map(({ name }) => name), keys: keysOf({ clients, ...rest }) }
  return list.map((word: unknown, index) => {
    const problem = typeof word === 'string' ? scheduleWordProblem(word, cast) : 'It is no word.'
    if (problem !== null) refuse(`Word ${index + 1} of the schedule makes no sense. ${problem}`)
    return String(word)
  })
}

function wholeIn(value: unknown, name: string, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value
  return refuse(`The field "${name}" must be a whole number from 0 to ${max}. Change it, or export the run again.`)
}

/** The first step that the file tells otherwise. */
function differenceIn(steps: unknown, trace: Trace): string | null {
  if (!Array.isArray(steps)) return null
  const at = steps.findIndex((step, index) => !isSame(step, written(trace, index + 1)))
  if (at === -1) return null
  return `Step ${at + 1} comes out differently than the file says: it was edited, or written by another version. What you see is what happens now.`
}

/** Whether two values are the same as JSON, in whatever order their fields stand. */
function isSame(read: unknown, own: unknown): boolean {
  if (Array.isArray(own))
    return Array.isArray(read) && read.length === own.length && own.every((item, i) => isSame(read[i], item))
  if (!isFields(own)) return own === undefined || read === own
  if (!isFields(read)) return false
  return Object.entries(own).every(([name, value]) => isSame(field(read, name), value))
}
