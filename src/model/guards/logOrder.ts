/**
 * Log order: which of its two steps the listener takes first with an entry. `database-first` brings it to
 * the replica and then to the cache, so that a miss never reads less than the cache has shown;
 * `cache-first` lets the cache run ahead.
 *
 * It changes no request: the listener reads it. Source: the usual advice on listeners that feed a cache
 * and a database of another region.
 */
import type { Guard } from './guard'

export const logOrder: Guard = {
  name: 'log-order',
  title: 'Cache first',
  says: 'the listener brings a commit to the cache before the replica',
  values: ['cache-first', 'database-first'],
  lacks: (_value, { write, protocol }) =>
    write.logs === true
      ? null
      : `about a listener, and ${protocol.write} has none. Remove it, or write with change-log.`,
  switches: [
    {
      value: 'cache-first',
      title: 'Listener serves the cache first',
      says: 'a commit reaches the cache before the replica',
    },
  ],
}
