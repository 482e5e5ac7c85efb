/**
 * Runs workloads off the main thread. A run goes in slices with a pause between them, so that a cancel is heard; what it
 * ends with is handed over, not copied. The explorer that proves the boundaries of sweeps is here too.
 */
import { startRun, type LoadResult } from '../../model/load'
import { sweeps, type Sweep } from '../../model/load/sweep'
import { zoomOf } from '../../model/load/zoom/zoom'
import { zoomLink } from '../../model/load/zoom/zoomLink'
import type { LoadAnswer, LoadQuestion, ProvedBoundary, SweepTitle, Task, ZoomAnswer } from './messages'
import { linesOf } from './programLines'

/** Events between two looks at the clock: some milliseconds. */
const SLICE = 20_000
/** Milliseconds between two pauses. */
const PAUSE_MS = 50

const cancelled = new Set<number>()
const answer = (message: LoadAnswer, handed: Transferable[] = []) => self.postMessage(message, { transfer: handed })

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

/** The arrays that need not be copied. */
const arraysOf = ({ series }: LoadResult): Transferable[] => [
  ...new Set([series.times, ...Object.values(series.columns)].map(({ buffer }) => buffer as ArrayBuffer)),
]

function sweepNamed(name: string): Sweep {
  const sweep = sweeps.find((each) => each.name === name)
  if (sweep === undefined) throw new Error(`There is no sweep "${name}".`)
  return sweep
}

const titles = ({ strategies }: Task<'sweeps'>): readonly SweepTitle[] =>
  sweeps.map((sweep) => {
    const { name, title, parameter, values, metrics } = sweep
    return { name, title, parameter, values, metrics, lacks: strategies.map((each) => sweep.lacks(each)) }
  })

function boundaryOf({ sweep: name, workload, strategy }: Task<'boundary'>): ProvedBoundary | null {
  const sweep = sweepNamed(name)
  if (sweep.lacks(strategy) !== null) return null
  const { proofs, ...boundary } = sweep.boundary(workload, strategy)
  const proof = proofs.at(-1)
  return { ...boundary, link: proof === undefined ? null : zoomLink({ scenario: proof.scenario, schedule: [] }) }
}

function zoomed({ workload, strategy, read }: Task<'zoom'>): ZoomAnswer {
  const found = zoomOf(workload, strategy, read)
  return typeof found === 'string' ? { message: found } : { link: zoomLink(found) }
}

/** Nothing, where it was cancelled. */
async function resultOf(run: number, { workload, strategy, at }: Task<'run'>): Promise<LoadResult | undefined> {
  const going = startRun(at === null ? workload : sweepNamed(at.sweep).at(workload, at.ms), strategy)
  let last = performance.now()
  while (!going.advance(SLICE)) {
    if (performance.now() - last < PAUSE_MS) continue
    answer({ type: 'progress', run, share: going.progress })
    await breathe()
    last = performance.now()
    if (cancelled.delete(run)) return undefined
  }
  return going.result()
}

async function respond(question: LoadQuestion): Promise<void> {
  const { run } = question
  try {
    switch (question.type) {
      case 'cancel':
        cancelled.add(run)
        return
      case 'sweeps':
        answer({ type: 'done', run, gives: titles(question) })
        return
      case 'boundary':
        answer({ type: 'done', run, gives: boundaryOf(question) })
        return
      case 'lines':
        answer({ type: 'done', run, gives: question.strategies.map(linesOf) })
        return
      case 'zoom':
        answer({ type: 'done', run, gives: zoomed(question) })
        return
      case 'run': {
        const result = await resultOf(run, question)
        if (result !== undefined) answer({ type: 'done', run, gives: result }, arraysOf(result))
      }
    }
  } catch (error) {
    answer({ type: 'failed', run, message: error instanceof Error ? error.message : String(error) })
  }
}

self.onmessage = (event: MessageEvent<LoadQuestion>) => void respond(event.data)
