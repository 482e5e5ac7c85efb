/** What programs without a client are up to, read off a trace alone: for the naive explorer. */
import { worldAt, type Trace } from '../engine/trace'
import type { WorldView } from '../engine/view'

const last = (trace: Trace) => worldAt(trace, trace.steps.length)

/** What a reload of the key would select in this world. */
const sourceOf = ({ scenario }: Trace, world: WorldView, key: string): number | null =>
  (scenario.faults.replica === 'lagging' || 'regions' in scenario.guards ? world.replica : world.database)[key] ?? null

/**
 * What each round has been told so far, by loader and key; a warm-up that is over stays over. And for a periodic
 * reload what its last round found, if it is as it was.
 */
export function loadsOf(trace: Trace): readonly unknown[] {
  const told = new Map<string, readonly unknown[]>()
  const found = new Map<string, string>()
  const isPeriodic = !('soft-expiry' in trace.scenario.guards)
  for (const { event, before, after } of trace.steps) {
    if (event.type !== 'load') continue
    const { loader, key } = event
    const name = `${loader} ${key}`
    const pair = (world: WorldView) => `${world.cache[key]} ${sourceOf(trace, world, key)}`
    told.set(name, [...(event.begins ? [] : told.get(name)!), event.request.kind, event.reply])
    if (event.ends) told.set(name, ['over'])
    if (loader === 'warm') continue
    if (event.ends) told.delete(name)
    if (event.begins && isPeriodic) found.set(key, pair(before))
    if (event.ends && found.get(key) !== pair(after)) found.delete(key)
  }
  return [[...told].sort(), [...found].sort()]
}

/** Whether a step of a loader has to happen before the world is quiet. */
export function isAwaitedLoad(trace: Trace, word: string): boolean {
  const [head, key = ''] = word.split(':')
  if (head === 'warm') return true
  if (head !== 'refresh') return false
  const world = last(trace)
  const isUnderWay = world.loads.some((load) => load.loader === 'refresh' && load.key === key)
  return isUnderWay || world.soft !== null || world.cache[key] !== sourceOf(trace, world, key)
}
