/** Asks runs under load: every strategy of an experiment meets the same workload, and what is measured is compared. */
import { metricNamed, simulate } from '../../model/load'
import { strategyText } from '../../model/load/workload/strategyText'
import type { Metric } from '../../model/load/metrics/metric'
import type { LoadSubject } from './claim'
import { loadAskOf, type Measured } from './loadAsk'

/** One measured number that an ask names. */
export interface Measurement {
  /** The strategy in words. */
  readonly strategy: string
  readonly title: string
  readonly unit: Metric['unit']
  readonly value: number
}

/** Operations of one run; a claim that needs more would hold up the build. */
const OPERATIONS_MAX = 200_000

export type LoadAnswer = {
  readonly isTrue: boolean
  readonly measured: readonly Measurement[]
  readonly operations: number
}

/** Whether the ask is true, with what was measured; or one sentence about why it cannot be said. */
export function askLoad({ experiment }: LoadSubject, text: string): LoadAnswer | { readonly problem: string } {
  const { workload, strategies } = experiment
  const ask = loadAskOf(text, strategies.length)
  if ('problem' in ask) return ask
  if (workload.operations > OPERATIONS_MAX)
    return { problem: `A claim is run with up to ${OPERATIONS_MAX.toLocaleString('en')} operations. Let fewer begin.` }
  const results = strategies.map((strategy) => simulate(workload, strategy))
  const valueOf = ({ strategy, metric }: Measured) => results[strategy]?.metrics[metric] ?? null
  const isTrue = ask.isTrue(valueOf)
  if (isTrue === null) return { problem: `Not everything that "${text}" names was measured. Ask for something else.` }
  const texts = strategies.map(strategyText)
  const measured = ask.measured.map((each) => ({
    strategy: texts[each.strategy] ?? '',
    title: metricNamed(each.metric)?.title ?? each.metric,
    unit: metricNamed(each.metric)?.unit ?? 'count',
    value: valueOf(each) ?? 0,
  }))
  return { isTrue, measured, operations: workload.operations }
}
