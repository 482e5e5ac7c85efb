/**
 * The page's side of the explorer: a worker, started at the first question, and promises. A second one joins where many
 * questions wait, as those of the matrix do.
 *
 * A question can be given up through its signal; the answer to an abandoned one is dropped. When a worker cannot start
 * or dies, every question that it had is rejected with one sentence, and the next question starts a new one.
 * Learners' programs have a worker of their own, see `own/client.ts`.
 */
import type { NoMap } from '../model/explore/mapOf'
import type { Report } from '../model/explore/report'
import type { ScheduleMap } from '../model/explore/scheduleMap'
import type { Scenario } from '../model/scenario/scenario'
import type { Answer, Question } from './messages'
import { startExplorer } from './startExplorer'

export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((worlds: number) => void) | undefined
}

/** A question without its answer. */
export interface Open {
  resolve(answer: Answer): void
  reject(error: Error): void
  readonly onProgress: AskOptions['onProgress']
}

/** As many as there is work for: a machine that runs a page has at least two cores to spare for it. */
const WORKERS_MAX = 2

/** Questions that wait before another worker is worth its start. */
const CROWDED = 4

/** One worker and what it was asked. */
export class Explorer {
  readonly open = new Map<number, Open>()
  private readonly worker = startExplorer()

  constructor() {
    this.worker.onmessage = (event: MessageEvent<Answer>) => this.hear(event.data)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.fail(
        `The explorer stopped: ${event.message || 'its worker could not be started'}. Reload the page to start it again.`,
      )
    }
  }

  ask(question: Question, open: Open): void {
    this.open.set(question.run, open)
    this.worker.postMessage(question)
  }

  /** Whether the question was still open. */
  cancel(run: number): boolean {
    if (!this.open.delete(run)) return false
    this.worker.postMessage({ type: 'cancel', run } satisfies Question)
    return true
  }

  protected fail(message: string): void {
    this.worker.terminate()
    explorers.delete(this)
    for (const question of this.open.values()) question.reject(new Error(message))
    this.open.clear()
  }

  protected hear(answer: Answer): void {
    const question = this.open.get(answer.run)
    if (!question) return
    if (answer.type === 'progress') return question.onProgress?.(answer.worlds)
    this.open.delete(answer.run)
    if (answer.type === 'failed') question.reject(new Error(answer.message))
    else question.resolve(answer)
  }
}

const explorers = new Set<Explorer>()
let lastRun = 0

/** The one with the least to do; a new one where all are crowded. */
function leastBusy(): Explorer {
  const [least] = [...explorers].sort((a, b) => a.open.size - b.open.size)
  const isEnough = least !== undefined && (least.open.size < CROWDED || explorers.size >= WORKERS_MAX)
  if (isEnough) return least
  const explorer = new Explorer()
  explorers.add(explorer)
  return explorer
}

/** Explorers for questions that the usual ones are not asked; whoever has one puts its choice here. */
export const others: { for?: (question: Question) => Explorer | null } = {}

/** A question that has no number yet. */
type Asked<Each = Question> = Each extends { readonly run: number } ? Omit<Each, 'run'> : never

/** Asks an explorer; what the answer says is for the caller to see. */
export function ask(asked: Asked, { signal, onProgress }: AskOptions): Promise<Answer> {
  const question = { ...asked, run: ++lastRun } as Question
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const explorer = others.for?.(question) ?? leastBusy()
    explorer.ask(question, { resolve, reject, onProgress })
    signal?.addEventListener('abort', () => {
      if (explorer.cancel(question.run)) reject(signal.reason as Error)
    })
  })
}

/** All verdicts of a scenario. Rejects with the signal's reason when it is given up. */
export async function checkInWorker(scenario: Scenario, options: AskOptions = {}): Promise<Report> {
  const answer = await ask({ type: 'check', scenario }, options)
  if (answer.type !== 'report') throw new Error(`The explorer answered a check with "${answer.type}".`)
  return answer.report
}

/** The schedule map of a scenario for one property after the steps of `prefix`, or the reason why there is none. */
export async function mapInWorker(
  scenario: Scenario,
  property: string,
  { prefix = [], ...options }: AskOptions & { readonly prefix?: readonly string[] } = {},
): Promise<ScheduleMap | NoMap> {
  const answer = await ask({ type: 'map', scenario, property, prefix }, options)
  if (answer.type !== 'map') throw new Error(`The explorer answered a map with "${answer.type}".`)
  return answer.map
}
