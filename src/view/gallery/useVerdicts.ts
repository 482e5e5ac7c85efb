import { useEffect, useState } from 'react'
import type { Report } from '../../model/explore/report'
import type { Scenario } from '../../model/scenario/scenario'
import { reportOf } from '../lab/reports'
import { wallClock } from '../player/clock'

/** After the page has been drawn: nobody waits for these. */
const LATER_MILLISECONDS = 300

/** The reports of scenarios by name, asked one after the other once the page stands; those that are missing are under way. */
export function useVerdicts(scenarios: readonly Scenario[]): ReadonlyMap<string, Report> {
  const [reports, setReports] = useState<ReadonlyMap<string, Report>>(new Map())
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = async () => {
      for (const scenario of scenarios) {
        const report = await reportOf(scenario, { signal })
        setReports((known) => new Map(known).set(scenario.scenario, report))
      }
    }
    // Without a worker the gallery stays as it is: titles, sentences and links.
    const callOff = wallClock.after(LATER_MILLISECONDS, () => void ask().catch(() => undefined))
    return () => {
      callOff()
      control.abort('the page is left')
    }
  }, [scenarios])
  return reports
}
