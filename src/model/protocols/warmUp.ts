/**
 * Warm-up: read the row and store it, once, when everything starts. Nobody asks for it and nobody waits for it.
 *
 * Atomic: the select; the store. Between them a client may store something newer.
 * Source: cache warm-up as practice describes it. The keys are the guard `warm`, the store is the guard `fill`.
 */
import type { ReadProtocol } from '../engine/program'

export const warmUp: ReadProtocol = function* ({ database, fill }, key) {
  const row = yield* database.select(key)
  yield* fill(key, row)
  return row.version
}
