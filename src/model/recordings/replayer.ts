/** Takes the steps of a recording one by one: what was answered, beside what the model answers to the same. */
import type { Asked, Step } from './recording'
import { agrees, inWords, type Answer, type Json } from './reply'
import type { Run } from './run'
import { WrongRecording } from './wrongRecording'
import { quoted } from '../scenario/problem'

/** How a recording writes that no answer came in time. */
const TIMED_OUT = 'TIMEOUT (request still in the network)'

/** Two answers to one request. */
export interface Heard {
  /** The beginning of a sentence: `redis answers to "GET x" with`. */
  readonly what: string
  readonly recorded: Json
  readonly model: Answer
}

export const isSame = ({ recorded, model }: Heard): boolean => agrees(recorded, model)

/** What differs in one sentence; null where nothing does, or nothing was answered. */
export const differenceOf = (heard: Heard | null): string | null =>
  heard === null || isSame(heard)
    ? null
    : `${heard.what} ${inWords(heard.recorded)} in the recording and ${inWords(heard.model)} in the model.`

export class Replayer {
  /** Requests that timed out and have not arrived, by process. */
  private readonly late = new Map<string, Asked[]>()

  constructor(readonly run: Run) {}

  /** Both answers; null where the step has none. */
  take(step: Step): Heard | null {
    switch (step.does) {
      case 'asks':
        if (step.reply === TIMED_OUT) {
          this.late.set(step.by, [...(this.late.get(step.by) ?? []), step.asked])
          return null
        }
        return this.ask(step.asked, step.by, step.number, step.reply)
      case 'arrives':
        return this.ask(this.arriving(step.asked, step.by, step.number), step.by, step.number, step.reply)
      case 'hears':
        return { what: `${step.by} is told`, recorded: step.reply, model: this.run.postgres.hear(step.by) }
      case 'crashes':
        this.run.crash(step.by)
        return null
      case 'sleeps':
        this.run.clock.pass(step.milliseconds)
        return null
      case 'pauses':
        return null
    }
  }

  private ask({ text, request }: Asked, by: string, number: number, recorded: Json): Heard {
    const [server, ...asked] = text.split('> ')
    const who = request.server === 'clock' ? `the clock of ${by}` : server
    const what = request.server === 'clock' ? '' : ` to ${quoted(asked.join('> '))}`
    return { what: `${who} answers${what} with`, recorded, model: this.answer(request, by, number) }
  }

  private answer(request: Asked['request'], by: string, number: number): Answer {
    try {
      return this.run.ask(request, by)
    } catch (error) {
      if (error instanceof WrongRecording) throw new WrongRecording(`Step ${number}: ${error.message}`)
      throw error
    }
  }

  private arriving(asked: Asked, by: string, number: number): Asked {
    const [first, ...rest] = this.late.get(by) ?? []
    if (first?.text !== asked.text)
      throw new WrongRecording(
        `Step ${number} delivers ${quoted(asked.text)}, and the first request of ${by} that is still under way is ${first === undefined ? 'none' : quoted(first.text)}. Mark the request that was held up with ${quoted(TIMED_OUT)}.`,
      )
    this.late.set(by, rest)
    return first
  }
}
