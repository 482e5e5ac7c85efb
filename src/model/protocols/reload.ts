/**
 * Reload: one round of the daemon behind refresh-ahead. It reads the row and stores it over what is cached.
 *
 * Atomic: the select; the store. Between them a writer may store or delete, and the reload comes late like any
 * fill. When a round begins is the business of `engine/resources/refresh.ts`.
 * Source: Caffeine `CacheLoader.asyncReload`; Oracle Coherence documentation, "Refresh-ahead caching".
 */
import type { ReadProtocol } from '../engine/program'

export const reload: ReadProtocol = function* ({ database, fill }, key) {
  const row = yield* database.select(key)
  yield* fill(key, row)
  return row.version
}
