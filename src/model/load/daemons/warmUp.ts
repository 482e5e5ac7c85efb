/**
 * The warm-up of the guard `warm`: under load it loads the most popular keys, as many as there is room for, while clients
 * are at work. It has as many loads under way at a time as the flusher may have writes.
 */
import { warmUp as program } from '../../protocols/warmUp'
import { WARM_UP } from '../run/actors'
import type { Part } from './part'

export const warmUp: Part = ({ site, loaders }) => {
  const { keys, cache, flush } = site.workload
  if (site.slots.scenario.guards['warm'] === undefined) return null
  const count = Math.min(keys, cache.capacity ?? keys)
  let next = 0
  const begin = (): void => {
    if (next < count) loaders.begin(WARM_UP, node, next++)
  }
  const node = loaders.plan('warm-up', WARM_UP, program, begin)
  return () => {
    for (let load = 0; load < flush.concurrency; load++) begin()
  }
}
