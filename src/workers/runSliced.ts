/** Long work off the main thread, in slices with a pause between them, so that a cancel is heard. */
import type { Answer } from './messages'

/** Milliseconds between two pauses. */
const PAUSE_MS = 50

/** The clock for budgets, which the model does not have. */
export const now = () => performance.now()

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

/** Where answers go, and which runs have been given up; one that is noticed is taken out. */
export interface Desk {
  readonly answer: (message: Answer) => void
  readonly cancelled: Set<number>
}

/** Runs to the end with pauses, and hands the result on, unless the question is given up meanwhile. */
export async function runSliced<Result>(
  { answer, cancelled }: Desk,
  run: number,
  steps: Generator<{ readonly worlds: number }, Result>,
  finish: (result: Result) => Answer,
): Promise<void> {
  let last = now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      answer(finish(step.value))
      return
    }
    if (now() - last < PAUSE_MS) continue
    answer({ type: 'progress', run, worlds: step.value.worlds })
    await breathe()
    last = now()
    if (cancelled.delete(run)) return
  }
}
