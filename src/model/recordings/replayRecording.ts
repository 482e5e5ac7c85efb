/**
 * Replays a recording on the model, step by step: every answer, then what each server had at the end, then the
 * verdicts about what clients saw. The first thing that differs is told in one sentence.
 *
 * The steps are what is replayed; the recording's own schedule and checks are not looked at.
 */
import { compareFinals } from './compareFinals'
import { compareVerdicts, type Commit } from './compareVerdicts'
import { differenceOf, Replayer } from './replayer'
import type { Recording } from './recording'
import { Run } from './run'
import { WrongRecording } from './wrongRecording'

export interface Replayed {
  /** One sentence; null where all is the same. */
  readonly difference: string | null
  /** How much was compared. */
  readonly steps: number
  readonly answers: number
  readonly finals: number
  readonly verdicts: number
}

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
    const difference = differenceOf(replayer.take(step))
    for (const each of replayer.run.postgres.commits.slice(commits.length)) commits.push({ ...each, step: step.number })
    if (difference !== null) return { ...counted, difference: `Step ${step.number}: ${difference}` }
  }
  return { ...counted, difference: compareFinals(final, replayer.run) ?? compareVerdicts(recording, commits) }
}
