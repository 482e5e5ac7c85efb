/**
 * Register-linearizable: each key behaves like one register. Some order of its operations agrees with real time, and
 * every read returns what the last write before it wrote. Which of two overlapping writes came first is left open.
 *
 * Keys are judged one by one, because a history is linearizable exactly when each object's part of it is. Different
 * values are judged by sorting; values that repeat by searching, after a look for a read that is plainly wrong.
 * Source: Herlihy and Wing, "Linearizability", 1990, theorem 1; Horn and Kroening, 2015, for parting by key.
 */
import { nothingFree, smallestConflict, type Free } from './conflict'
import { impossibleRead } from './impossibleRead'
import {
  byBeginning,
  counts,
  groupedBy,
  type Explanation,
  type History,
  type HistoryOperation,
  type Initial,
} from './operation'
import { searchOrder } from './orderSearch'
import { hasDistinctValues, sortZones, type Zones } from './zones'

export const isRegisterLinearizable = (history: History, initial: Initial): boolean =>
  [...groupedBy(history, ({ key }) => key)].every(([key, operations]) => 'order' in judge(key, operations, initial))

export function explainRegisterLinearizable(history: History, initial: Initial): Explanation {
  const orders: History[] = []
  for (const [key, operations] of groupedBy(history, ({ key }) => key)) {
    const judged = judge(key, operations, initial)
    if ('suspects' in judged) {
      const isExplained = (kept: History, free: Free) => 'order' in judge(key, kept, initial, free)
      return { holds: false, conflict: smallestConflict(operations, judged.suspects, isExplained) }
    }
    orders.push(judged.order)
  }
  return { holds: true, order: merged(orders) }
}

/** An order of one key's operations, or some that conflict. */
function judge(key: string, history: History, initial: Initial, free: Free = nothingFree): Zones {
  const operations = byBeginning(history.filter(counts))
  const first = initial[key] ?? null
  const freeValues = free.get(key) ?? new Set<string | null>()
  const writes = operations.filter(({ kind }) => kind === 'write')
  if (hasDistinctValues(writes, first, freeValues)) return sortZones(operations, first, freeValues)
  const suspects = impossibleRead(operations, first, freeValues)
  if (suspects) return { suspects }
  const order = searchOrder(operations, first, freeValues)
  return order ? { order } : { suspects: operations }
}

/** One order of all keys: each operation as early as those of its own key before it allow. */
function merged(orders: readonly History[]): History {
  const points = orders.flatMap((order) => {
    let at = -Infinity
    return order.map((operation): readonly [number, HistoryOperation] => {
      at = Math.max(at, operation.from)
      return [at, operation]
    })
  })
  return points.sort(([a], [b]) => a - b).map(([, operation]) => operation)
}
