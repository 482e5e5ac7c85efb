/**
 * Delay: when a deferred delete may happen. `any`: at any step after the commit. `longer-than-pauses`:
 * only once no client holds an older selected version that it has not yet stored, which is what a delay
 * longer than every pause promises.
 *
 * It changes no request: the timer reads it. Source: the usual advice on the delay of a double delete.
 */
import type { Guard } from './guard'

export const delay: Guard = {
  name: 'delay',
  title: 'Long delay',
  says: 'the late delete outwaits every pause',
  values: ['longer-than-pauses', 'any'],
  lacks: (value, { write, protocol }) =>
    write.defers === true || value === 'any'
      ? null
      : `about a deferred delete, and ${protocol.write} defers nothing. Remove it, or write with deferred-invalidate.`,
  switches: [{ value: 'longer-than-pauses', title: 'Long delay', says: 'the late delete outwaits every pause' }],
}
