/** Everything that crosses between the page and the explorer's worker. A run id ties answers to a question. */
import type { NoMap } from '../model/explore/mapOf'
import type { Report } from '../model/explore/report'
import type { ScheduleMap } from '../model/explore/scheduleMap'
import type { Scenario } from '../model/scenario/scenario'

export type Question =
  | {
      readonly type: 'check'
      readonly run: number
      readonly scenario: Scenario
      /** False for a bench that wants every world stored. */
      readonly isSymmetric?: boolean
    }
  | {
      readonly type: 'map'
      readonly run: number
      readonly scenario: Scenario
      readonly property: string
      readonly prefix: readonly string[]
    }
  | { readonly type: 'cancel'; readonly run: number }

export type Answer =
  | { readonly type: 'progress'; readonly run: number; readonly worlds: number }
  | { readonly type: 'report'; readonly run: number; readonly report: Report }
  | { readonly type: 'map'; readonly run: number; readonly map: ScheduleMap | NoMap }
  | { readonly type: 'failed'; readonly run: number; readonly message: string }
