/**
 * The page's side of the explorer: one worker, started at the first question, and promises.
 *
 * A question can be given up through its signal; the answer to an abandoned one is dropped. When the
 * worker cannot start or dies, every open question is rejected with one sentence, and the next question
 * starts a new one.
 */
import workerUrl from './explorer.worker?worker&url'
import type { NoMap } from '../model/explore/mapOf'
import type { Report } from '../model/explore/report'
import type { ScheduleMap } from '../model/explore/scheduleMap'
import type { Scenario } from '../model/scenario/scenario'
import type { Answer, Question } from './messages'
import { trustedWorkerUrl } from './trustedUrl'

export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((worlds: number) => void) | undefined
}

interface Open {
  resolve(answer: Answer): void
  reject(error: Error): void
  readonly onProgress: AskOptions['onProgress']
}

const open = new Map<number, Open>()
let worker: Worker | null = null
let lastRun = 0

function started(): Worker {
  if (worker) return worker
  worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'explorer' })
  worker.onmessage = (event: MessageEvent<Answer>) => hear(event.data)
  worker.onerror = (event) => {
    event.preventDefault()
    fail(
      `The explorer stopped: ${event.message || 'its worker could not be started'}. Reload the page to start it again.`,
    )
  }
  return worker
}

function fail(message: string): void {
  worker?.terminate()
  worker = null
  for (const question of open.values()) question.reject(new Error(message))
  open.clear()
}

function hear(answer: Answer): void {
  const question = open.get(answer.run)
  if (!question) return
  if (answer.type === 'progress') return question.onProgress?.(answer.worlds)
  open.delete(answer.run)
  if (answer.type === 'failed') question.reject(new Error(answer.message))
  else question.resolve(answer)
}

function ask(question: Question, { signal, onProgress }: AskOptions): Promise<Answer> {
  const { run } = question
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    open.set(run, { resolve, reject, onProgress })
    signal?.addEventListener('abort', () => {
      if (!open.delete(run)) return
      worker?.postMessage({ type: 'cancel', run } satisfies Question)
      reject(signal.reason as Error)
    })
    started().postMessage(question)
  })
}

/** All verdicts of a scenario. Rejects with the signal's reason when it is given up. */
export async function checkInWorker(scenario: Scenario, options: AskOptions = {}): Promise<Report> {
  const answer = await ask({ type: 'check', run: ++lastRun, scenario }, options)
  if (answer.type !== 'report') throw new Error(`The explorer answered a check with "${answer.type}".`)
  return answer.report
}

/** The schedule map of a scenario for one property after the steps of `prefix`, or the reason why there is none. */
export async function mapInWorker(
  scenario: Scenario,
  property: string,
  { prefix = [], ...options }: AskOptions & { readonly prefix?: readonly string[] } = {},
): Promise<ScheduleMap | NoMap> {
  const answer = await ask({ type: 'map', run: ++lastRun, scenario, property, prefix }, options)
  if (answer.type !== 'map') throw new Error(`The explorer answered a map with "${answer.type}".`)
  return answer.map
}
