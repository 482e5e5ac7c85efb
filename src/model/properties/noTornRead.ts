/**
 * No torn read: every value that is composed of two rows shows them as they once stood together in the database.
 *
 * A composed value that is older than the start is not judged, because nothing is known of what was there before. Monitor: the pairs of versions that were there together (see `engine/resources/pairs.ts`).
 * Source: Bailis et al., "Scalable Atomic Visibility with RAMP Transactions", 2014 (fractured reads).
 */
import { reservePairs, wereTogether } from '../engine/resources/pairs'
import type { Judge, Property } from './property'

export const noTornRead: Property = {
  name: 'no-torn-read',
  title: 'Composed values are whole',
  says: 'Every value that is made of two rows shows them as they stood together at some moment.',
  violatedSays: 'show a client two rows as they never stood together',
  lacks: ({ composed = {} }) =>
    Object.keys(composed).length === 0
      ? 'asks of values that are made of two rows, and there are none. Add e.g. composed: { card: [x, y] }.'
      : null,
  reserve: reservePairs,
  bind({ memory, keys, scenario }) {
    const values = Object.entries(scenario.composed ?? {}).map(([key, rows]) => ({
      key,
      rows: rows.map((row) => keys.indexOf(row)).join(),
    }))
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded() {
          // Of both rows together.
        },
        together(role, rows, versions) {
          const value = values.find((each) => each.rows === rows.join())
          if (role !== 'read' || value === undefined) return
          const isWhole = wereTogether(memory, scenario, value.key, versions)
          if (isWhole === null) return
          judge.judged++
          if (!isWhole) judge.broken = true
        },
      },
      violatedWhenQuiet: () => false,
    }
    return judge
  },
}
