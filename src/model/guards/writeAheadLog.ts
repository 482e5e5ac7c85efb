/**
 * Write-ahead log: memory holds the updates, and a log on a disk what memory would lose. Plain, the log is synced
 * before the answer; `periodic`, the answer comes first and a sync brings the log to the disk later.
 *
 * Such memory (a memtable) drops nothing before it is flushed. The guard changes no request: the resource reads
 * it. Source: Cassandra documentation, "Storage engine" (`commitlog_sync` batch and periodic).
 */
import type { Guard } from './guard'

export const writeAheadLog: Guard = {
  name: 'write-ahead-log',
  title: 'Write-ahead log',
  says: 'a log on a disk keeps what memory would lose',
  values: ['true', 'periodic'],
  rivals: () => ['queue'],
  dispute: () => 'what the queue survives',
  lacks(_value, { write, protocol, faults }) {
    if (write.queues !== true)
      return `about updates that wait in memory, and ${protocol.write} leaves none there. Remove it, or write with write-behind.`
    if (faults.evict === 0 && faults.expire === 0) return null
    return 'about memory that drops nothing before it is flushed. Leave out evict and expire, or use queue: durable instead.'
  },
  switches: [
    { value: 'true', title: 'Write-ahead log', says: 'an update is on a disk before it is acknowledged' },
    {
      value: 'periodic',
      title: 'Periodic log sync',
      says: 'an update is acknowledged first, and synced to a disk later',
    },
  ],
}
