/**
 * Fill: how a reader stores what it selected. `set` overwrites, `add-if-absent` gives way to whatever
 * is cached, `none` leaves the cache alone (another process fills it).
 *
 * Atomic: the one store. Source: redis.io SET NX; memcached doc/protocol.txt "add".
 */
import { ask, type Stored } from '../engine/program'
import type { Guard } from './guard'

export const fill: Guard = {
  name: 'fill',
  title: 'Fill rule',
  says: 'how a reader stores what it selected',
  values: ['add-if-absent', 'set', 'none'],
  rivals: (value) => (value === 'set' ? [] : ['compare-and-set', 'lease', 'tombstone']),
  isAboutFills: true,
  lacks: (value, { read, protocol }) =>
    value === 'set' || read.refreshes !== true
      ? null
      : `about entries that are not there, and ${protocol.read} stores over those that are. Remove it, or use compare-and-set: newer.`,
  isExtra: true,
  switches: [{ value: 'add-if-absent', title: 'Add if absent', says: 'a fill gives way to whatever is cached' }],
  wrap(resources, value) {
    if (value === 'set') return resources
    return {
      ...resources,
      fill: function* (key, row) {
        if (value === 'none') return null
        return yield* ask<Stored>({ kind: 'cache.setIfAbsent', key, version: row.version })
      },
    }
  },
}
