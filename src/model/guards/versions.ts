/**
 * Versions: where a writer's version number comes from. `returning`: the UPDATE counts it under the row's lock and
 * returns it, so that numbers and commits have one order. `separate-sequence`: a statement of its own takes it before
 * the UPDATE, which commits whatever number it was given.
 *
 * Source: PostgreSQL documentation, UPDATE ... RETURNING; "Sequence Manipulation Functions".
 */
import { nextNumber } from '../engine/resources/sequence'
import type { Guard } from './guard'

export const versions: Guard = {
  name: 'versions',
  title: 'Versions from a sequence',
  says: 'a writer takes its version before it commits',
  values: ['separate-sequence', 'returning'],
  lacks: (_value, { write, protocol }) =>
    write.cacheCounts === true
      ? `about versions that the database gives out, and with ${protocol.write} the cache counts them. Remove it, or write with write-through.`
      : null,
  isExtra: true,
  switches: [
    {
      value: 'separate-sequence',
      title: 'Versions from a sequence',
      says: 'a writer takes its version in a statement of its own, before it commits',
    },
  ],
  wrap(resources, value) {
    if (value === 'returning') return resources
    const { database } = resources
    return {
      ...resources,
      database: {
        ...database,
        update: function* (key, later) {
          const row = yield* nextNumber(key)
          yield* database.put(key, row, later)
          return row
        },
      },
    }
  },
}
