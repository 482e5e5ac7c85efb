/** What a run under load ends with: plain data that crosses from a worker as it is. */
import type { Strategy } from './strategy'

/** A metric's value; null where the run says nothing about it (a hit ratio without reads). */
export type Metrics = Readonly<Record<string, number | null>>

/** Columns over virtual time, all of one length; `times` are the ends of the intervals, in milliseconds. */
export interface Series {
  readonly intervalMs: number
  readonly times: Float64Array
  /** By the name of a series metric. */
  readonly columns: Readonly<Record<string, Float64Array>>
}

/** A stale read, by what it takes to find it again: the run is the same for the same seed. */
export interface StaleRead {
  /** The number of the operation, from 0, in the order of their beginnings. */
  readonly operation: number
  readonly key: number
  readonly atMs: number
  readonly ageMs: number
  /** What it returned, and the newest version that was committed, or acknowledged, before it began. */
  readonly version: number
  readonly newest: number
}

export interface LoadResult {
  readonly strategy: Strategy
  readonly metrics: Metrics
  readonly series: Series
  /** The first ones, up to a hundred. */
  readonly staleReads: readonly StaleRead[]
  /** Virtual time at the end. */
  readonly endMs: number
  /** Why the run ended before its last operation; null where it did not. */
  readonly stopped: string | null
}
