/**
 * Coalesce: whether a later update of a key takes the place of one that waits (`per-key`, as without the guard), or
 * every update waits and is written on its own (`none`).
 *
 * It changes no request: the resource reads it. Source: Ehcache documentation, "Write-behind" (coalescing).
 */
import type { Guard } from './guard'

export const coalesce: Guard = {
  name: 'coalesce',
  title: 'Every update',
  says: 'each update is written on its own',
  values: ['none', 'per-key'],
  rivals: (value) => (value === 'none' ? ['queue'] : []),
  lacks: (_value, { write, protocol }) =>
    write.queues === true
      ? null
      : `about the queue, and ${protocol.write} has none. Remove it, or write with write-behind.`,
  isExtra: true,
  switches: [{ value: 'none', title: 'Write every update', says: 'no update takes the place of one that waits' }],
}
