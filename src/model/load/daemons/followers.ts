/**
 * Who follows the commits: the replica, and under change-log the listener, which brings each one to the replica and to
 * the cache, or the other way round.
 *
 * A commit reaches them after the workload's lag, never before an earlier one. The listener's second step follows after
 * half of a request to the cache; it takes the next entry of the same key when that is done, and entries of other keys
 * meanwhile. What the steps do is the engine's. Left out: several replicas, a listener that starts again.
 */
import { cacheSetter } from '../../engine/resources/logListener'
import { replicaApplier } from '../../engine/resources/replica'
import { hasListener, readsReplica } from '../../scenario/followers'
import { KEY } from '../plan/onePlace'
import { FLUSHES_FROM } from '../run/draws'
import type { Crew, Part } from './part'

export const replica: Part = ({ site, draws }) => {
  const { scenario } = site.slots
  if (!readsReplica(scenario) || hasListener(scenario)) return null
  const apply = replicaApplier(site.slots)
  let last = 0
  const due = site.on((key, version) => {
    site.use(key)
    apply(0, version)
    site.watch?.note(site.now, 'replica', key, -1)
    site.changed(key, 'request', false)
  })
  site.onCommit.push((key, version) => {
    last = Math.max(last, site.now + draws.lag(key, version))
    site.agenda.push(last, due, key, version)
  })
  return () => undefined
}

export const listener: Part = (crew) => {
  const { site, draws } = crew
  const { scenario } = site.slots
  if (!hasListener(scenario)) return null
  const toCache = cacheStep(crew)
  const toReplica = replicaStep(crew)
  const steps = scenario.guards['log-order'] === 'cache-first' ? [toCache, toReplica] : [toReplica, toCache]
  /** Until when the listener is busy with a key. */
  const busy = new Float64Array(site.workload.keys)
  let last = 0
  let entries = 0
  site.onCommit.push((key, version) => {
    const first = Math.max(last, busy[key]!, site.now + draws.lag(key, version))
    const second = first + Math.floor(draws.cacheLatency(FLUSHES_FROM + entries++, 0) / 2)
    last = first
    busy[key] = second
    site.agenda.push(first, steps[0]!, key, version)
    site.agenda.push(second, steps[1]!, key, version)
  })
  return () => undefined
}

function cacheStep({ site }: Crew): number {
  const { scenario, ground, memory } = site.slots
  const set = cacheSetter({ memory, scenario, ground, keys: [KEY] })
  return site.on((key, version) => {
    site.use(key)
    const before = site.cached
    set(0, version)
    site.tally.cacheRequests++
    site.watch?.note(site.now, 'log', key, -1)
    const isRefused = scenario.guards['compare-and-set'] !== undefined && before === version
    site.changed(key, 'request', site.cached === version && !isRefused)
  })
}

function replicaStep({ site }: Crew): number {
  const apply = replicaApplier(site.slots)
  return site.on((key, version) => {
    site.use(key)
    apply(0, version)
    site.watch?.note(site.now, 'log', key, -1)
    site.changed(key, 'request', false)
  })
}
