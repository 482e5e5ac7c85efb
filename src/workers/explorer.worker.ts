/**
 * The explorer off the main thread. Checks run in slices with a pause between them, so that a cancel is
 * heard; the clock for the budget is brought here, since the model has none.
 */
import { checking } from '../model/explore/check'
import { mapOf } from '../model/explore/mapOf'
import type { Answer, Question } from './messages'

const cancelled = new Set<number>()
const answer = (message: Answer) => self.postMessage(message)

/** Lets messages in. A channel, because timers are clamped to 4 ms. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** Milliseconds between two pauses. */
const PAUSE_MS = 50

async function runCheck(question: Extract<Question, { type: 'check' }>): Promise<void> {
  const { run, scenario, isSymmetric = true } = question
  const now = () => performance.now()
  const steps = checking(scenario, { now, isSymmetric })
  let last = now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      answer({ type: 'report', run, report: step.value })
      return
    }
    if (now() - last < PAUSE_MS) continue
    answer({ type: 'progress', run, worlds: step.value.worlds })
    await breathe()
    last = now()
    if (cancelled.delete(run)) return
  }
}

async function respond(question: Question): Promise<void> {
  if (question.type === 'cancel') return void cancelled.add(question.run)
  try {
    if (question.type === 'check') {
      await runCheck(question)
      return
    }
    const { run, scenario, property, prefix } = question
    answer({ type: 'map', run, map: mapOf(scenario, property, prefix) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer({ type: 'failed', run: question.run, message })
  }
}

self.onmessage = (event: MessageEvent<Question>) => void respond(event.data)
