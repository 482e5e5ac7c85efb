/** Converges: in quiet worlds every cached key is absent or equals the database. */
import { offsetOf } from '../engine/layout'
import { ABSENT } from '../engine/resources/cache'
import type { Property } from './property'

export const converges: Property = {
  name: 'converges',
  title: 'Cache converges to database',
  says: 'When nothing is under way any more, every cached key equals the database.',
  violatedSays: 'end with a cached version that the database does not have',
  bind({ memory, keys }) {
    const { cells } = memory
    const cache = offsetOf(memory, 'cache')
    const database = offsetOf(memory, 'database')
    return {
      judged: 0,
      broken: false,
      watcher: null,
      violatedWhenQuiet() {
        let isViolated = false
        for (let key = 0; key < keys.length; key++) {
          const cached = cells[cache + key]
          if (cached === ABSENT) continue
          this.judged++
          if (cached !== cells[database + key]) isViolated = true
        }
        return isViolated
      },
    }
  },
}
