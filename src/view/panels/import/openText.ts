/**
 * What a text that somebody dropped, chose or pasted is, and the run that it opens: a trace, a recording of real servers, a
 * scenario or a diagram. What it is is seen from its contents, not from its name. Never throws.
 */
import { isDiagram, parseDiagram } from '../../../model/diagram/parseDiagram'
import { skeletonOf } from '../../../model/diagram/skeleton'
import { RECORDING_MAX } from '../../../model/recordings/limits'
import { readRecording } from '../../../model/recordings/readRecording'
import { storyOf, type Story } from '../../../model/recordings/story'
import { openingOf } from '../../../model/run/course'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { momentFor } from '../../../model/scenario/linkFor'
import { parseScenario } from '../../../model/scenario/parse'
import { quoted } from '../../../model/scenario/problem'
import type { Scenario } from '../../../model/scenario/scenario'
import { isTrace, readTrace, TRACE_MAX } from '../../../model/traces/readTrace'
import type { Opening } from '../../player/moment'

export type Opened =
  | {
      readonly kind: 'run'
      readonly opening: Opening
      readonly title: string
      /** What to know before it is opened. */
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'recording'; readonly story: Story }
  | { readonly kind: 'problem'; readonly message: string }

/** Characters, or bytes, of anything that is opened. */
export const OPENED_MAX = TRACE_MAX

export const tooLarge = (name: string): string =>
  `${quoted(name)} is larger than ${OPENED_MAX / 1024 / 1024} MiB, and nothing that opens here is. Is it the right file?`

const problem = (message: string): Opened => ({ kind: 'problem', message })

/** `name` is the file's, or what to call a text that was pasted. */
export function openText(text: string, name: string): Opened {
  if (text.length > OPENED_MAX) return problem(tooLarge(name))
  const begins = text.replace(/^\ufeff/, '').trimStart()
  if (begins === '') return problem(`${quoted(name)} is empty. Nothing has changed.`)
  if (begins.startsWith('{') || begins.startsWith('[')) return openJson(text, name)
  if (isDiagram(text)) return openDiagram(text)
  if (/^\s*scenario\s*:/m.test(text)) return openScenario(text, name)
  return problem(
    `${quoted(name)} is neither a trace, a recording, a scenario nor a sequence diagram. A scenario begins with "scenario:", a diagram with "sequenceDiagram".`,
  )
}

function runOf(scenario: Scenario, schedule: readonly string[], step: number, warnings: readonly string[]): Opened {
  const moment = momentFor(scenario, schedule, step)
  if ('problem' in moment)
    return problem(`This scenario cannot be opened here, because no link says all of it. ${moment.problem}`)
  const base = scenarioNamed(moment.scenario) ?? moment.edited
  const opening = { base, scenario: moment.edited, schedule: moment.schedule, step: moment.step }
  return { kind: 'run', opening, title: scenario.title, warnings }
}

function openJson(text: string, name: string): Opened {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
    return problem(`${quoted(name)} is no JSON at line ${line}. The file may be cut short; save it again.`)
  }
  if (isTrace(json)) {
    const read = readTrace(json)
    if ('problem' in read) return problem(`${quoted(name)}: ${read.problem}`)
    const { scenario, schedule, step, warning } = read
    return runOf(scenario, schedule, step, warning === null ? [] : [warning])
  }
  return openRecording(json, text, name)
}

function openRecording(json: unknown, text: string, name: string): Opened {
  const fields = typeof json === 'object' && json !== null ? Object.keys(json) : []
  if (!fields.includes('steps') || !fields.includes('initial'))
    return problem(
      `${quoted(name)} is JSON, but neither a trace of a run nor a recording of servers. Is it the right file?`,
    )
  if (text.length > RECORDING_MAX)
    return problem(
      `${quoted(name)} is larger than ${RECORDING_MAX / 1024 / 1024} MiB, the most of a recording. Record a shorter run.`,
    )
  const read = readRecording(json, quoted(name))
  return 'problem' in read ? problem(read.problem) : { kind: 'recording', story: storyOf(read.recording) }
}

function openDiagram(text: string): Opened {
  const parsed = parseDiagram(text)
  const made = 'problem' in parsed ? parsed : skeletonOf(parsed.diagram)
  if ('problem' in made) return problem(`Line ${made.problem.line} of the diagram: ${made.problem.message}`)
  const { scenario, warnings } = made
  return runOf(
    scenario,
    scenario.schedule,
    0,
    warnings.map(({ line, message }) => `Line ${line}: ${message}`),
  )
}

function openScenario(text: string, name: string): Opened {
  const parsed = parseScenario(text, name)
  if ('scenario' in parsed) return runOf(parsed.scenario, openingOf(parsed.scenario), 0, [])
  const [first] = parsed.problems
  const others = parsed.problems.length - 1
  const more = others === 0 ? '' : ` ${others === 1 ? 'One other problem follows' : `${others} other problems follow`}.`
  return problem(`${quoted(name)}, line ${first?.line ?? 1}: ${first?.message ?? 'This is no scenario.'}${more}`)
}
