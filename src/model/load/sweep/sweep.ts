/** What a sweep is: one workload, run again and again with another value of one of its times. */
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import type { Proof } from './proof'

/** Where a metric is zero, as the explorer has proved it. */
export type Zero =
  /** At every value, or at none that a run can be relied on for. */
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'nowhere' }
  /** From this value on, or up to it, in milliseconds. */
  | { readonly kind: 'from' | 'until'; readonly ms: number }
  /** Not zero, but never above the value itself and this much more. */
  | { readonly kind: 'below'; readonly extraMs: number }

export interface Boundary {
  /** The metric it is about, by name. */
  readonly metric: string
  readonly zero: Zero
  /** One or two sentences. */
  readonly says: string
  /** What the explorer found, each as a scenario that can be opened. */
  readonly proofs: readonly Proof[]
}

export interface Sweep {
  readonly name: string
  readonly title: string
  /** What is on the x axis. */
  readonly parameter: string
  /** In milliseconds. */
  readonly values: readonly number[]
  /** Names of metrics, the first one being what the boundary is about. */
  readonly metrics: readonly string[]
  /** The workload with this value. */
  at(workload: Workload, ms: number): Workload
  /** Why the sweep says nothing about a strategy; null where it does. */
  lacks(strategy: Strategy): string | null
  boundary(workload: Workload, strategy: Strategy): Boundary
}
