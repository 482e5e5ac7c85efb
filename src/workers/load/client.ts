/**
 * The page's side of runs under load: up to two workers, so that strategies run side by side on two cores, and promises.
 *
 * Each worker has one run at a time; the others wait here, in their order, so that giving one up that has not begun costs
 * nothing. When a worker cannot start or dies, its run is rejected with one sentence, and the next run starts a new one.
 */
import workerUrl from './load.worker?worker&url'
import { trustedWorkerUrl } from '../trustedUrl'
import type { LoadAnswer, LoadQuestion, Task, TaskName, Tasks } from './messages'

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((share: number) => void) | undefined
}

interface Job extends RunOptions {
  readonly run: number
  readonly task: Task
  resolve(gives: Tasks[TaskName]['gives']): void
  reject(error: Error): void
}

const WORKERS_MAX = 2

const waiting: Job[] = []
const runners = new Set<Runner>()
let lastRun = 0

/** One worker and the run that it has. */
class Runner {
  private job: Job | null = null
  private readonly worker: Worker

  constructor() {
    this.worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'load' })
    this.worker.onmessage = (event: MessageEvent<LoadAnswer>) => this.hear(event.data)
    this.worker.onerror = (event) => {
      event.preventDefault()
      this.fail(
        `The run stopped: ${event.message || 'its worker could not be started'}. Change anything to run it again.`,
      )
    }
  }

  get isIdle(): boolean {
    return this.job === null
  }

  take(job: Job): void {
    this.job = job
    this.worker.postMessage({ ...job.task, run: job.run } satisfies LoadQuestion)
  }

  /** Whether it was this one's run. The worker is free once it has heard. */
  cancel(run: number): boolean {
    if (this.job?.run !== run) return false
    this.worker.postMessage({ type: 'cancel', run } satisfies LoadQuestion)
    this.free()
    return true
  }

  private hear(answer: LoadAnswer): void {
    const { job } = this
    if (job === null || job.run !== answer.run) return
    if (answer.type === 'progress') return job.onProgress?.(answer.share)
    this.free()
    if (answer.type === 'failed') job.reject(new Error(answer.message))
    else job.resolve(answer.gives)
  }

  private free(): void {
    this.job = null
    handOut()
  }

  private fail(message: string): void {
    this.worker.terminate()
    runners.delete(this)
    this.job?.reject(new Error(message))
    handOut()
  }
}

/** Gives what waits to whoever is idle. */
function handOut(): void {
  while (waiting.length > 0) {
    const idle = [...runners].find(({ isIdle }) => isIdle)
    if (idle === undefined && runners.size >= WORKERS_MAX) return
    const runner = idle ?? new Runner()
    runners.add(runner)
    const job = waiting.shift()
    if (job !== undefined) runner.take(job)
  }
}

function giveUp(run: number): void {
  const at = waiting.findIndex((job) => job.run === run)
  if (at !== -1) waiting.splice(at, 1)
  else for (const runner of runners) if (runner.cancel(run)) return
}

/** What a task gives. Rejects with the signal's reason when it is given up. */
export function askWorker<Asked extends Task>(
  task: Asked,
  options: RunOptions = {},
): Promise<Tasks[Asked['type']]['gives']> {
  return new Promise((resolve, reject) => {
    const { signal } = options
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const run = ++lastRun
    // The worker answers a task with what that task gives; the types say so only task by task.
    waiting.push({ ...options, run, task, resolve, reject })
    signal?.addEventListener(
      'abort',
      () => {
        giveUp(run)
        reject(signal.reason as Error)
      },
      { once: true },
    )
    handOut()
  })
}
