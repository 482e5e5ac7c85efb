/** Everything that crosses between the page and the explorer's worker. A run id ties answers to a question. */
import type { Found } from '../model/explore/find/find'
import type { NoFacts, PropertyFacts } from '../model/explore/find/facts'
import type { Query } from '../model/explore/find/query'
import type { Hint } from '../model/explore/hints/hint'
import type { NoMap } from '../model/explore/mapOf'
import type { Report } from '../model/explore/report'
import type { Way } from '../model/own/memory'
import type { Role } from '../model/own/own'
import type { Telling } from '../model/own/wiring'
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
  /** What the text of a learner's program needs of the world around it. */
  | { readonly type: 'read'; readonly run: number; readonly role: Role; readonly text: string }
  /** What learners' programs do in this run, and after each step that could follow it. */
  | { readonly type: 'learn'; readonly run: number; readonly scenario: Scenario; readonly schedule: readonly string[] }
  | { readonly type: 'cancel'; readonly run: number }

export type Answer =
  | { readonly type: 'progress'; readonly run: number; readonly worlds: number }
  | { readonly type: 'report'; readonly run: number; readonly report: Report }
  | { readonly type: 'map'; readonly run: number; readonly map: ScheduleMap | NoMap }
  | { readonly type: 'found'; readonly run: number; readonly found: Found }
  | { readonly type: 'facts'; readonly run: number; readonly facts: PropertyFacts | NoFacts }
  | { readonly type: 'hint'; readonly run: number; readonly hint: Hint }
  | { readonly type: 'read'; readonly run: number; readonly uses: readonly Telling[] }
  | { readonly type: 'learned'; readonly run: number }
  /** What learners' programs were seen to do, ahead of the answer that needed it. */
  | { readonly type: 'ways'; readonly run: number; readonly ways: readonly Way[] }
  | {
      readonly type: 'failed'
      readonly run: number
      readonly message: string
      /** Where a learner's program is to blame. */
      readonly own?: { readonly role: Role; readonly line: number | null }
    }
