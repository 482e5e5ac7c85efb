/**
 * Converges: in quiet worlds every cached key is absent or equals the database. An entry that is marked stale is as
 * good as absent, because the next reader refills it; not so while its token is out, because in a quiet world the
 * holder is gone, and everybody is handed the entry.
 */
import type { Node } from '../engine/automaton'
import type { Model } from '../engine/compile'
import { offsetOf } from '../engine/layout'
import { absenceOf } from '../engine/resources/belongings'
import { ABSENT, ACCEPTED } from '../engine/resources/cache'
import { presentVersion } from '../engine/resources/composed'
import { hasListener } from '../scenario/followers'
import type { Property } from './property'

/** Whether anything was cached in any run so far: at the start, by a store that was accepted, or by a log's listener. */
function hasCached({ scenario, automata }: Model): boolean {
  const isStore = (node: Node | null) => node?.kind.role === 'store' && node.edges[ACCEPTED] !== undefined
  const isLogged = (node: Node | null) => node?.kind.role === 'commit' && node.edges.length > 0
  if (Object.keys(scenario.start.cache).length > 0 || automata.nodes.some(isStore)) return true
  return hasListener(scenario) && automata.nodes.some(isLogged)
}

export const converges: Property = {
  name: 'converges',
  title: 'Cache converges to database',
  says: 'When nothing is under way any more, every cached key equals the database.',
  violatedSays: 'end with a cached version that the database does not have',
  bind(model) {
    const { memory, keys, scenario } = model
    const { cells } = memory
    const cache = offsetOf(memory, 'cache')
    const committed = presentVersion(memory, scenario, keys)
    const marked = offsetOf(memory, 'marked')
    const lease = offsetOf(memory, 'lease')
    const isRefilledNext = (key: number) => marked >= 0 && cells[marked + key] !== 0 && cells[lease + key] === 0
    return {
      judged: 0,
      broken: false,
      watcher: null,
      violatedWhenQuiet() {
        let isViolated = false
        for (let key = 0; key < keys.length; key++) {
          const cached = cells[cache + key]!
          const absence = absenceOf(memory, key)
          if (cached === ABSENT && (absence < 0 || cells[absence] === 0)) {
            // Where every entry expires, a quiet world is one from which it has gone.
            if (scenario.faults.expire === 'any' && hasCached(model)) this.judged++
            continue
          }
          this.judged++
          if (cached !== committed(key) && !isRefilledNext(key)) isViolated = true
        }
        return isViolated
      },
    }
  },
}
