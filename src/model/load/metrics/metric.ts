/** What a metric is: a number that a run ends with, and the sentence that says what it means. */
import { TICKS_PER_MS } from '../chance/distribution'
import type { Tally } from '../measure/tally'

/** `count` is a whole number; `share` lies from 0 to 1. */
export type Unit = 'count' | 'ms' | 'per second' | 'share' | 'per operation' | 'ratio'

export interface Metric {
  readonly name: string
  /** What a table calls it. */
  readonly title: string
  readonly unit: Unit
  /** Its definition, in one or two sentences. */
  readonly says: string
  /** Which way is better; null where neither is. */
  readonly better: 'more' | 'less' | null
  /** null where the run says nothing about it. */
  readonly of: (tally: Tally) => number | null
}

/** A metric over time, worked out for each interval. */
export interface SeriesMetric {
  readonly name: string
  readonly title: string
  readonly unit: Unit
  readonly says: string
  /** `sums` and levels by the columns of the tally, in one interval of so many seconds. */
  readonly of: (at: (column: number) => number, seconds: number) => number
}

export const ms = (ticks: number | null): number | null => (ticks === null ? null : ticks / TICKS_PER_MS)

export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** A rate over the time until the last answer. */
export const perSecond = (count: number, { lastAnswer }: Tally): number | null =>
  ratio(count * 1000 * TICKS_PER_MS, lastAnswer)
