/**
 * Invalidate: which entries a write takes out of the cache. `key`, which is the same as leaving it out: its own.
 * `composed`: also the values that are made of the row, one after the other. `table`: every entry, in one request,
 * as a cache does that only knows that the table has changed.
 *
 * A composed value cannot be replaced by a writer who knows one row of it, so it is deleted, also where the row's
 * own entry is stored. Atomic: each delete; the one of all entries.
 * Source: MySQL 5.7 Reference Manual, section 8.10.3 (the query cache: "all cached queries that use the table become
 * invalid"); Redis FLUSHDB.
 */
import { ask } from '../engine/program'
import { DELETE_ALL } from '../engine/resources/deleteAll'
import type { Guard } from './guard'

export const invalidate: Guard = {
  name: 'invalidate',
  title: 'Invalidate the table',
  says: 'a write takes every entry of the table',
  values: ['table', 'composed', 'key'],
  lacks(value, { guards, write, protocol, composed }) {
    if (value === 'composed' && Object.keys(composed).length === 0)
      return 'about composed values, and there are none. Remove it, or add composed: { card: [x, y] }.'
    if (value === 'composed' && write.touchesCache === false)
      return `about what a writer does to the cache, and ${protocol.write} does nothing. Remove it, or write with write-invalidate.`
    if (value === 'table' && write.deletes !== true)
      return `about deletes, and ${protocol.write} deletes nothing. Remove it, or write with write-invalidate.`
    if (value !== 'key' && guards['tombstone'] !== undefined)
      return 'about entries of other keys, for which a tombstone has no version. Remove it, or the tombstone.'
    if (value === 'table' && guards['serve-stale'] !== undefined)
      return 'about entries that go, and serve-stale keeps them. Remove it, or serve-stale.'
    return null
  },
  switches: [
    { value: 'table', title: 'Invalidate the table', says: 'a write takes every entry out of the cache' },
    { value: 'composed', title: 'Invalidate composed values', says: 'a write also deletes what is made of its row' },
  ],
  wrap(resources, value, role) {
    const { cache, queue, composedOf } = resources
    if (role === 'read' || value === 'key') return resources
    if (value === 'table')
      return {
        ...resources,
        cache: {
          ...cache,
          delete: function* (key) {
            yield* ask({ kind: DELETE_ALL, key })
          },
        },
      }
    return {
      ...resources,
      cache: {
        ...cache,
        set: function* (key, row) {
          const reply = yield* cache.set(key, row)
          for (const each of composedOf(key)) yield* cache.delete(each)
          return reply
        },
        setNext: function* (key) {
          const row = yield* cache.setNext(key)
          for (const each of composedOf(key)) yield* cache.delete(each)
          return row
        },
        delete: function* (key) {
          yield* cache.delete(key)
          for (const each of composedOf(key)) yield* cache.delete(each)
        },
      },
      queue: {
        ...queue,
        setAndEnqueue: function* (key) {
          const row = yield* queue.setAndEnqueue(key)
          for (const each of composedOf(key)) yield* cache.delete(each)
          return row
        },
      },
    }
  },
}
