/**
 * Lease time-out: whether a token that is out runs out by itself, whoever holds it. `never`: a holder that
 * crashed keeps everybody else waiting. `once`: one token does, at any moment. `any`: every token may.
 *
 * It changes no request: the resource reads it. Source: Nishtala et al., "Scaling Memcache at Facebook",
 * NSDI 2013, section 3.2.1 (a token is given out once in ten seconds).
 */
import type { Guard } from './guard'

export const leaseTimeout: Guard = {
  name: 'lease-timeout',
  title: 'Lease time-out',
  says: 'a token that is out runs out',
  values: ['any', 'once', 'never'],
  lacks: (_value, { guards }) =>
    guards['lease'] === undefined
      ? 'about a token that runs out, and there is no lease. Remove it, or add lease: wait.'
      : null,
  switches: [{ value: 'any', title: 'Lease time-out', says: 'a token runs out, and the next miss gets a new one' }],
}
