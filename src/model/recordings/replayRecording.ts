/**
 * Replays a recording on the model, step by step: every answer, then what each server had at the end, then the
 * verdicts about what clients saw. The first thing that differs is told in one sentence.
 *
 * The steps are what is replayed; the recording's own schedule and checks are not looked at.
 */
import { compareFinals } from './compareFinals'
import { compareVerdicts, type Commit } from './compareVerdicts'
import type { Asked, Recording, Step } from './recording'
import { agrees, inWords, type Answer, type Json } from './reply'
import { Run } from './run'
import { WrongRecording } from './wrongRecording'
import { quoted } from '../scenario/problem'

export interface Replayed {
  /** One sentence; null where all is the same. */
  readonly difference: string | null
  /** How much was compared. */
  readonly steps: number
  readonly answers: number
  readonly finals: number
  readonly verdicts: number
}

/** How a recording writes that no answer came in time. */
const TIMED_OUT = 'TIMEOUT (request still in the network)'

/** `problem` is one sentence: a step makes no sense after those before it. */
export function replayRecording(recording: Recording): Replayed | { readonly problem: string } {
  try {
    return replayAll(recording)
  } catch (error) {
    if (error instanceof WrongRecording) return { problem: error.message }
    throw error
  }
}

function replayAll(recording: Recording): Replayed {
  const replayer = new Replayer(new Run(recording))
  const { final, verdicts, steps } = recording
  const counted = {
    steps: steps.length,
    answers: steps.filter((step) => 'reply' in step).length,
    finals: final.redis.size + final.memcached.size + final.database.size,
    verdicts: verdicts.size,
  }
  const commits: Commit[] = []
  for (const step of steps) {
    const difference = replayer.take(step)
    for (const each of replayer.run.postgres.commits.slice(commits.length)) commits.push({ ...each, step: step.number })
    if (difference !== null) return { ...counted, difference: `Step ${step.number}: ${difference}` }
  }
  return { ...counted, difference: compareFinals(final, replayer.run) ?? compareVerdicts(recording, commits) }
}

class Replayer {
  /** Requests that timed out and have not arrived, by process. */
  private readonly late = new Map<string, Asked[]>()

  constructor(readonly run: Run) {}

  /** What differs; null where nothing does. */
  take(step: Step): string | null {
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
        return compare(`${step.by} is told`, step.reply, this.run.postgres.hear(step.by))
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

  private ask({ text, request }: Asked, by: string, number: number, reply: Json): string | null {
    const [server, ...asked] = text.split('> ')
    const who = request.server === 'clock' ? `the clock of ${by}` : server
    const what = request.server === 'clock' ? '' : ` to ${quoted(asked.join('> '))}`
    return compare(`${who} answers${what} with`, reply, this.answer(request, by, number))
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

const compare = (what: string, recorded: Json, answer: Answer): string | null =>
  agrees(recorded, answer) ? null : `${what} ${inWords(recorded)} in the recording and ${inWords(answer)} in the model.`
