/**
 * Write-behind: the cache stores, queues and answers; a flush brings the newest version to the database.
 *
 * Atomic: counting the version, storing, queueing and answering together; a flush (see the queue).
 * Source: Jouppi, "Cache write policies and performance", ISCA 1993 (write-back); JSR 107 leaves it out.
 */
import type { WriteProtocol } from '../engine/program'

export const writeBehind: WriteProtocol = function* ({ queue }, key) {
  const row = yield* queue.setAndEnqueue(key)
  return row.version
}
