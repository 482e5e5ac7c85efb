import { useEffect, useMemo, useState } from 'react'
import { matrixOf, scenariosOf, type Cell, type Row, type Setup } from '../../model/explore/matrix'
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { knownReport, reportOf } from '../lab/reports'

export interface Matrix {
  readonly rows: readonly Row[]
  readonly done: number
  readonly all: number
  /** What is known of a cell: with readers that end, and with one who does not. */
  readonly reportsOf: (cell: Cell) => readonly [Report | null, Report | null]
  /** One sentence when the worker gave up; null otherwise. */
  readonly problem: string | null
}

/** Questions that are open at a time: enough for each worker to have its next one, few enough to be given up at once. */
const AT_ONCE = 12

/** Milliseconds between two looks at the page: drawing takes a core from the workers. */
const LOOK_MS = 120

const reportsOf = ({ scenario, endless }: Cell) =>
  [scenario && knownReport(scenario), endless && knownReport(endless)] as const

/** Asks for the reports of all scenarios, some at a time. */
async function fill(scenarios: readonly Scenario[], signal: AbortSignal, onFound: () => void): Promise<void> {
  const missing = scenarios.filter((scenario) => knownReport(scenario) === null).values()
  const lane = async () => {
    for (const scenario of missing) {
      if (signal.aborted) return
      await reportOf(scenario, { signal })
      onFound()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

/** The matrix of a setup, filled cell by cell by the workers; what was found once is remembered. */
export function useMatrix(setup: Setup): Matrix {
  const rows = useMemo(() => matrixOf(setup), [setup])
  const cells = useMemo(() => rows.flatMap((row) => row.cells).filter((cell) => scenariosOf(cell).length > 0), [rows])
  const [, look] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    let timer = 0
    const lookNow = () => {
      timer = 0
      look((count) => count + 1)
    }
    setProblem(null)
    fill(cells.flatMap(scenariosOf), signal, () => (timer ||= window.setTimeout(lookNow, LOOK_MS)))
      .then(() => !signal.aborted && lookNow())
      .catch((error: unknown) => {
        if (!signal.aborted) setProblem(error instanceof Error ? error.message : 'The explorer stopped.')
      })
    return () => {
      window.clearTimeout(timer)
      control.abort('another matrix is asked for')
    }
  }, [cells])
  const isDone = (cell: Cell) => scenariosOf(cell).every((scenario) => knownReport(scenario) !== null)
  return { rows, done: cells.filter(isDone).length, all: cells.length, reportsOf, problem }
}
