/** What a row of the small multiples shows: one measure over time, with a line for each strategy that ran. */
import type { LoadResult, Series } from '../../../model/load/result'
import type { Line } from './aligned'

export interface Measure {
  readonly name: string
  readonly title: string
  readonly unit: string
  /** Its definition. */
  readonly says: string
}

export interface Ran {
  /** The strategy's place among those compared. */
  readonly place: number
  readonly result: LoadResult
}

const nothing: Line = { times: new Float64Array(), values: new Float64Array() }

const known = new WeakMap<Float64Array, Line>()

/** A measure of a run as a line. */
export function lineOf({ result: { series } }: Pick<Ran, 'result'>, { name }: Pick<Measure, 'name'>): Line {
  const values = series.columns[name]
  if (values === undefined) return nothing
  const line = known.get(values) ?? drawn(series, values)
  known.set(values, line)
  return line
}

/** Less of an interval than this, at the end of a run, tells nothing about a rate: the one before it goes on to the end. */
const WHOLE_ENOUGH = 0.5

function drawn({ times, intervalMs }: Series, values: Float64Array): Line {
  const [last, before] = [times.at(-1) ?? 0, times.at(-2)]
  if (before === undefined || last - before >= WHOLE_ENOUGH * intervalMs) return { times, values }
  const kept = times.slice(0, -1)
  kept[kept.length - 1] = last
  return { times: kept, values: values.slice(0, -1) }
}

/** Whether some strategy ever has something other than nothing: a row of flat zeros says less than its absence. */
export const isMoved = (runs: readonly Ran[], measure: Measure): boolean =>
  runs.some((run) => lineOf(run, measure).values.some((value) => value !== 0 && !Number.isNaN(value)))

/** The least and the greatest value of a line, and where it is greatest; null where there is none. */
export function extentOf({ times, values }: Line): { least: number; greatest: number; atMs: number } | null {
  let [least, greatest, atMs] = [Infinity, -Infinity, 0]
  values.forEach((value, index) => {
    if (value < least) least = value
    if (value > greatest) [greatest, atMs] = [value, times[index] ?? 0]
  })
  return least === Infinity ? null : { least, greatest, atMs }
}
