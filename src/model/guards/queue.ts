/**
 * Queue: where the writes that wait to be flushed are kept, and so what they survive.
 *
 * `memory` survives nothing; `durable` (a log on a disk) and `battery` (memory with a battery) survive a restart
 * and not the loss of the machine; `replicated` (the memory of several machines) survives both. With `entry`
 * there is no queue: a flag in the cached entry says that the database does not have it yet, and goes with the
 * entry.
 *
 * It changes no request: the resource reads it. Source: redis.io "Persistence" (append-only file) and
 * "Replication"; dirty bits of hardware caches for `entry`.
 */
import type { Guard } from './guard'

export const queue: Guard = {
  name: 'queue',
  title: 'Durable queue',
  says: 'pending writes survive a restart',
  values: ['durable', 'memory', 'battery', 'replicated', 'entry'],
  rivals: (value) => (value === 'memory' ? [] : ['write-ahead-log', ...(value === 'entry' ? ['coalesce'] : [])]),
  dispute: (rival) => (rival === 'coalesce' ? 'what becomes of an update that waits' : 'what the queue survives'),
  lacks: (_value, { write, protocol }) =>
    write.queues === true
      ? null
      : `about writes that wait, and ${protocol.write} queues none. Remove it, or write with write-behind.`,
  switches: [
    { value: 'durable', title: 'Durable queue', says: 'writes that wait lie on a disk and survive a restart' },
    { value: 'battery', title: 'Battery-backed queue', says: 'writes that wait survive a restart in their memory' },
    { value: 'replicated', title: 'Replicated queue', says: 'writes that wait lie in several machines at once' },
    { value: 'entry', title: 'Flag in the entry', says: 'a write waits in its cache entry, without a queue' },
  ],
}
