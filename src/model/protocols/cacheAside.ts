/**
 * Cache-aside: the application asks the cache, and on a miss loads the row and fills the cache itself.
 *
 * The same steps as read-through with another owner: the client runs them, holds the row in its own
 * memory between the select and the fill, and takes it to the grave when it crashes.
 * Atomic: each of the three requests. Left out: what an application could decide in between.
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 2 (look-aside cache).
 */
import type { ReadProtocol } from '../engine/program'

export const cacheAside: ReadProtocol = function* ({ cache, database, fill }, key) {
  const hit = yield* cache.get(key)
  if (hit.found) return hit.version
  const row = yield* database.select(key)
  yield* fill(key, row)
  return row.version
}
