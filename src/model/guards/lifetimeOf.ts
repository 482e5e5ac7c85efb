/**
 * Lifetime of: only the entries of these keys expire; the others stay until somebody takes them.
 *
 * Who fills the cache gives each entry its lifetime, so an application that fills it itself may give every value
 * another one. It changes no request: the fault `expire` reads it. Left out: lifetimes of different lengths, which
 * without ticks are all the same.
 * Source: redis.io EXPIRE (a timeout is a property of one key); memcached doc/protocol.txt, exptime of a set.
 */
import type { Guard } from './guard'

export const lifetimeOf: Guard = {
  name: 'lifetime-of',
  title: 'Lifetime of some keys',
  says: 'which entries expire at all',
  values: [],
  shape: { kind: 'keys' },
  lacks: (_value, { guards, faults }) =>
    faults.expire === 0 && (guards['expiry'] ?? 'none') === 'none'
      ? 'about lifetimes, and nothing expires. Remove it, or add expiry: after-write.'
      : null,
}
