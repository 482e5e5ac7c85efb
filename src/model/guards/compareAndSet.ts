/**
 * Compare-and-set: the cache itself refuses a store that comes too late.
 *
 * `newer` stores only a version greater than the cached one. `equal` stores only over the version that
 * the caller expects: a writer expects its own minus one, a fill expects nothing there. Both accept
 * any store to an absent key. A refused store is not retried and the operation still answers.
 *
 * Source: optimistic concurrency (Kung and Robinson, 1981); redis.io "Scripting with Lua".
 */
import { setIfEqual, setIfNewer } from '../engine/resources/compareAndSet'
import type { Guard } from './guard'

const ABSENT = 0

export const compareAndSet: Guard = {
  name: 'compare-and-set',
  title: 'Compare-and-set',
  says: 'the cache refuses an older version',
  values: ['newer', 'equal'],
  rivals: () => ['fill', 'tombstone'],
  lacks: (value, { read, protocol }) =>
    value === 'equal' && read.refreshes === true
      ? `about fills that expect nothing there, and ${protocol.read} stores over entries. Use compare-and-set: newer.`
      : null,
  switches: [
    { value: 'newer', title: 'Compare-and-set, newer', says: 'the cache refuses an older version' },
    { value: 'equal', title: 'Compare-and-set, equal', says: 'a store replaces only the version it expects' },
  ],
  wrap(resources, value) {
    if (value === 'newer')
      return {
        ...resources,
        cache: {
          ...resources.cache,
          set: function* (key, row) {
            yield* setIfNewer(key, row.version)
          },
        },
        fill: function* (key, row) {
          return yield* setIfNewer(key, row.version)
        },
      }
    return {
      ...resources,
      cache: {
        ...resources.cache,
        set: function* (key, row) {
          yield* setIfEqual(key, row.version, row.version - 1)
        },
      },
      fill: function* (key, row) {
        return yield* setIfEqual(key, row.version, ABSENT)
      },
    }
  },
}
