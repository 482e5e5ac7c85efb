import { useEffect, useMemo, useState } from 'react'
import type { Report, Result } from '../../model/explore/report'
import { propertyNamed } from '../../model/properties'
import type { Scenario } from '../../model/scenario/scenario'
import { switches } from '../../model/scenario/switches'
import { wallClock } from '../player/clock'
import type { MarkedVerdict } from '../ui/VerdictMark'
import { markOf, markRanks } from '../ui/markOf'
import type { GuardSwitch } from '../panels/guards/GuardsPanel'
import { knownReport, reportOf } from './reports'

/** The verdict to show for several: violated before unknown, then bounded before holds; null for none. */
export const worstOf = (results: readonly Result[]): MarkedVerdict | null =>
  results.reduce<MarkedVerdict | null>((worst, result) => {
    const verdict = markOf(result)
    return worst === null || markRanks[verdict] > markRanks[worst] ? verdict : worst
  }, null)

const titleOf = (name: string): string => propertyNamed(name)?.title ?? name

/** What came out with a switch on, in a sentence for each property that does not hold. */
export function detailOf({ results, states }: Report): string {
  const worlds = `${states.toLocaleString('en')} ${states === 1 ? 'world' : 'worlds'}`
  const bad = results.flatMap((result) => {
    const title = `“${titleOf(result.property)}”`
    if (result.verdict === 'violated') return [`${title} is violated after ${result.steps} steps.`]
    if (result.verdict === 'unknown') return [`${title} is unknown: ${result.reason}`]
    return markOf(result) === 'bounded' ? [`${title} is bounded: reads are stale for a window that ends.`] : []
  })
  return bad.length === 0
    ? `With this on, every property shown here holds in all ${worlds}.`
    : `With this on: ${bad.join(' ')}`
}

/** The switches that mean something here, each with what the exhaustive check says of the scenario with it on. */
export function useGuards(scenario: Scenario): readonly GuardSwitch[] {
  const [, setAnswers] = useState(0)
  const applicable = useMemo(
    () => switches.filter((each) => each.applies(scenario)).map((each) => ({ each, on: each.apply(scenario, true) })),
    [scenario],
  )
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const ask = () => {
      for (const { on } of applicable) {
        if (knownReport(on) !== null) continue
        reportOf(on, { signal })
          .then(() => setAnswers((count) => count + 1))
          // A failed check leaves "checking" beside its switch; the verdict list says what went wrong.
          .catch(() => undefined)
      }
    }
    // The worker answers in order, and what the scenario itself does comes first.
    const callOff = wallClock.after(0, ask)
    return () => {
      callOff()
      control.abort('scenario changed')
    }
  }, [applicable])
  return applicable.map(({ each, on }) => {
    const report = knownReport(on)
    return {
      id: each.id,
      title: each.title,
      says: each.says,
      isExtra: each.isExtra,
      isOn: each.isOn(scenario),
      verdict: report === null ? null : worstOf(report.results),
      detail: report === null ? '' : detailOf(report),
    }
  })
}
