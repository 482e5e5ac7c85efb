/**
 * Delete, then write: remove the cached entry first, commit afterwards, then answer.
 *
 * Atomic: the delete; the commit. Between them a reader may put the old version back, and nothing
 * removes it again.
 * Source: the order that practice warns of.
 */
import type { WriteProtocol } from '../engine/program'

export const deleteThenWrite: WriteProtocol = function* ({ cache, database }, key) {
  yield* cache.delete(key)
  const row = yield* database.update(key)
  return row.version
}
