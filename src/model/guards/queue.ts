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
  lacks: (_value, { write, protocol }) =>
    write.queues === true
      ? null
      : `about writes that wait, and ${protocol.write} queues none. Remove it, or write with write-behind.`,
  switches: [{ value: 'durable', title: 'Durable queue', says: 'writes that wait survive a restart' }],
}
