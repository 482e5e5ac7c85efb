/**
 * Lease: a miss hands out a token, and only a live token may fill; a delete voids it.
 *
 * `wait`: a reader that misses while another holds the token waits for the fill. `bypass`: it reads
 * the database and leaves the cache alone. A refused fill is not retried: the reader returns what it
 * selected.
 *
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1.
 */
import { fillWithLease, takeLease } from '../engine/resources/lease'
import type { Guard } from './guard'

export const lease: Guard = {
  name: 'lease',
  title: 'Lease',
  says: 'a fill needs a live token',
  values: ['wait', 'bypass'],
  rivals: () => ['fill', 'tombstone'],
  isAboutFills: true,
  lacks: (_value, { read, protocol }) =>
    read.refreshes === true
      ? `about fills after a miss, and ${protocol.read} stores without one. Remove it, or use compare-and-set: newer.`
      : null,
  switches: [
    {
      value: 'wait',
      title: 'Lease, others wait',
      says: 'a fill needs a live token, and other readers wait for it',
    },
    {
      value: 'bypass',
      title: 'Lease, others bypass',
      says: 'a fill needs a live token, and other readers leave the cache alone',
    },
  ],
  wrap(resources, value) {
    let token = false
    return {
      ...resources,
      cache: {
        ...resources.cache,
        get: function* (key) {
          const reply = yield* takeLease(key, value === 'wait')
          if (reply.found) return reply
          token = reply.token
          return { found: false }
        },
      },
      fill: function* (key, row) {
        if (!token) return null
        return yield* fillWithLease(key, row.version)
      },
    }
  },
}
