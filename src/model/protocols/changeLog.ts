/**
 * Change log: the writer commits and answers, and leaves the cache to a listener that follows the
 * database's log of commits.
 *
 * Atomic: the commit, which enters the log in the same step. The writer never touches the cache.
 * Source: change data capture, e.g. Debezium documentation, "Features"; the listener is in `logListener`.
 */
import type { WriteProtocol } from '../engine/program'

export const changeLog: WriteProtocol = function* ({ database }, key) {
  const row = yield* database.update(key)
  return row.version
}
