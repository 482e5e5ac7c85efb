/**
 * Write-invalidate: commit, delete the cached entry, then answer.
 *
 * Atomic: the commit; the delete. Left out: trying a delete again that has failed.
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 2 ("we choose to delete
 * cached data instead of updating it because deletes are idempotent").
 */
import type { WriteProtocol } from '../engine/program'

export const writeInvalidate: WriteProtocol = function* ({ cache, database }, key) {
  const row = yield* database.update(key)
  yield* cache.delete(key)
  return row.version
}
