/**
 * Tombstone: the writer's delete leaves its version in the cache, and a fill older than it is refused.
 *
 * The writer's version is private to its operation: it is known once the commit has answered. A delete
 * before the commit has no version to leave, and is a plain delete.
 * Source: versioned deletes, as in Cassandra; compare memcached `md ... I`.
 */
import { ask } from '../engine/program'
import { fillOverTombstone } from '../engine/resources/tombstone'
import type { Guard } from './guard'

export const tombstone: Guard = {
  name: 'tombstone',
  title: 'Tombstone',
  says: 'a delete leaves its version behind',
  values: ['true'],
  rivals: () => ['fill', 'compare-and-set', 'lease'],
  isAboutFills: true,
  lacks: (_value, { write, protocol }) =>
    write.invalidates === true
      ? null
      : `about a delete that knows its version, and ${protocol.write} has none. Remove it, or write with write-invalidate.`,
  switches: [
    {
      value: 'true',
      title: 'Tombstone',
      says: 'a delete leaves its version, and an older fill is refused',
    },
  ],
  wrap(resources) {
    const { cache, database } = resources
    let committed: number | undefined
    return {
      ...resources,
      database: {
        ...database,
        update: function* (key, later) {
          const row = yield* database.update(key, later)
          committed = row.version
          return row
        },
      },
      cache: {
        ...cache,
        delete: function* (key) {
          if (committed === undefined) yield* cache.delete(key)
          else yield* ask({ kind: 'cache.delete', key, version: committed })
        },
      },
      fill: function* (key, row) {
        return yield* fillOverTombstone(key, row.version)
      },
    }
  },
}
