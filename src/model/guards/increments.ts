/**
 * Increments: how one is added to a value. `read-modify-write`, which is the same as leaving it out, reads the value as
 * the read pattern does and writes one more. `in-place` lets whoever makes the version add to whatever is there.
 * `compare-and-set` has the database refuse a value that was made from an older version; the client is told so.
 *
 * It changes no request: the operation reads it (see `engine/operations/increment.ts`). Left out: trying again after a
 * refusal, which is another increment.
 * Source: Kung and Robinson, "On Optimistic Methods for Concurrency Control", 1981; PostgreSQL documentation, section
 * 13.2.1, for `UPDATE ... SET n = n + 1`.
 */
import type { Guard } from './guard'

export const increments: Guard = {
  name: 'increments',
  title: 'Increment in place',
  says: 'one is added where the value is',
  values: ['in-place', 'compare-and-set', 'read-modify-write'],
  lacks(value, { does, write, protocol }) {
    if (!does('increment')) return 'about increments, and no client makes any. Remove it, or let one do increment x.'
    if (value === 'compare-and-set' && write.cacheCounts === true)
      return `about a commit that is compared, and ${protocol.write} makes the version before it commits. Use increments: in-place, or write with write-through.`
    return null
  },
  switches: [
    { value: 'in-place', title: 'Increment in place', says: 'whoever makes the new version adds to what is there' },
    {
      value: 'compare-and-set',
      title: 'Increment if unchanged',
      says: 'the database refuses a value that was made from an older version',
    },
  ],
}
