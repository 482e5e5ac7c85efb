/** Where the intervals of a history stand: a lane for each client, time to the right in steps. Pure. */
import type { ExplainedHistory, Interval } from '../../../model/explore/why/explained'

export interface Bar {
  readonly interval: Interval
  readonly x1: number
  readonly x2: number
  readonly y: number
  /** Where its moment is; null where it has none. */
  readonly pointX: number | null
  readonly label: string
}

export interface HistoryLayout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly { readonly client: string; readonly y: number }[]
  readonly bars: readonly Bar[]
}

const LEFT = 44
const LANE = 46
const TOP = 20
const SLOT = 34
const STEP = 46

export const labelOf = ({ role, key, version }: Interval): string =>
  `${role === 'read' ? 'read' : 'write'} ${key}${version === null ? '' : `: ${version}`}`

export function historyLayout({ intervals, end }: ExplainedHistory): HistoryLayout {
  const clients = [...new Set(intervals.map(({ client }) => client))].sort()
  // A step is as wide as its number says; an operation of one step still has a width.
  const x = (step: number) => LEFT + (step - 0.5) * STEP
  /** An operation on two rows has two intervals, one under the other. */
  const slotOf = (each: Interval) =>
    intervals.filter(({ client, from }) => client === each.client && from === each.from).indexOf(each)
  const lane = LANE + SLOT * Math.max(0, ...intervals.map(slotOf))
  const laneY = (client: string) => TOP + clients.indexOf(client) * lane + LANE / 2
  return {
    width: x(end + 1),
    height: TOP + clients.length * lane + 8,
    lanes: clients.map((client) => ({ client, y: laneY(client) })),
    bars: intervals.map((interval) => ({
      interval,
      x1: x(interval.from),
      x2: x((interval.to ?? end) + 0.9),
      y: laneY(interval.client) + SLOT * slotOf(interval),
      pointX: interval.point === null ? null : x(interval.point + 0.05),
      label: labelOf(interval),
    })),
  }
}
