/**
 * Read-through: the client asks the cache, and the cache loads what it does not have.
 *
 * Atomic: each of the three requests; between them other clients run. The cache runs this program on
 * the client's behalf, so a crash of the client after the first request does not stop it. Left out:
 * one load at a time for a key (see lease).
 * Source: JSR 107 (JCache), CacheLoader and read-through.
 */
import type { ReadProtocol } from '../engine/program'

export const readThrough: ReadProtocol = function* ({ cache, database, fill }, key) {
  const hit = yield* cache.get(key)
  if (hit.found) return hit.version
  const row = yield* database.select(key)
  yield* fill(key, row)
  return row.version
}
