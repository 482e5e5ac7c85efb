/** What a file, a link and the page hold: one workload, and the strategies that meet it. */
import type { Strategy } from '../strategy'
import type { Workload } from './workload'

export interface Experiment {
  readonly workload: Workload
  /** One to four, to be compared. */
  readonly strategies: readonly Strategy[]
}
