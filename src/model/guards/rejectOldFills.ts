/**
 * Reject old fills: a fill carries a stamp of time, and the cache refuses it once the stamp is older than an entry's
 * lifetime. What the stamp would have to outlast has expired by then, and nothing else would stop the fill.
 *
 * `at-select`: the stamp is taken with the select. `at-fill`: just before the fill, and then it is never old.
 * Combines with whatever says how a fill stores. Source: the usual answer to a fill that pauses for longer than the
 * lifetime; for clocks that are off see `clock`.
 */
import { stamped } from '../engine/resources/stamp'
import type { Guard } from './guard'

export const rejectOldFills: Guard = {
  name: 'reject-old-fills',
  title: 'Reject old fills',
  says: 'a fill older than a lifetime is refused',
  values: ['at-select', 'at-fill'],
  bare: 'at-select',
  isAboutFills: true,
  lacks(_value, { guards, faults, read, protocol }) {
    if ((guards['expiry'] ?? 'none') === 'none')
      return 'about fills older than a lifetime, and entries have none. Remove it, or add expiry: after-write.'
    if (guards['fill'] === 'none') return 'about fills, and there are none with fill: none. Remove one of the two.'
    if (read.refreshes === true || guards['warm'] !== undefined) {
      const loader = read.refreshes === true ? protocol.read : 'a warm-up'
      return `about stamps that belong to a reader, and ${loader} fills without one. Remove one of the two.`
    }
    if (faults['late-request'] > 0)
      return 'about stamps that are compared when the client asks, and late requests arrive later. Remove one of the two.'
    return null
  },
  switches: [
    {
      value: 'at-select',
      title: 'Reject old fills',
      says: 'a fill older than a lifetime is refused by the stamp of its select',
    },
    { value: 'at-fill', title: 'Reject old fills, late stamp', says: 'the stamp is taken just before the fill' },
  ],
  wrap(resources, value) {
    const { database, fill } = resources
    if (value === 'at-fill')
      return {
        ...resources,
        fill: function* (key, row) {
          return yield* stamped(fill(key, row), 'at-fill')
        },
      }
    return {
      ...resources,
      database: {
        ...database,
        select: function* (key) {
          return yield* stamped(database.select(key), 'at-select')
        },
      },
      fill: function* (key, row) {
        return yield* stamped(fill(key, row), 'at-select')
      },
    }
  },
}
