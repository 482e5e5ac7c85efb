/**
 * A recording as its story: every step with what the server answered and what the model answers to the same. A difference
 * does not end it, because what comes after may still be worth comparing.
 */
import { isSame, Replayer } from './replayer'
import type { Recording, Step } from './recording'
import { inWords } from './reply'
import { Run } from './run'
import { WrongRecording } from './wrongRecording'

export interface StoryStep {
  readonly number: number
  /** The process; empty where nobody does anything. */
  readonly by: string
  /** Redis, memcached, PostgreSQL; empty where no server is asked. */
  readonly server: string
  /** What is asked, or what happens. */
  readonly what: string
  /** What was answered, in words; null where nothing was. */
  readonly recorded: string | null
  readonly model: string | null
  readonly agrees: boolean
}

export interface Story {
  readonly title: string
  readonly steps: readonly StoryStep[]
  /** Why the model could not go on; null where it went to the end. */
  readonly stopped: string | null
}

const serverNames = { redis: 'Redis', memcached: 'memcached', postgres: 'PostgreSQL', clock: 'its own clock' } as const

function toldOf(step: Step): Pick<StoryStep, 'by' | 'server' | 'what'> {
  switch (step.does) {
    case 'asks':
    case 'arrives': {
      const { server } = step.asked.request
      const [, what = 'the time'] = /^\w+> (.*)$/s.exec(step.asked.text) ?? []
      const asked = step.does === 'arrives' ? `${what} (arrives late)` : what
      return { by: step.by, server: serverNames[server], what: asked }
    }
    case 'hears':
      return { by: step.by, server: serverNames.postgres, what: 'hears the answer that it waited for' }
    case 'crashes':
      return { by: step.by, server: '', what: 'crashes' }
    case 'sleeps':
      return { by: '', server: '', what: `${step.milliseconds} ms pass` }
    case 'pauses':
      return { by: '', server: '', what: 'nothing is asked for a while' }
  }
}

export function storyOf(recording: Recording): Story {
  const steps: StoryStep[] = []
  try {
    const replayer = new Replayer(new Run(recording))
    for (const step of recording.steps) {
      const heard = replayer.take(step)
      const written = 'reply' in step ? inWords(step.reply) : null
      steps.push({
        number: step.number,
        ...toldOf(step),
        recorded: written,
        model: heard === null ? null : inWords(heard.model),
        agrees: heard === null || isSame(heard),
      })
    }
  } catch (error) {
    if (!(error instanceof WrongRecording)) throw error
    return { title: recording.title, steps, stopped: error.message }
  }
  return { title: recording.title, steps, stopped: null }
}
