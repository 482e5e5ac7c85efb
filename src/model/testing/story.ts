/** A trace as short lines, one a step, so that a test can compare whole runs. */
import { replay } from '../engine/replay'
import type { RequestEvent, StepEvent, Trace } from '../engine/trace'
import { sketched, words, type Sketch } from './sketch'

const request = ({ client, request: { kind, key, version, expected, later }, reply, ends, result }: RequestEvent) => {
  const asked = [kind, key, version, expected === undefined ? undefined : `expects ${expected}`, later]
  const answer = JSON.stringify(reply).replaceAll('"', '')
  const end = ends ? ` = ${result === null ? 'unheard' : result}` : ''
  return `${client} ${asked.filter((part) => part !== undefined).join(' ')} -> ${answer}${end}`
}

/** One step, e.g. `T1 cache.get x -> {found:false}`; what an operation returns follows ` = `. */
export function line(event: StepEvent): string {
  if (event.type === 'request') return request(event)
  if (event.type === 'crash') return `crash ${event.client}`
  if (event.type === 'restart') return 'restart'
  if (event.type === 'flush') return `flush ${event.key} commits ${event.committed ?? 'nothing'}`
  const whose = event.client === '' ? '' : ` of ${event.client}`
  return `${event.type} ${event.key}${whose} removes ${event.removed ?? 'nothing'}`
}

/** Every step of a trace; the last line says what was refused, if anything was. */
export const story = (trace: Trace): readonly string[] => [
  ...trace.steps.map((step) => line(step.event)),
  ...(trace.refused ? [trace.refused.message] : []),
]

/** The run of a sketch under a schedule on one line. */
export const run = (sketch: Sketch, schedule: string): Trace => replay(sketched(sketch), words(schedule))
