/**
 * Flush every: updates are flushed in batches of this many. A flush begins when the batch is complete, or when no
 * write is to come any more; until everything that waits is written, the next update has to wait.
 *
 * A real flusher works by the clock or by the number of updates; here the updates are the clock, so that "every
 * 100 updates" means the same in each run. It changes no request: the resource reads it.
 * Source: Ehcache documentation, "Write-behind" (batch size, maximum queue size).
 */
import type { Guard } from './guard'

export const flushEvery: Guard = {
  name: 'flush-every',
  title: 'Flush in batches',
  says: 'updates are flushed when a batch is complete',
  values: [],
  shape: { kind: 'count', what: 'The number of updates in a batch', min: 1, max: 10_000 },
  lacks: (_value, { write, protocol }) =>
    write.queues === true
      ? null
      : `about the queue, and ${protocol.write} has none. Remove it, or write with write-behind.`,
  isExtra: true,
  switches: [{ value: '2', title: 'Flush every 2 updates', says: 'updates are flushed when a batch is complete' }],
}
