/** Everything that crosses between the page and the explorer's worker. A run id ties answers to a question. */
import type { Found } from '../model/explore/find/find'
import type { NoFacts, PropertyFacts } from '../model/explore/find/facts'
import type { Query } from '../model/explore/find/query'
import type { Hint } from '../model/explore/hints/hint'
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
  | { readonly type: 'find'; readonly run: number; readonly scenario: Scenario; readonly query: Query }
  | { readonly type: 'facts'; readonly run: number; readonly scenario: Scenario; readonly property: string }
  | {
      readonly type: 'hint'
      readonly run: number
      readonly scenario: Scenario
      /** The steps taken so far. */
      readonly schedule: readonly string[]
    }
  | { readonly type: 'cancel'; readonly run: number }

export type Answer =
  | { readonly type: 'progress'; readonly run: number; readonly worlds: number }
  | { readonly type: 'report'; readonly run: number; readonly report: Report }
  | { readonly type: 'map'; readonly run: number; readonly map: ScheduleMap | NoMap }
  | { readonly type: 'found'; readonly run: number; readonly found: Found }
  | { readonly type: 'facts'; readonly run: number; readonly facts: PropertyFacts | NoFacts }
  | { readonly type: 'hint'; readonly run: number; readonly hint: Hint }
  | { readonly type: 'failed'; readonly run: number; readonly message: string }
