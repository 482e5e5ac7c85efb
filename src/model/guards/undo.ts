/**
 * Undo: a writer whose commit fails deletes what it had already put into the cache, and passes the error on.
 *
 * It deletes rather than restores, because the old version may be older than what others have stored
 * since, and because it cannot know whether the commit happened after all. Atomic: each request; between
 * the failed commit and the delete a reader may see a version that is not there, and a writer that stops
 * leaves it behind. Left out: a delete that is tried again until it is answered.
 * Source: compensating actions (Garcia-Molina and Salem, "Sagas", SIGMOD 1987).
 */
import type { Guard } from './guard'

export const undo: Guard = {
  name: 'undo',
  title: 'Undo',
  says: 'a writer whose commit fails deletes what it had cached',
  values: ['true'],
  lacks: (_value, { write, protocol }) =>
    write.cachesFirst === true
      ? null
      : `about a write that is cached before its commit, and ${protocol.write} commits first. Remove it, or write with write-through-cache-first.`,
  isExtra: true,
  switches: [{ value: 'true', title: 'Undo', says: 'a writer whose commit fails deletes what it had cached' }],
  wrap(resources) {
    const { cache, database } = resources
    return {
      ...resources,
      database: {
        ...database,
        put: function* (key, row) {
          try {
            return yield* database.put(key, row)
          } catch (failure) {
            yield* cache.delete(key)
            throw failure
          }
        },
      },
    }
  },
}
