/**
 * The history of a run, explained: a moment for each operation at which it may be thought to have happened, in real
 * time or in each client's order alone, or the few operations that no order explains.
 */
import type { Trace } from '../../engine/trace'
import {
  explainRegisterLinearizable,
  explainSequential,
  type Explanation,
  type HistoryOperation,
} from '../../histories'
import { historyOf, seenIn, type Seen } from './seen'

/** Which orders may explain a history. */
export type OrderKind = 'linearizable' | 'sequential'

export interface Interval extends Seen {
  /** The moment at which it happened, if an order was found, in steps; null where it need not have. */
  readonly point: number | null
  /** Its place in the order, from 1; null where it has none. */
  readonly place: number | null
  /** It is one of those that no order explains. */
  readonly isToBlame: boolean
}

export interface ExplainedHistory {
  readonly kind: OrderKind
  readonly holds: boolean
  readonly intervals: readonly Interval[]
  /** The end of the picture, in steps. */
  readonly end: number
}

/** Longer histories are not searched for an order while somebody waits. */
export const EXPLAINED_MAX = 60

/** Operations in an order, each with its moment: inside its interval, and after the one before it. */
function pointsOf(order: readonly HistoryOperation[], end: number): ReadonlyMap<HistoryOperation, number> {
  const earliest: number[] = []
  order.forEach(({ from }, index) => earliest.push(Math.max(from, earliest[index - 1] ?? 0)))
  // Those that have to share a moment stand side by side before the next one.
  return new Map(
    order.map((operation, index) => {
      const same = earliest.filter((at) => at === earliest[index])
      const nth = index - earliest.indexOf(earliest[index]!)
      const latest = Math.min(operation.to ?? end, earliest[index]! + 0.9)
      return [operation, earliest[index]! + (nth / Math.max(1, same.length)) * (latest - earliest[index]!)]
    }),
  )
}

/** The first `count` steps of a run; null where there are more operations than are explained. */
export function explainedHistory(trace: Trace, count: number, kind: OrderKind): ExplainedHistory | null {
  const seen = seenIn(trace, count)
  if (seen.length > EXPLAINED_MAX) return null
  const { placed, initial } = historyOf(trace, seen)
  const history = placed.map(({ operation }) => operation)
  const explanation: Explanation =
    kind === 'linearizable' ? explainRegisterLinearizable(history, initial) : explainSequential(history, initial)
  const order = explanation.holds ? explanation.order : []
  // An order that does not follow real time has places, and no moments.
  const points = kind === 'linearizable' ? pointsOf(order, count + 1) : new Map<HistoryOperation, number>()
  const conflict = explanation.holds ? [] : explanation.conflict
  const intervals = seen.map((each): Interval => {
    const operation = placed.find((one) => one.seen === each)?.operation
    const place = operation === undefined ? -1 : order.indexOf(operation)
    return {
      ...each,
      point: operation === undefined ? null : (points.get(operation) ?? null),
      place: place < 0 ? null : place + 1,
      isToBlame: operation !== undefined && conflict.includes(operation),
    }
  })
  return { kind, holds: explanation.holds, intervals, end: count + 1 }
}
