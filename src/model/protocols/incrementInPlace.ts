/**
 * Increment in place: whoever makes the new version adds one to whatever is there, in the same step.
 *
 * Atomic: adding and committing together (`UPDATE ... SET n = n + 1`; `INCR` where the cache counts). There
 * is no value that could grow old between reading and writing.
 * Source: PostgreSQL documentation, section 13.2.1 Read Committed; redis.io INCR.
 */
import type { IncrementProtocol } from '../engine/program'

export const incrementInPlace: IncrementProtocol = function* ({ write }, key) {
  return yield* write(key)
}
