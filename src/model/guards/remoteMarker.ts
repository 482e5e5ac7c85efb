/**
 * Remote marker: a writer leaves a marker in its region's cache before it commits in the other region, and
 * a reader that misses and finds the marker asks the master instead of the replica.
 *
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 5.
 */
import { database as master } from '../engine/resources/database'
import { leaveMarker, lookForMarker } from '../engine/resources/marker'
import type { Guard } from './guard'

export const remoteMarker: Guard = {
  name: 'remote-marker',
  title: 'Remote marker',
  says: 'a writer leaves a note, and a miss that finds it asks the master',
  values: ['true'],
  lacks(_value, { guards, write, protocol }) {
    if (guards['regions'] === undefined) return 'about a second region, and there is one only. Add regions: 2.'
    if (write.queues !== true) return null
    return `about writers that commit, and ${protocol.write} leaves that to a flush. Remove it, or write with write-invalidate.`
  },
  switches: [
    { value: 'true', title: 'Remote marker', says: 'a writer leaves a note, and a miss that finds it asks the master' },
  ],
  wrap(resources) {
    const { database } = resources
    return {
      ...resources,
      database: {
        ...database,
        select: function* (key) {
          const { marked } = yield* lookForMarker(key)
          return marked ? yield* master.select(key) : yield* database.select(key)
        },
        update: function* (key, later) {
          yield* leaveMarker(key)
          return yield* database.update(key, later)
        },
        put: function* (key, row) {
          yield* leaveMarker(key)
          yield* database.put(key, row)
        },
      },
    }
  },
}
