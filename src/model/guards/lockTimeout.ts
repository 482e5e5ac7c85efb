/**
 * Lock time-out: whether a writer's lock runs out by itself, whoever holds it. `never`: a holder that
 * crashed stops every other writer. `once`: one lock does, at any moment. `any`: every lock may. A holder
 * that was only slow does not notice, and goes on writing beside the next one.
 *
 * It changes no request: the resource reads it. Source: redis.io SET PX; Kleppmann, "How to do distributed
 * locking", 2016.
 */
import type { Guard } from './guard'

export const lockTimeout: Guard = {
  name: 'lock-timeout',
  title: 'Lock time-out',
  says: 'a lock that is held runs out',
  values: ['any', 'once', 'never'],
  lacks: (_value, { guards }) =>
    guards['write-lock'] === undefined
      ? 'about a lock that runs out, and writers take none. Remove it, or add write-lock.'
      : null,
  isExtra: true,
  switches: [{ value: 'any', title: 'Lock time-out', says: 'a lock runs out, and the next writer takes it' }],
}
