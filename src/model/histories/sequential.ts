/**
 * Sequential: one total order of the operations of all clients on all keys agrees with the order in which each client
 * did its own, and every read returns what the last write of its key before it wrote. Real time does not matter.
 *
 * Keys cannot be judged one by one: each may have an order of its own that no order of all of them contains. Sequential
 * per key is the weaker claim that each has one.
 * Source: Lamport, "How to Make a Multiprocessor Computer That Correctly Executes Multiprocess Programs", 1979.
 */
import { nothingFree, smallestConflict, type Free } from './conflict'
import { groupedBy, type Explanation, type History, type Initial } from './operation'
import { searchSequentialOrder } from './sequentialSearch'

export const isSequential = (history: History, initial: Initial): boolean =>
  searchSequentialOrder(history, initial, nothingFree) !== null

export function explainSequential(history: History, initial: Initial): Explanation {
  const order = searchSequentialOrder(history, initial, nothingFree)
  if (order) return { holds: true, order }
  const isExplained = (kept: History, free: Free) => searchSequentialOrder(kept, initial, free) !== null
  return { holds: false, conflict: smallestConflict(history, history, isExplained) }
}

export const isSequentialPerKey = (history: History, initial: Initial): boolean =>
  keysOf(history).every((operations) => isSequential(operations, initial))

/** The order is one of each key, key after key. */
export function explainSequentialPerKey(history: History, initial: Initial): Explanation {
  const order: History[] = []
  for (const operations of keysOf(history)) {
    const explanation = explainSequential(operations, initial)
    if (!explanation.holds) return explanation
    order.push(explanation.order)
  }
  return { holds: true, order: order.flat() }
}

const keysOf = (history: History): History[] => [...groupedBy(history, ({ key }) => key).values()]
