/**
 * Cache only: return what is cached, and nothing where nothing is. Whoever fills the cache, it is not the
 * reader.
 *
 * Atomic: the look. A read that finds nothing ends without a version: it says nothing about the row.
 * Source: caches that a listener or a loader keeps full (materialised views, CQRS read models).
 */
import type { ReadProtocol } from '../engine/program'

export const cacheOnly: ReadProtocol = function* ({ cache }, key) {
  const hit = yield* cache.get(key)
  return hit.found ? hit.version : null
}
