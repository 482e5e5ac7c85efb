/** What `load` answers: a table of metrics with a column a strategy, or the same as data. */
import { metrics, type LoadResult, type Workload } from '../model/load'
import type { Unit } from '../model/load/metrics/metric'
import { strategyText } from '../model/load/workload/strategyText'

const letters = 'abcd'

/** The lines for people. Metrics about which no strategy says anything are left out. */
export function describeLoad(workload: Workload, results: readonly LoadResult[]): readonly string[] {
  const named = (n: number, what: string) => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`
  const { title, workload: name, seed, operations, keys } = workload
  const rows = metrics.flatMap(({ name: metric, title: what, unit }) => {
    const values = results.map((result) => result.metrics[metric] ?? null)
    if (values.every((value) => value === null)) return []
    return [[headed(what, unit), ...values.map((value) => text(value, unit))]]
  })
  const table = [['', ...results.map((_, index) => letters[index] ?? '')], ...rows]
  return [
    `${title} (${name}): ${named(operations, 'operation')}, ${named(keys, 'key')}, seed ${seed}`,
    ...results.map(({ strategy }, index) => `  ${letters[index] ?? ''}  ${strategyText(strategy)}`),
    '',
    ...aligned(table),
    ...results.flatMap(({ stopped }, index) =>
      stopped === null ? [] : ['', `${letters[index] ?? ''} stopped: ${stopped}`],
    ),
  ]
}

/** The first column to the left, numbers to the right. */
function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0))
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column))))
      .join('  ')
      .trimEnd(),
  )
}

/** The title of a metric, with its unit where it does not say it. */
function headed(title: string, unit: Unit): string {
  if (unit === 'ms') return `${title} (ms)`
  if (unit === 'share') return `${title} (%)`
  return unit === 'per second' && !title.endsWith('a second') ? `${title} (per second)` : title
}

function text(value: number | null, unit: Unit): string {
  if (value === null) return '-'
  if (unit === 'count') return grouped(value)
  if (unit === 'share') return (value * 100).toFixed(2)
  return unit === 'ms' ? value.toFixed(3) : value.toFixed(2)
}

const grouped = (number: number): string => number.toLocaleString('en')

/** One result as data: typed arrays become lists. */
export function rowOf({ strategy, metrics: found, series, staleReads, endMs, stopped }: LoadResult) {
  const columns = Object.fromEntries(Object.entries(series.columns).map(([name, column]) => [name, [...column]]))
  return {
    strategy: strategyText(strategy),
    metrics: found,
    endMs,
    stopped,
    series: { intervalMs: series.intervalMs, times: [...series.times], columns },
    staleReads,
  }
}
