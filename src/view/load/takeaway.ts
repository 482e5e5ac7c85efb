/** The results as files: rows over time for a spreadsheet, and everything as JSON. Both name the link that gives them again. */
import { seriesMetrics } from '../../model/load/metrics/series'
import { letterOf } from './letters'
import { nameOf } from './strategies/words'
import type { Compared } from './useComparison'

/** A field with the quotes that it needs. */
const field = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = (fields: readonly (string | number)[]): string => fields.map((each) => field(String(each))).join(',')

const numberText = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value)

/** One line for each strategy and interval; before them, as a comment, where they come from. */
export function csvOf({ strategies, results }: Compared, link: string): string {
  const head = ['strategy', 'name', 'until ms', ...seriesMetrics.map(({ name }) => name)]
  const lines = results.flatMap((run, index) => {
    const strategy = strategies[index]
    if (run === null || strategy === undefined) return []
    const { times, columns } = run.series
    return [...times].map((time, at) =>
      line([
        letterOf(index),
        nameOf(strategy),
        time,
        ...seriesMetrics.map(({ name }) => numberText(columns[name]?.[at])),
      ]),
    )
  })
  return [`# ${link}`, line(head), ...lines, ''].join('\n')
}

/** Numbers that are none, as gaps of a series are, are null in JSON. */
export function jsonOf({ workload, strategies, results }: Compared, link: string): string {
  const runs = results.map((run, index) => {
    const strategy = strategies[index]
    if (run === null || strategy === undefined) return null
    const columns = Object.entries(run.series.columns).map(([name, values]): [string, number[]] => [name, [...values]])
    return {
      letter: letterOf(index),
      name: nameOf(strategy),
      ...run,
      series: { intervalMs: run.series.intervalMs, times: [...run.series.times], columns: Object.fromEntries(columns) },
    }
  })
  return `${JSON.stringify({ formatVersion: 1, link, workload, runs }, null, 2)}\n`
}
