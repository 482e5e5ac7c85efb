/**
 * Write-around: the write goes to the database only; a later read may fill the cache.
 *
 * Atomic: the commit. Whatever is cached stays there, however old.
 * Source: Jouppi, "Cache write policies and performance", ISCA 1993 (write-around).
 */
import type { WriteProtocol } from '../engine/program'

export const writeAround: WriteProtocol = function* ({ database }, key) {
  const row = yield* database.update(key)
  return row.version
}
