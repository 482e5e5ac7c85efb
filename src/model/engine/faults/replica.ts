/**
 * Replica: `lagging` sends every select to a copy of the database that applies commits later.
 *
 * It takes no step of its own: the replica does, one commit at a time (see the resource), and it always
 * catches up. Left out: a replica that stops for good.
 * Source: PostgreSQL documentation, "Log-Shipping Standby Servers".
 */
import type { Fault } from './fault'

/** No cells of its own. */
export const replica: Fault<'replica', string> = {
  name: 'replica',
  absent: 'current',
  form: { kind: 'choice', values: ['lagging'] },
  word: null,
  searched: ({ faults }) => (faults.replica === 'lagging' ? ['a replica that lags'] : []),
  reserve() {
    // The cells are the replica's.
  },
  start() {
    // It starts with what the database has.
  },
  movers: () => [],
}
