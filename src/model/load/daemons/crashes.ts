/**
 * Crashes, at the times that the workload says: the cache's process restarts, its machine is lost, or every client dies.
 *
 * What is left of entries, tokens and the queue is the engine's answer. The cache is back at once, empty; what is on its
 * way to it arrives there. Left out: the time during which it is away.
 */
import { loser } from '../../engine/resources/survival'
import { ticksOf } from '../chance/distribution'
import type { Part } from './part'

export const crashes: Part = ({ site, operations }) => {
  const planned = site.workload.crashes
  if (planned.length === 0) return null
  const { memory, scenario } = site.slots
  const lose = { cache: loser(memory, scenario, 1, 'process'), machine: loser(memory, scenario, 1, 'machine') }
  const crash = site.on((index) => {
    const { what } = planned[index]!
    site.watch?.note(site.now, what === 'cache' ? 'restart' : what === 'machine' ? 'machine-lost' : 'crash', -1, -1)
    if (what === 'clients') {
      operations.crash()
      return
    }
    for (const tell of site.onLoss) tell()
    for (let key = 0; key < site.workload.keys; key++) {
      site.use(key)
      lose[what]()
      // What a log has brought back is an entry like any other.
      site.changed(key, 'lost', site.cached > 0)
    }
  })
  return () => planned.forEach(({ atMs }, index) => site.agenda.push(ticksOf(atMs), crash, index, 0))
}
