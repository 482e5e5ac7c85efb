import { useEffect, useMemo, useState } from 'react'
import { matrixOf, type Row, type Setup } from '../../model/explore/matrix'
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { knownReport, reportOf } from '../lab/reports'

export interface Matrix {
  readonly rows: readonly Row[]
  readonly done: number
  readonly all: number
  readonly reportOf: (scenario: Scenario) => Report | null
  /** One sentence when the worker gave up; null otherwise. */
  readonly problem: string | null
}

/** Cells between two looks at the page: each is a few milliseconds of the worker's time. */
const AT_ONCE = 12

/** The matrix of a setup, filled cell by cell by the worker; what was found once is remembered. */
export function useMatrix(setup: Setup): Matrix {
  const rows = useMemo(() => matrixOf(setup), [setup])
  const scenarios = useMemo(() => rows.flatMap(({ cells }) => cells.flatMap(({ scenario }) => scenario ?? [])), [rows])
  const [, setFound] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const fill = async () => {
      const missing = scenarios.filter((scenario) => knownReport(scenario) === null)
      for (let at = 0; at < missing.length && !signal.aborted; at += AT_ONCE) {
        await Promise.all(missing.slice(at, at + AT_ONCE).map((scenario) => reportOf(scenario, { signal })))
        setFound((count) => count + 1)
      }
    }
    setProblem(null)
    fill().catch((error: unknown) => {
      if (!signal.aborted) setProblem(error instanceof Error ? error.message : 'The explorer stopped.')
    })
    return () => control.abort('another matrix is asked for')
  }, [scenarios])
  const done = scenarios.filter((scenario) => knownReport(scenario) !== null).length
  return { rows, done, all: scenarios.length, reportOf: knownReport, problem }
}
