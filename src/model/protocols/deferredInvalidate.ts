/**
 * Deferred invalidation: commit, answer, and let a timer delete the entry later.
 *
 * Atomic: the commit together with setting the timer (the answer follows it at once); the timer's
 * delete. Until the timer fires, readers see what was cached before.
 * Source: the delayed second delete of practice, here on its own. The delay's rule is the guard `delay`.
 */
import type { WriteProtocol } from '../engine/program'

export const deferredInvalidate: WriteProtocol = function* ({ database, timer }, key) {
  const row = yield* database.update(key, timer.deleteLater)
  return row.version
}
