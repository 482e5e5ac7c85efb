/**
 * Clear: the flush takes, writes and clears in three steps. `compare` clears only the
 * version that it wrote; `plain` clears whatever is queued by then.
 *
 * It changes no request: the resource reads it. Source: the lost newer write of dirty flags.
 */
import type { Guard } from './guard'

export const clear: Guard = {
  name: 'clear',
  title: 'Flush in three steps',
  says: 'a write may come while a flush is under way',
  values: ['compare', 'plain'],
  lacks: (_value, { write, protocol }) =>
    write.queues === true
      ? null
      : `about the queue, and ${protocol.write} has none. Remove it, or write with write-behind.`,
  switches: [
    {
      value: 'compare',
      title: 'Comparing clear',
      says: 'a flush takes three steps and clears only what it wrote',
    },
    {
      value: 'plain',
      title: 'Plain clear',
      says: 'a flush takes three steps and clears whatever waits by then',
    },
  ],
}
