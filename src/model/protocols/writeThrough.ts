/**
 * Write-through, database first: commit, store the new version in the cache, then answer.
 *
 * Atomic: the commit; the store. Between them the cache is behind. Left out: trying a store again that has failed.
 * Source: Jouppi, "Cache write policies and performance", ISCA 1993, for the name; JSR 107,
 * CacheWriter, for software caches.
 */
import type { WriteProtocol } from '../engine/program'

export const writeThrough: WriteProtocol = function* ({ cache, database }, key) {
  const row = yield* database.update(key)
  yield* cache.set(key, row)
  return row.version
}
