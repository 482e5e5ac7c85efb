/** A trace as short lines, one a step, so that a test can compare whole runs. */
import { replay } from '../engine/replay'
import type { Request } from '../engine/program'
import type { RequestEvent, StepEvent, Trace } from '../engine/trace'
import { sketched, words, type Sketch } from './sketch'

const asked = ({ kind, key, version, expected, stamp, later }: Request) =>
  [kind, key, version, expected === undefined ? undefined : `expects ${expected}`, stamp, later]
    .filter((part) => part !== undefined)
    .join(' ')

const told = (reply: unknown) => JSON.stringify(reply).replaceAll('"', '')

function request({ client, request, reply, fault, ends, fails, result }: RequestEvent): string {
  const end = ends ? ` = ${fails ? 'error' : (result ?? 'unheard')}` : ''
  return `${client} ${asked(request)} -> ${fault ?? told(reply)}${end}`
}

/** One step, e.g. `T1 cache.get x -> {found:false}`; what an operation returns follows ` = `. */
export function line(event: StepEvent): string {
  if (event.type === 'request') return request(event)
  if (event.type === 'crash') return `crash ${event.client}`
  if (event.type === 'load') return `${event.loader} ${asked(event.request)} -> ${told(event.reply)}`
  if (event.type === 'soft-expire') return `soft-expire ${event.key}`
  if (event.type === 'restart' || event.type === 'machine-lost' || event.type === 'sync') return event.type
  if (event.type === 'late') return `late ${event.client} ${asked(event.request)} -> ${told(event.reply)}`
  const fate = 'fault' in event && event.fault !== null ? `, ${event.fault}` : ''
  if (event.type === 'flush') return `flush ${event.key} commits ${event.committed ?? 'nothing'}${fate}`
  if (event.type === 'redeliver') return 'redeliver'
  if (event.type === 'skip') return `skip, ${event.why}`
  if ('to' in event) return `${event.type} ${event.key} ${event.version} to the ${event.to}`
  const whose = event.client === '' ? '' : ` of ${event.client}`
  return `${event.type} ${event.key}${whose} removes ${event.removed ?? 'nothing'}${fate}`
}

/** Every step of a trace; the last line says what was refused, if anything was. */
export const story = (trace: Trace): readonly string[] => [
  ...trace.steps.map((step) => line(step.event)),
  ...(trace.refused ? [trace.refused.message] : []),
]

/** The run of a sketch under a schedule on one line. */
export const run = (sketch: Sketch, schedule: string): Trace => replay(sketched(sketch), words(schedule))
