/**
 * Queue: whether acknowledged writes that wait to be flushed survive a restart of the cache.
 *
 * It changes no request: the resource reads it. Source: redis.io "Persistence" (append-only file);
 * battery-backed and replicated memory are two other ways to `durable`.
 */
import type { Guard } from './guard'

export const queue: Guard = {
  name: 'queue',
  title: 'Durable queue',
  says: 'pending writes survive a restart',
  values: ['durable', 'memory'],
}
