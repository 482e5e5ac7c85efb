/**
 * Double delete: remove the entry, commit, answer, and let a timer remove it once more later.
 *
 * Atomic: the first delete; the commit together with setting the timer; the timer's delete.
 * Source: "delayed double delete" of practice. The delay's rule is the guard `delay`.
 */
import type { WriteProtocol } from '../engine/program'

export const doubleDelete: WriteProtocol = function* ({ cache, database, timer }, key) {
  yield* cache.delete(key)
  const row = yield* database.update(key, timer.deleteLater)
  return row.version
}
