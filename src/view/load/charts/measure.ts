/** What a row of the small multiples shows: one measure over time, with a line for each strategy that ran. */
import type { LoadResult } from '../../../model/load/result'
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

const nothing = new Float64Array()

export const lineOf = ({ result: { series } }: Ran, { name }: Measure): Line => ({
  times: series.times,
  values: series.columns[name] ?? nothing,
})

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
