/**
 * Serve stale: a delete leaves the entry and marks it stale. The next reader takes the lease and refills; the
 * others get the marked entry meanwhile, instead of a miss.
 *
 * With `late-fills` a fill that comes too late is stored as well, marked stale, even over a newer entry.
 * Source: memcached doc/protocol.txt, meta delete `I` and meta set `I`.
 */
import { fillOrMark, markAsStale } from '../engine/resources/staleMark'
import type { Guard } from './guard'

export const serveStale: Guard = {
  name: 'serve-stale',
  title: 'Serve stale',
  says: 'a deleted entry is served until it is refilled',
  values: ['true', 'late-fills'],
  lacks(_value, { guards, write, protocol }) {
    if (guards['lease'] === undefined)
      return 'about the one reader that refills, and without a lease there is none. Remove it, or add lease: wait.'
    if (write.deletes === true) return null
    return `about deletes, and ${protocol.write} deletes nothing. Remove it, or write with write-invalidate.`
  },
  switches: [
    {
      value: 'true',
      title: 'Serve stale',
      says: 'a delete marks the entry, and it is served until one reader has refilled it',
    },
  ],
  wrap(resources, value) {
    const { cache, fill } = resources
    return {
      ...resources,
      cache: {
        ...cache,
        delete: function* (key) {
          yield* markAsStale(key)
        },
      },
      fill:
        value === 'late-fills'
          ? function* (key, row) {
              return yield* fillOrMark(key, row.version)
            }
          : fill,
    }
  },
}
