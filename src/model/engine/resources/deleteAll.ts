/**
 * A delete of every entry at once, by a cache that knows which table has changed and not which rows.
 *
 * Atomic: all of it. Left out: several tables.
 * Source: MySQL 5.7 Reference Manual, section 8.10.3 (query cache); redis.io FLUSHDB.
 */
import { nothing, type RequestKind } from '../kind'
import { keysOf } from '../../scenario/scenario'
import { invalidator } from './cache'
import type { Resource } from './resource'

export const DELETE_ALL = 'cache.deleteAll'

const deleteAll: RequestKind = {
  kind: DELETE_ALL,
  label: 'DELETE ALL',
  resource: 'cache',
  role: 'delete',
  isWide: true,
  bind(ground) {
    const all = keysOf(ground.scenario).map((key) => invalidator(ground, ground.keyIndex(key)))
    return {
      perform: () => {
        for (const invalidate of all) invalidate(0)
        return 0
      },
    }
  },
  decode: () => nothing,
}

/** No cells of its own: the cache's entries are enough. */
export const deleteAllResource: Resource = { kinds: [deleteAll], reserve: () => undefined }
