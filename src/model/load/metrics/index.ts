/** The catalogue of metrics. Adding one means its entry and its tests. */
import type { Tally } from '../measure/tally'
import type { Metrics, Series } from '../result'
import type { Metric } from './metric'
import { seriesMetrics } from './series'
import { times } from './times'
import { truth } from './truth'
import { work } from './work'

export { seriesMetrics } from './series'

export const metrics: readonly Metric[] = [...work.slice(0, 1), ...times, ...work.slice(1), ...truth]

export const metricNamed = (name: string): Metric | undefined => metrics.find((metric) => metric.name === name)

export const measured = (tally: Tally): Metrics => Object.fromEntries(metrics.map(({ name, of }) => [name, of(tally)]))

/** The series up to now. */
export function seriesOf({ intervals }: Tally, now: number): Series {
  const { intervalTicks, ends, columns } = intervals.columns(now)
  const valuesOf = (of: (typeof seriesMetrics)[number]['of']) =>
    ends.map((end, index) => {
      const ticks = end - (ends[index - 1] ?? 0)
      return of((column) => columns[column]![index]!, ticks / 1e6)
    })
  return {
    intervalMs: intervalTicks / 1000,
    times: ends.map((end) => end / 1000),
    columns: Object.fromEntries(seriesMetrics.map(({ name, of }) => [name, valuesOf(of)])),
  }
}
