/**
 * Refresh-ahead: a reader gets what is cached at once, however old it is; the cache reloads entries on its own
 * (see `reload.ts`). A key that is not cached is loaded as under read-through.
 *
 * Atomic: each of the three requests. Left out: one load at a time for a key.
 * Source: Oracle Coherence documentation, "Refresh-ahead caching"; Caffeine `refreshAfterWrite`.
 */
import type { ReadProtocol } from '../engine/program'

export const refreshAhead: ReadProtocol = function* ({ cache, database, fill }, key) {
  const hit = yield* cache.get(key)
  if (hit.found) return hit.version
  const row = yield* database.select(key)
  yield* fill(key, row)
  return row.version
}
