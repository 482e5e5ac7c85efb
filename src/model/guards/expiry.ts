/**
 * Expiry: entries carry a lifetime. `after-write` counts from the last store, `after-access` from the last store or
 * read, so that an entry that is read again and again never gets old. It changes no request: the fault `expire` is the
 * moment at which the lifetime runs out, and its budget says how often.
 *
 * Source: redis.io EXPIRE; Caffeine `expireAfterWrite`, `expireAfterAccess`.
 */
import type { Guard } from './guard'

export const expiry: Guard = {
  name: 'expiry',
  title: 'Expire after write',
  says: 'every entry goes, sooner or later',
  values: ['after-write', 'after-access', 'none'],
}
