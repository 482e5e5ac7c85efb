/**
 * What one client may expect of its own session with a key, whatever the others see.
 *
 * Older and newer need an order of the writes. A history does not show it, so the writes of a key count in the order
 * in which they began, unless the order of their commits is known and given. A read may have seen any write of its
 * value that began before the read ended; a value that nobody can have written yet is neither older nor newer.
 * Source: Terry et al., "Session Guarantees for Weakly Consistent Replicated Data", 1994.
 */
import { smallest } from './conflict'
import {
  byBeginning,
  counts,
  groupedBy,
  isPrecededBy,
  type Explanation,
  type History,
  type HistoryOperation,
  type Initial,
} from './operation'

/** One client's operations on one key, with what each of them may have seen or written. */
interface Session {
  readonly operations: History
  /** Places in the order of writes, ascending, 0 being the first value's; none for what is not in that order. */
  readonly placesOf: (operation: HistoryOperation) => readonly number[]
}

/** The writes in the order in which they count. */
const writesOf = (history: History, commits: History | null): History =>
  commits ?? byBeginning(history.filter((operation) => !isRead(operation)))

const isRead = ({ kind }: HistoryOperation) => kind === 'read'

function sessionsOf(history: History, initial: Initial, commits: History | null): Session[] {
  const ofKey = groupedBy(history.filter(counts), ({ key }) => key)
  return [...ofKey].flatMap(([key, operations]) => {
    const writes = writesOf(operations, commits).filter((write) => write.key === key)
    const placesOf = (operation: HistoryOperation): readonly number[] => {
      if (!isRead(operation)) return [writes.indexOf(operation) + 1].filter((place) => place > 0)
      const places = writes.map((write, index) => (canHaveSeen(operation, write) ? index + 1 : 0))
      const isFirst = operation.value === (initial[key] ?? null)
      return [...(isFirst ? [0] : []), ...places.filter((place) => place > 0)]
    }
    const ofClient = groupedBy(byBeginning(operations), ({ client }) => client)
    return [...ofClient.values()].map((own) => ({ operations: own, placesOf }))
  })
}

const canHaveSeen = (read: HistoryOperation, write: HistoryOperation) =>
  write.value === read.value && !isPrecededBy(write, read)

/** Reads your writes: a client never reads a value older than one that it was itself told is written. */
export const readsYourWrites = (history: History, initial: Initial, commits: History | null = null): boolean =>
  explainReadsYourWrites(history, initial, commits).holds

export function explainReadsYourWrites(
  history: History,
  initial: Initial,
  commits: History | null = null,
): Explanation {
  for (const { operations, placesOf } of sessionsOf(history, initial, commits)) {
    for (const [index, read] of operations.entries()) {
      if (!isRead(read)) continue
      const newest = placesOf(read).at(-1) ?? Infinity
      const isNewer = (write: HistoryOperation) => !isRead(write) && write.to !== null && placesOf(write)[0]! > newest
      const missing = operations.slice(0, index).find(isNewer)
      if (missing) return { holds: false, conflict: [missing, read] }
    }
  }
  return { holds: true, order: writesOf(history, commits) }
}

/** Reads in order: no client reads a value older than one that it has read before (monotonic reads). */
export const readsInOrder = (history: History, initial: Initial, commits: History | null = null): boolean =>
  explainReadsInOrder(history, initial, commits).holds

export function explainReadsInOrder(history: History, initial: Initial, commits: History | null = null): Explanation {
  for (const { operations, placesOf } of sessionsOf(history, initial, commits)) {
    const reads = operations.filter((operation) => isRead(operation) && placesOf(operation).length > 0)
    const turnsBack = (kept: History) => !canRise(kept.map(placesOf))
    if (turnsBack(reads)) return { holds: false, conflict: smallest(reads, turnsBack) }
  }
  return { holds: true, order: writesOf(history, commits) }
}

/** Whether each may have one of its places, none before the last one's. */
function canRise(places: readonly (readonly number[])[]): boolean {
  let seen = 0
  return places.every((possible) => {
    const place = possible.find((one) => one >= seen)
    seen = place ?? seen
    return place !== undefined
  })
}
