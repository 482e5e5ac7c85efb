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
}
