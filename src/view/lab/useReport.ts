import { useCallback, useEffect, useRef, useState } from 'react'
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { knownReport, reportOf } from './reports'

interface Answer {
  readonly scenario: Scenario
  readonly report: Report
}

export interface Checked {
  /** The last answer; null before the first. */
  readonly report: Report | null
  /** It is of another scenario than the present one. */
  readonly isStale: boolean
  readonly progress: { readonly worlds: number } | null
  /** Why there is no answer, in one sentence; null while one may come. */
  readonly problem: string | null
  readonly cancel: () => void
}

/** Checks the scenario in the worker, again whenever it changes. The last answer stands until the next one is there. */
export function useReport(scenario: Scenario): Checked {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [progress, setProgress] = useState<{ worlds: number } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const asking = useRef<AbortController | null>(null)
  useEffect(() => {
    const control = new AbortController()
    asking.current = control
    const { signal } = control
    reportOf(scenario, { signal, onProgress: (worlds) => setProgress({ worlds }) })
      .then((report) => {
        if (signal.aborted) return
        setAnswer({ scenario, report })
        setProblem(null)
      })
      .catch((error: unknown) => {
        if (signal.reason === 'scenario changed') return
        setProblem(signal.aborted ? 'The check was stopped.' : error instanceof Error ? error.message : String(error))
      })
      .finally(() => setProgress(null))
    return () => control.abort('scenario changed')
  }, [scenario])
  const cancel = useCallback(() => asking.current?.abort('stopped by hand'), [])
  const remembered = knownReport(scenario)
  const report = remembered ?? answer?.report ?? null
  return {
    report,
    isStale: report !== null && remembered === null && answer?.scenario !== scenario,
    progress,
    problem,
    cancel,
  }
}
