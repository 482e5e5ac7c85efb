/**
 * Increment: read the value, add one, and write it back, each as the scenario's patterns do.
 *
 * Atomic: each request of the two patterns, and nothing across them: another client may write between the
 * reading and the writing, and its value is then overwritten by one that does not contain it. A reader that
 * finds nothing has nothing to add to.
 * Source: the lost update (Berenson et al., "A Critique of ANSI SQL Isolation Levels", 1995, P4).
 */
import type { IncrementProtocol } from '../engine/program'

export const increment: IncrementProtocol = function* ({ read, write }, key) {
  const seen = yield* read(key)
  if (typeof seen !== 'number') return seen
  return yield* write(key, seen)
}
