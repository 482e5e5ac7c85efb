/**
 * Expiry: entries carry a lifetime. `after-write` counts from the last store. It changes no request:
 * the fault `expire` is the moment at which the lifetime runs out, and its budget says how often.
 *
 * Source: redis.io EXPIRE; Caffeine `expireAfterWrite`.
 */
import type { Guard } from './guard'

export const expiry: Guard = {
  name: 'expiry',
  title: 'Expire after write',
  says: 'every entry goes, sooner or later',
  values: ['after-write', 'none'],
}
