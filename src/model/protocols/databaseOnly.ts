/**
 * Database only: read the row and leave the cache alone. It is neither looked into nor filled.
 *
 * Atomic: the select. Source: reads that must be fresh go round the cache; nothing but the database then
 * answers for them.
 */
import type { ReadProtocol } from '../engine/program'

export const databaseOnly: ReadProtocol = function* ({ database }, key) {
  const row = yield* database.select(key)
  return row.version
}
