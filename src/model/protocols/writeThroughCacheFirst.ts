/**
 * Write-through, cache first: the cache counts the next version and stores it, then the database commits it.
 *
 * Atomic: counting and storing together; the commit. Between them readers see a version that the
 * database does not have, and two writers may reach the database in the other order.
 * Undoing the store when the commit fails is the guard `undo`.
 * Source: the order App, cache, database in which write-through is often drawn.
 */
import type { WriteProtocol } from '../engine/program'

export const writeThroughCacheFirst: WriteProtocol = function* ({ cache, database }, key) {
  const row = yield* cache.setNext(key)
  yield* database.put(key, row)
  return row.version
}
