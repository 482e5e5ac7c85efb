/**
 * Asks about servers: requests that were recorded on real ones, which the model must answer in the same way, or requests
 * that the model alone answers.
 */
import {
  isRegisterLinearizable,
  isSequential,
  isSequentialPerKey,
  readsInOrder,
  readsYourWrites,
  type History,
  type Initial,
} from '../../model/histories'
import { readRecording } from '../../model/recordings/readRecording'
import { readRequest } from '../../model/recordings/readRequest'
import type { Recording, Step } from '../../model/recordings/recording'
import { replayRecording } from '../../model/recordings/replayRecording'
import { Between, Line, type Answer } from '../../model/recordings/reply'
import { Run } from '../../model/recordings/run'
import { WrongRecording } from '../../model/recordings/wrongRecording'
import { noFaults } from '../../model/engine/faults'
import { replay } from '../../model/engine/replay'
import { quoted } from '../../model/scenario/problem'
import type { RecordingSubject, RequestsSubject } from './claim'
import { evaluate, parseExpression } from '../lesson/expression'
import type { Servers, Told } from '../lesson/serverTerms'

/** One request and its answer, or something else that happened. */
export interface Exchange {
  readonly by: string
  readonly asked: string
  /** Empty where nothing was answered. */
  readonly answered: string
}

interface Asked {
  readonly exchanges: readonly Exchange[]
  readonly servers: Servers
  readonly verdicts: (property: string) => readonly string[]
}

/** What is judged of what clients saw of a recording. */
const checkers: Readonly<Record<string, (history: History, initial: Initial) => boolean>> = {
  'register-linearizable': isRegisterLinearizable,
  sequential: isSequential,
  'sequential-per-key': isSequentialPerKey,
  'read-your-writes': readsYourWrites,
  'reads-in-order': readsInOrder,
}

type Outcome = { readonly isTrue: boolean; readonly exchanges: readonly Exchange[] } | { readonly problem: string }

/** Whether the ask is true, with what was asked and answered; or one sentence about why it cannot be said. */
export function askServers(subject: RecordingSubject | RequestsSubject, ask: string): Outcome {
  try {
    const { exchanges, servers, verdicts } =
      subject.kind === 'recording' ? recorded(subject) : requested(subject.requests)
    const properties = subject.kind === 'recording' ? Object.keys(checkers) : []
    const parsed = parseExpression(ask, { keys: [], clients: [], properties, servers })
    if ('problem' in parsed)
      return { problem: `The ask "${ask}" is wrong at character ${parsed.problem.column}. ${parsed.problem.message}` }
    return { isTrue: evaluate(parsed.expression, nothing, 0, verdicts), exchanges }
  } catch (error) {
    if (error instanceof WrongRecording) return { problem: error.message }
    throw error
  }
}

/** An expression about servers looks at no run; it is handed the shortest that there is. */
const nothing = replay(
  {
    ...{ scenario: 'nothing', title: '', about: '', twin: '', guards: {}, check: [], expect: {}, schedule: [] },
    start: { database: { x: 1 }, cache: {} },
    protocol: { read: 'cache-aside', write: 'write-around' },
    clients: [],
    faults: noFaults,
  },
  [],
)

function recorded({ name, json }: RecordingSubject): Asked {
  const read = readRecording(json, name)
  if ('problem' in read) throw new WrongRecording(read.problem)
  const { steps, final, history, initial } = read.recording
  const replayed = replayRecording(read.recording)
  const difference = 'problem' in replayed ? replayed.problem : replayed.difference
  if (difference !== null) throw new WrongRecording(`The model differs from the recording ${name}. ${difference}`)
  const finals = (['redis', 'memcached', 'database'] as const).flatMap((server) =>
    [...final[server]].map(([key, told]) => [`${server}.${key}`, told] as const),
  )
  const answers = steps.map((step) => ('reply' in step ? step.reply : null))
  return {
    exchanges: steps.map((step, index) => exchangeOf(step, answers[index] ?? null)),
    servers: { answers, finals: new Map(finals) },
    verdicts: (property) => [checkers[property]?.(history, initial) === true ? 'holds' : 'violated'],
  }
}

function requested(requests: readonly string[]): Asked {
  const steps = requests.map(stepOf)
  const run = new Run(recordingOf(steps))
  const answers = steps.map((step): Told => {
    if (step.does === 'asks') return plain(run.ask(step.asked.request, step.by))
    if (step.does === 'sleeps') run.clock.pass(step.milliseconds)
    return null
  })
  return {
    exchanges: steps.map((step, index) => exchangeOf(step, answers[index] ?? null)),
    servers: { answers, finals: new Map() },
    verdicts: () => [],
  }
}

/** `T1 redis> GET x` or `pass 100`. */
function stepOf(text: string, index: number): Step {
  const number = index + 1
  const pause = /^pass (\d{1,9})$/.exec(text)?.[1]
  if (pause !== undefined) return { number, does: 'sleeps', milliseconds: Number(pause) }
  const [, by, asked] = /^(\w+) (.*)$/s.exec(text) ?? []
  if (by === undefined || asked === undefined)
    throw new WrongRecording(`${quoted(text)} is no request. Write e.g. "T1 redis> GET x", or "pass 100".`)
  return {
    number,
    does: 'asks',
    by,
    asked: { text: asked, request: readRequest(asked, `Request ${number}`) },
    reply: null,
  }
}

const recordingOf = (steps: readonly Step[]): Recording => ({
  name: 'requests',
  title: '',
  start: { database: new Map(), redis: new Map(), memcached: new Map() },
  steps,
  history: [],
  initial: {},
  final: { redis: new Map(), memcached: new Map(), database: new Map() },
  verdicts: new Map(),
})

/** The model's answer as JSON; of a number that the clock decides, the least. */
function plain(answer: Answer): Told {
  if (answer instanceof Between) return answer.least
  if (answer instanceof Line) return answer.text
  if (Array.isArray(answer)) return answer.map((item: Answer) => plain(item))
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(
    Object.entries(answer as Readonly<Record<string, Answer>>).map(([name, each]) => [name, plain(each)]),
  )
}

const said = (told: Told): string =>
  told === null ? 'nothing' : typeof told === 'string' ? told : JSON.stringify(told)

function exchangeOf(step: Step, answer: Told): Exchange {
  const by = 'by' in step ? step.by : ''
  if ('asked' in step) {
    const asked = step.asked.request.server === 'clock' ? 'looks at its clock' : step.asked.text
    return { by, asked: step.does === 'arrives' ? `${asked} (arrives late)` : asked, answered: said(answer) }
  }
  if (step.does === 'sleeps') return { by, asked: `${step.milliseconds} ms pass`, answered: '' }
  if (step.does === 'crashes') return { by, asked: 'crashes', answered: '' }
  if (step.does === 'hears') return { by, asked: 'hears', answered: said(answer) }
  return { by, asked: 'pauses', answered: '' }
}
