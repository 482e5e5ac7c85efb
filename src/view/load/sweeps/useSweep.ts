/** A sweep in the workers: what it means for each strategy at once, and its runs when they are asked for. */
import { useEffect, useRef, useState } from 'react'
import type { Metrics } from '../../../model/load/result'
import type { Strategy } from '../../../model/load/strategy'
import type { Workload } from '../../../model/load/workload/workload'
import { askWorker } from '../../../workers/load/client'
import type { ProvedBoundary, SweepTitle } from '../../../workers/load/messages'

export interface SweepState {
  /** By strategy; null while nobody knows, and where the sweep says nothing about it. */
  readonly boundaries: readonly (ProvedBoundary | null)[]
  /** By strategy and value; null where it has not been run. */
  readonly points: readonly (readonly (Metrics | null)[])[]
  /** Share of the runs that are over; null while none is under way. */
  readonly progress: number | null
  readonly problem: string | null
  readonly run: () => void
  readonly cancel: () => void
}

type Points = readonly (readonly (Metrics | null)[])[]

/** Which sweeps there are, and what they lack for these strategies. */
export function useSweepTitles(strategies: readonly Strategy[]): readonly SweepTitle[] {
  const [titles, setTitles] = useState<readonly SweepTitle[]>([])
  useEffect(() => {
    const control = new AbortController()
    askWorker({ type: 'sweeps', strategies }, { signal: control.signal })
      .then(setTitles)
      // Without a worker no run works either, and the strategies say why.
      .catch(() => undefined)
    return () => control.abort('others are asked about')
  }, [strategies])
  return titles
}

function useBoundaries(
  workload: Workload,
  strategies: readonly Strategy[],
  sweep: string,
): readonly (ProvedBoundary | null)[] {
  const [boundaries, setBoundaries] = useState<readonly (ProvedBoundary | null)[]>([])
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    setBoundaries([])
    Promise.all(strategies.map((strategy) => askWorker({ type: 'boundary', sweep, workload, strategy }, { signal })))
      .then(setBoundaries)
      .catch(() => undefined)
    return () => control.abort('another sweep is asked for')
  }, [workload, strategies, sweep])
  return boundaries
}

const emptyPoints = (strategies: readonly Strategy[], { values }: SweepTitle): Points =>
  strategies.map(() => values.map(() => null))

const withPoint = (points: Points, place: number, at: number, metrics: Metrics): Points =>
  points.map((row, index) => (index === place ? row.map((old, value) => (value === at ? metrics : old)) : row))

export function useSweep(workload: Workload, strategies: readonly Strategy[], sweep: SweepTitle): SweepState {
  const boundaries = useBoundaries(workload, strategies, sweep.name)
  const [points, setPoints] = useState<Points>(() => emptyPoints(strategies, sweep))
  const [progress, setProgress] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const control = useRef<AbortController | null>(null)
  useEffect(() => {
    setPoints(emptyPoints(strategies, sweep))
    setProgress(null)
    setProblem(null)
    return () => control.current?.abort('another sweep is asked for')
  }, [workload, strategies, sweep])

  const run = () => {
    control.current?.abort('run again')
    const { signal } = (control.current = new AbortController())
    const places = strategies.flatMap((_, place) => (sweep.lacks[place] === null ? [place] : []))
    const all = places.length * sweep.values.length
    let done = 0
    setProgress(0)
    setProblem(null)
    const asked = sweep.values.flatMap((ms, at) =>
      places.map(async (place) => {
        const strategy = strategies[place]
        if (strategy === undefined) return
        const { metrics } = await askWorker(
          { type: 'run', workload, strategy, at: { sweep: sweep.name, ms } },
          { signal },
        )
        done += 1
        setPoints((last) => withPoint(last, place, at, metrics))
        setProgress(done / all)
      }),
    )
    Promise.all(asked).then(
      () => setProgress(null),
      (error: unknown) => {
        if (signal.aborted) return
        setProgress(null)
        setProblem(error instanceof Error ? error.message : 'The sweep stopped.')
      },
    )
  }
  const cancel = () => {
    control.current?.abort('cancelled')
    setProgress(null)
  }
  return { boundaries, points, progress, problem, run, cancel }
}
