/**
 * Deletes that were promised at a commit: each is due the workload's delay after the answer of its write.
 *
 * With `delay: longer-than-pauses` one that is due waits besides until the replica has its version, and until nobody is
 * left who has selected an older one and not stored it yet: that is what a delay longer than every pause promises.
 * What a delete does is the engine's. A delete may be lost on its way, like any other.
 */
import { invalidator } from '../../engine/resources/cache'
import { protocols } from '../../protocols'
import type { Crew, Part } from './part'
import { takingAll } from './wideDeletes'

/** Draws of what becomes of a promised delete lie behind those of its operation. */
const OWN_DRAW = 500

/** One promised delete. */
interface Promised {
  readonly key: number
  readonly version: number
  readonly operation: number
  readonly draw: number
}

export const deferredDeletes: Part = (crew) => {
  const { site, requests, draws } = crew
  const { scenario, ground } = site.slots
  if (protocols.write[scenario.protocol.write]?.defers !== true) return null
  const invalidate = invalidator(ground, 0)
  const takeAll = scenario.guards['invalidate'] === 'table' ? takingAll(crew) : null
  const tombstone = site.slots.offset('tombstone')
  const promised = new Map<number, Promised>()
  let count = 0
  const fire = ({ key, version, operation, draw }: Promised): void => {
    const isLost = draws.losesDelete(draw, OWN_DRAW)
    site.tally.cacheRequests++
    site.watch?.note(site.now, 'timer', key, operation, { isLost })
    if (isLost) {
      site.tally.lostDeletes++
      return
    }
    site.use(key)
    invalidate(version)
    site.changed(key, 'request', tombstone >= 0 && site.cached === 0 && site.slots.memory.cells[tombstone] !== 0)
    takeAll?.(key)
  }
  const outwaits = scenario.guards['delay'] === 'longer-than-pauses' ? outwaiting(crew, fire) : null
  const due = site.on((id) => {
    const one = promised.get(id)!
    promised.delete(id)
    if (outwaits === null) fire(one)
    else outwaits(one)
  })
  site.onPromise.push((key, version) => {
    const { actors, now } = site
    const { actor } = requests
    const draw = actors.draw[actor]!
    const id = count++ | 0
    promised.set(id, { key, version, operation: actors.serial[actor]!, draw })
    site.agenda.push(now + actors.rest[actor]! + draws.delay(draw, 0), due, id, 0)
  })
  return () => undefined
}

/** Lets a delete that is due wait for everybody who may still store something older. */
function outwaiting({ site, requests }: Crew, fire: (one: Promised) => void): (one: Promised) => void {
  const replica = site.slots.offset('replica')
  /** By key, who has selected which version and not stored it yet. */
  const held = new Map<number, Map<number, number>>()
  const late = new Map<number, Promised[]>()
  const isClear = ({ key, version }: Promised): boolean => {
    site.use(key)
    if (replica >= 0 && site.slots.memory.cells[replica]! < version) return false
    for (const older of held.get(key)?.values() ?? []) if (older < version) return false
    return true
  }
  const look = site.on((key) => {
    const waiting = late.get(key) ?? []
    late.delete(key)
    for (const one of waiting) outwait(one)
  })
  const outwait = (one: Promised): void => {
    if (isClear(one)) fire(one)
    else late.set(one.key, [...(late.get(one.key) ?? []), one])
  }
  const lookAgain = (key: number): void => {
    if (late.has(key)) site.agenda.push(site.now, look, key, 0)
  }
  requests.hooks.holds = (actor, key, version) => {
    const holders = held.get(key) ?? new Map<number, number>()
    held.set(key, holders.set(actor, version))
  }
  requests.hooks.drops = (actor, key) => {
    const holders = held.get(key)
    if (holders?.delete(actor) !== true) return
    if (holders.size === 0) held.delete(key)
    lookAgain(key)
  }
  if (replica >= 0) site.onChange(lookAgain)
  return outwait
}
