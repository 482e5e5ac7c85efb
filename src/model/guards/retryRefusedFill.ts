/**
 * Retry a refused fill: the reader does not return what the cache would not have. It starts over, asks the
 * cache once more and finds what has beaten it there, or loads the row anew.
 *
 * The operation stays open; nothing is invoked or answered in between. Without it a refused fill still
 * returns the selected version. Left out: a limit on how often, and a pause before the next attempt.
 * Source: the loop around load-link and store-conditional (Jensen, Hagensen, Broughton, 1987).
 */
import { again, isRefusal } from '../engine/program'
import type { Guard } from './guard'

export const retryRefusedFill: Guard = {
  name: 'retry-refused-fill',
  title: 'Retry a refused fill',
  says: 'a reader whose fill is refused starts over',
  values: ['true'],
  isAboutFills: true,
  lacks: (_value, { guards }) =>
    ['compare-and-set', 'lease', 'tombstone', 'reject-old-fills'].some((name) => guards[name] !== undefined) ||
    guards['fill'] === 'add-if-absent'
      ? null
      : 'about fills that are refused, and nothing here refuses one. Remove it, or add e.g. compare-and-set: newer.',
  isExtra: true,
  switches: [
    { value: 'true', title: 'Retry a refused fill', says: 'a reader whose fill is refused asks the cache once more' },
  ],
  around: {
    role: 'read',
    operation: function* (run, resources) {
      let reply: unknown
      const ending = yield* run({
        ...resources,
        fill: function* (key, row) {
          reply = yield* resources.fill(key, row)
          return reply
        },
      })
      return isRefusal(reply) ? again() : ending
    },
  },
}
