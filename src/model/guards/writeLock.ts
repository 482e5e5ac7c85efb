/**
 * Write lock: writers of a key take turns. Each takes the key's lock, waiting for it where another holds it,
 * runs its own steps, and gives the lock back, also when the database has failed it; then it answers. Readers
 * take no lock.
 *
 * A holder that crashes keeps the lock until it runs out (see lock-timeout). Left out: fencing tokens, so a
 * holder whose lock has run out goes on writing.
 * Source: redis.io, "Distributed locks with Redis"; it is not the lease of Nishtala et al., which makes no
 * writer wait.
 */
import { releaseLock, takeLock } from '../engine/resources/lock'
import type { Guard } from './guard'

export const writeLock: Guard = {
  name: 'write-lock',
  title: 'Write lock',
  says: 'writers of a key take turns',
  values: ['true'],
  isExtra: true,
  switches: [{ value: 'true', title: 'Write lock', says: 'writers of a key take turns' }],
  around: {
    role: 'write',
    operation: function* (run, resources, key) {
      yield* takeLock(key)
      try {
        return yield* run(resources)
      } finally {
        yield* releaseLock(key)
      }
    },
  },
}
