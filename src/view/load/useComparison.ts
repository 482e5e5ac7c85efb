/**
 * The runs of a comparison: they begin by themselves a moment after the last change where they are short, side by side in
 * the workers, and what was found last stays until all of the new ones are there. What was run once is remembered.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LoadResult } from '../../model/load/result'
import type { Strategy } from '../../model/load/strategy'
import type { Workload } from '../../model/load/workload/workload'
import { askWorker, type RunOptions } from '../../workers/load/client'
import { wallClock } from '../player/clock'
import { keyOf } from './strategies/words'

/** What is compared, and what came out: strategies that could not run have none. */
export interface Compared {
  readonly workload: Workload
  readonly strategies: readonly Strategy[]
  readonly results: readonly (LoadResult | null)[]
}

export interface Comparison {
  /** The last complete one; null before the first. */
  readonly shown: Compared | null
  /** Whether what is shown is what was asked for last. */
  readonly isCurrent: boolean
  /** By strategy, while it runs or waits to: its share, from 0 to 1. */
  readonly progress: readonly (number | null)[]
  /** By strategy: one sentence where it failed. */
  readonly problems: readonly (string | null)[]
  readonly isRunning: boolean
  /** It begins only when it is asked to, because it is long or was cancelled. */
  readonly isWaiting: boolean
  readonly run: () => void
  readonly cancel: () => void
}

/** Longer runs are not begun by a change of a number. */
export const LONG_OPERATIONS = 1_000_000

const DEBOUNCE_MS = 250
const REMEMBERED_MAX = 200

const remembered = new Map<string, LoadResult>()

const runKeyOf = (workload: Workload, strategy: Strategy): string =>
  JSON.stringify([{ ...workload, title: '', about: '' }, keyOf(strategy)])

function remember(key: string, result: LoadResult): void {
  if (remembered.size >= REMEMBERED_MAX) remembered.clear()
  remembered.set(key, result)
}

/** A run from memory, or from a worker. */
export async function resultOf(workload: Workload, strategy: Strategy, options: RunOptions = {}): Promise<LoadResult> {
  const key = runKeyOf(workload, strategy)
  const known = remembered.get(key)
  if (known !== undefined) return known
  const result = await askWorker({ type: 'run', workload, strategy, at: null }, options)
  remember(key, result)
  return result
}

interface Asked {
  readonly workload: Workload
  readonly strategies: readonly Strategy[]
  /** By strategy: why it cannot run; null where it can. */
  readonly misfits: readonly (string | null)[]
}

interface State {
  readonly shown: Compared | null
  readonly progress: readonly (number | null)[]
  readonly problems: readonly (string | null)[]
  readonly isRunning: boolean
  /** What was asked for, was cancelled. */
  readonly isCancelled: boolean
}

const idle: State = { shown: null, progress: [], problems: [], isRunning: false, isCancelled: false }

const replaced = <Value>(list: readonly Value[], at: number, value: Value): readonly Value[] =>
  list.map((each, index) => (index === at ? value : each))

/** Asks for all strategies at once, without those that cannot run; the promise is kept when each has come to an end. */
async function runAll(
  { workload, strategies, misfits }: Asked,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (at: number, share: number) => void },
): Promise<{ results: readonly (LoadResult | null)[]; problems: readonly (string | null)[] }> {
  const ends = await Promise.allSettled(
    strategies.map(async (strategy, at) =>
      typeof misfits[at] === 'string'
        ? null
        : resultOf(workload, strategy, { signal, onProgress: (share) => onProgress(at, share) }),
    ),
  )
  return {
    results: ends.map((end) => (end.status === 'fulfilled' ? end.value : null)),
    problems: ends.map((end) => (end.status === 'fulfilled' ? null : sentenceOf(end.reason))),
  }
}

const sentenceOf = (reason: unknown): string => (reason instanceof Error ? reason.message : 'The run stopped.')

const isLong = (workload: Workload): boolean => workload.operations > LONG_OPERATIONS

export interface ComparisonOptions extends Asked {
  /** Told when a comparison is complete. */
  readonly onDone: (compared: Compared) => void
}

export function useComparison({ workload, strategies, misfits, onDone }: ComparisonOptions): Comparison {
  const [state, setState] = useState<State>(idle)
  const control = useRef<AbortController | null>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })

  const run = useCallback(() => {
    control.current?.abort('another run is asked for')
    const { signal } = (control.current = new AbortController())
    const none = strategies.map(() => null)
    const started = strategies.map((_, at) => (misfits[at] === null ? 0 : null))
    setState((last) => ({ ...last, progress: started, problems: none, isRunning: true, isCancelled: false }))
    const onProgress = (at: number, share: number) =>
      setState((last) => ({ ...last, progress: replaced(last.progress, at, share) }))
    void runAll({ workload, strategies, misfits }, { signal, onProgress }).then(({ results, problems }) => {
      if (signal.aborted) return
      const shown = { workload, strategies, results }
      setState({ shown, progress: none, problems, isRunning: false, isCancelled: false })
      done.current(shown)
    })
  }, [workload, strategies, misfits])

  const cancel = useCallback(() => {
    control.current?.abort('cancelled')
    setState((last) => ({ ...last, progress: [], isRunning: false, isCancelled: true }))
  }, [])

  useEffect(() => {
    setState((last) => ({ ...last, isCancelled: false, problems: [] }))
    const callOff = isLong(workload) ? () => undefined : wallClock.after(DEBOUNCE_MS, run)
    return () => {
      callOff()
      control.current?.abort('something was changed')
      setState((last) => (last.isRunning ? { ...last, isRunning: false, progress: [] } : last))
    }
  }, [workload, run])

  const { shown, progress, problems, isRunning, isCancelled } = state
  const isCurrent = shown !== null && shown.workload === workload && shown.strategies === strategies
  const isWaiting = !isCurrent && !isRunning && (isLong(workload) || isCancelled)
  const padded = <Value>(list: readonly (Value | null)[]) => strategies.map((_, at) => list[at] ?? null)
  return {
    ...{ shown, isCurrent, isRunning, isWaiting, run, cancel },
    progress: padded(progress),
    problems: padded(problems),
  }
}
