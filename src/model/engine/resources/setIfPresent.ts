/**
 * Set if present: a store that refreshes what is cached and brings nothing back (`SET XX`, `replace`).
 *
 * A writer that uses it cannot revive a key that another one has deleted; what it finds it overwrites, be it newer.
 * Atomic: looking and storing together. Left out: a lifetime that is kept.
 * Source: redis.io/commands SET (XX); memcached doc/protocol.txt "replace".
 */
import { conditionalStore } from './cache'
import type { Resource } from './resource'

/** No cells of its own: the cache's entries are enough. */
export const setIfPresentResource: Resource = {
  kinds: [conditionalStore('cache.setIfPresent', 'REPLACE', (_present, _version, _expected, isThere) => isThere)],
  reserve: () => undefined,
}
