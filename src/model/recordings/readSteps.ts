/** The steps of a recording: requests with their answers, and whatever else happened in between. */
import { suggestion } from '../scenario/names'
import { quoted } from '../scenario/problem'
import { countOf, fieldsOf, jsonOf, listOf, nameOf, refuse, textOf } from './fields'
import { PROCESSES_MAX, SLEEP_MAX, STEPS_MAX } from './limits'
import { readRequest } from './readRequest'
import type { Asked, Step } from './recording'
import { WrongRecording } from './wrongRecording'

/** What stands in `do` where something else than a request happened, as a person would write it. */
const events = ['CRASH', 'pause', 'time passes 250 ms', 'unblocked', 'DELAYED REQUEST DELIVERED'] as const

export function readSteps(value: unknown): readonly Step[] {
  const steps = listOf(value, 'The field "steps"', STEPS_MAX).map((step, index) => readStep(step, index + 1))
  const processes = new Set(steps.map((step) => ('by' in step ? step.by : null)))
  if (processes.size > PROCESSES_MAX)
    throw new WrongRecording(
      `The field "steps" names ${processes.size} processes, and ${PROCESSES_MAX} is the most that is replayed. Record a run of fewer.`,
    )
  refuseTheDead(steps)
  return steps
}

function readStep(value: unknown, number: number): Step {
  const where = `Step ${number}`
  const fields = fieldsOf(value, where)
  if (fields.get('n') !== number)
    throw new WrongRecording(
      `${where} is numbered ${quoted(String(fields.get('n')))}. A step may be missing; number them 1, 2, 3 as they happened.`,
    )
  const what = fields.get('do')
  if (what !== undefined) return readEvent(fields, textOf(what, `${where}, "do",`), number)
  return {
    number,
    does: 'asks',
    by: processOf(fields, where),
    asked: askedIn(fields, where),
    reply: replyIn(fields, where),
  }
}

function readEvent(fields: ReadonlyMap<string, unknown>, what: string, number: number): Step {
  const where = `Step ${number}`
  const sleep = /^time passes (\d{1,15}) ms$/.exec(what)?.[1]
  if (sleep !== undefined)
    return {
      number,
      does: 'sleeps',
      milliseconds: countOf(Number(sleep), `${where}, the time that passes,`, 0, SLEEP_MAX),
    }
  if (what === 'pause' || what.startsWith('pause: ')) return { number, does: 'pauses' }
  const by = processOf(fields, where)
  if (what === 'CRASH') return { number, does: 'crashes', by }
  if (what === 'unblocked') return { number, does: 'hears', by, reply: replyIn(fields, where) }
  if (what === 'DELAYED REQUEST DELIVERED')
    return { number, does: 'arrives', by, asked: askedIn(fields, where), reply: replyIn(fields, where) }
  throw new WrongRecording(
    `${where} does ${quoted(what)}, and nothing like that happens in a recording. ${suggestion(what, events)}`,
  )
}

const processOf = (fields: ReadonlyMap<string, unknown>, where: string) =>
  nameOf(textOf(fields.get('p'), `${where}, "p",`), `${where}, its process,`)

function askedIn(fields: ReadonlyMap<string, unknown>, where: string): Asked {
  const text = textOf(fields.get('req'), `${where}, "req",`)
  const request = readRequest(text, where)
  if ('call' in request) for (const key of request.call.keys) if (key !== key.trim() || key === '') badKey(where, key)
  return { text, request }
}

const badKey = (where: string, key: string): never => {
  throw new WrongRecording(`${where} asks for the key ${quoted(key)}. A word may be missing; record the run again.`)
}

function replyIn(fields: ReadonlyMap<string, unknown>, where: string) {
  if (!fields.has('reply')) refuse(`${where}, "reply",`, undefined, 'an answer')
  return jsonOf(fields.get('reply'), `${where}, "reply",`)
}

/** A process that has crashed asks nothing more; only what it had asked may still arrive. */
function refuseTheDead(steps: readonly Step[]): void {
  const dead = new Map<string, number>()
  for (const step of steps) {
    if (!('by' in step) || step.does === 'arrives') continue
    const crash = dead.get(step.by)
    if (crash !== undefined)
      throw new WrongRecording(
        `Step ${step.number} is by ${step.by}, which crashed at step ${crash}. Give a process that takes over a name of its own.`,
      )
    if (step.does === 'crashes') dead.set(step.by, step.number)
  }
}
