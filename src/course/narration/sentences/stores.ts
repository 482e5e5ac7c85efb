/**
 * Stores into the cache that happen: fills by readers, stores by writers, and the version that a
 * cache-first writer lets the cache count. A store that leaves the cache behind the database says where
 * its version came from and who had committed a newer one by then.
 */
import { driftsOfValue } from '../../../model/guards/clock'
import { learning, voidedLease } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { isRefusal, versionIn } from '../replies'
import { disagreement, newestCommit, standingOf } from '../staleness'
import { actorOf, ofKey, type RequestTelling } from '../telling'
import { acknowledged } from './database'
import { fillEntry } from './entries'
import { refusal } from './refusals'
import { flagGone, lostFlag } from './losses'
import { markedFill } from './staleMarks'

/** ` T1's lease is void from now on.` where a step voids one. */
export function leaseNote({ step }: RequestTelling, key: string): string {
  const holder = voidedLease(step, key)
  return holder === null ? '' : ` ${holder}'s lease is void from now on.`
}

/** Why the guard at hand let an older version through. */
function loophole(telling: RequestTelling): string {
  const { step, event } = telling
  const { kind, stamp } = event.request
  if (stamp !== undefined) return freshStamp(telling)
  if (kind === 'cache.leaseSet') return ` Nothing had deleted ${event.key} since, so its lease was still good.`
  if ((step.before.cache[event.key] ?? null) !== null) return ''
  if (kind === 'cache.fillOverTombstone') return ' No tombstone was there, so there was nothing to compare.'
  if (kind === 'cache.setIfAbsent') return ' Nothing was cached, so nothing stood in its way.'
  return kind.startsWith('cache.compareAndSet') ? ' Nothing was cached, so there was nothing to compare.' : ''
}

/** Why the stamp of an old version looked fresh. */
function freshStamp({ trace, event }: RequestTelling): string {
  if (driftsOfValue(trace.scenario.guards['clock'] ?? '').get(event.client) === 1)
    return ` ${event.client}'s clock is fast, so its stamp looked fresh.`
  const since = event.request.stamp === 'at-fill' ? ' Its stamp was taken just before the fill, so it was fresh.' : ''
  return since || ' Nothing that was stored since had expired by age, so its stamp was still fresh.'
}

function staleStore(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const learned = learning(trace, event, step.number)
  const verb = event.role === 'read' ? 'read' : 'committed'
  const forWhom = event.runner === 'cache' ? ` for ${event.client}` : ''
  const isReplicas = learned?.event.type === 'request' && learned.event.resource === 'replica'
  const where = isReplicas ? ' from the replica' : ''
  const source = learned ? ` that it had ${verb}${forWhom}${where} at step ${learned.number}` : ''
  const what = `the version ${event.request.version ?? 0}${ofKey(telling, event.key)}${source}`
  const timer = step.after.timers.find(({ key }) => key === event.key)
  const hope = timer ? ` ${timer.client}'s timer will delete it.` : ''
  const text = `${actorOf(event)} stored ${what}, after ${newestCommit(telling, event.key, 'had committed')}.`
  return badly(
    disagreement(telling, event.key),
    text + loophole(telling) + hope + acknowledged(telling),
    event.role === 'read' ? 'stale fill' : 'stale store',
  )
}

/** A fill that leaves the cache as new as the database. */
function fill(telling: RequestTelling, version: number): Narration {
  const { event } = telling
  const isLease = event.request.kind.startsWith('cache.leaseSet')
  const what = `version ${version}${ofKey(telling, event.key)}`
  const how = isLease ? ' with the lease' : ''
  const note = leaseNote(telling, event.key)
  const term = isLease ? 'lease' : 'fill'
  if (event.runner === 'client')
    return plainly(
      `${event.client} stores ${what} in the cache${how}${event.ends ? ' and returns it' : ''}.${note}`,
      term,
    )
  const returned = event.result === null ? '' : ` and returns it to ${event.client}`
  return plainly(`The cache keeps ${what}${how}${returned}.${note}`, term)
}

/** Says what became of a store: refused, stale, or as it should be. */
export function store(telling: RequestTelling): Narration {
  const { step, event } = telling
  if (isRefusal(event.reply)) return refusal(telling)
  const entry = fillEntry(telling)
  if (entry !== null) return entry
  if (step.after.marked[event.key] === true) return markedFill(telling)
  const lost = lostFlag(telling, step, event.key)
  if (lost !== null)
    return flagGone(
      `${actorOf(event)} stores version ${event.request.version ?? 0} of ${event.key} over it.`,
      lost,
      event.key,
    )
  if (standingOf(step.after, event.key) === 'stale') return staleStore(telling)
  const version = event.request.version ?? 0
  if (event.role === 'write') {
    const text = `${event.client} stores version ${version} of ${event.key} in the cache.`
    return plainly(text + leaseNote(telling, event.key) + acknowledged(telling), 'write-through')
  }
  return fill(telling, version)
}

export function setNext(telling: RequestTelling): Narration {
  const { step, event } = telling
  const version = versionIn(event.reply) ?? 0
  const behind = standingOf(step.after, event.key) === 'ahead'
  const database = behind ? ` The database still has version ${step.after.database[event.key] ?? 0}.` : ''
  const text = `${event.client} stores version ${version} of ${event.key} in the cache.`
  return plainly(
    text + database + leaseNote(telling, event.key),
    behind ? 'cache ahead of the database' : 'write-through',
  )
}
