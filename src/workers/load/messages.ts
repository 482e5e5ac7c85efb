/** What crosses between the page and a worker that runs workloads. A run id ties answers to a question. */
import type { LoadResult, StaleRead } from '../../model/load/result'
import type { Strategy } from '../../model/load/strategy'
import type { Boundary, Sweep } from '../../model/load/sweep'
import type { Workload } from '../../model/load/workload/workload'

/** A sweep without what it does: that stays in the worker. */
export type SweepTitle = Pick<Sweep, 'name' | 'title' | 'parameter' | 'values' | 'metrics'> & {
  /** By strategy: why it says nothing about it; null where it does. */
  readonly lacks: readonly (string | null)[]
}

/** A boundary, and where its last proof opens in the Lab; null where the explorer could not be asked. */
export type ProvedBoundary = Omit<Boundary, 'proofs'> & { readonly link: string | null }

/** Where a stale read opens as the interleaving of those involved, or the sentence why it does not. */
export type ZoomAnswer = { readonly link: string } | { readonly message: string }

/** What is asked, and what the answer to it holds. */
export interface Tasks {
  /** One workload met by one strategy; `at` is a value of a sweep's parameter. */
  readonly run: {
    readonly asks: {
      readonly workload: Workload
      readonly strategy: Strategy
      readonly at: { readonly sweep: string; readonly ms: number } | null
    }
    readonly gives: LoadResult
  }
  /** Which sweeps there are. */
  readonly sweeps: {
    readonly asks: { readonly strategies: readonly Strategy[] }
    readonly gives: readonly SweepTitle[]
  }
  /** What the explorer says of a sweep; null where the sweep says nothing about the strategy. */
  readonly boundary: {
    readonly asks: { readonly sweep: string; readonly workload: Workload; readonly strategy: Strategy }
    readonly gives: ProvedBoundary | null
  }
  /** How many lines of program each strategy has. */
  readonly lines: { readonly asks: { readonly strategies: readonly Strategy[] }; readonly gives: readonly number[] }
  readonly zoom: {
    readonly asks: { readonly workload: Workload; readonly strategy: Strategy; readonly read: StaleRead }
    readonly gives: ZoomAnswer
  }
}

export type TaskName = keyof Tasks

export type Task<Name extends TaskName = TaskName> = {
  [Each in Name]: { readonly type: Each } & Tasks[Each]['asks']
}[Name]

export type LoadQuestion = { readonly run: number } & (Task | { readonly type: 'cancel' })

export type LoadAnswer = { readonly run: number } & (
  | { /** The share of it that is done, from 0 to 1. */ readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly gives: Tasks[TaskName]['gives'] }
  | { readonly type: 'failed'; readonly message: string }
)
