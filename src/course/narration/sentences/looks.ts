/**
 * Looking into the cache: hit, miss, and what a lease adds to a miss. A miss names what took the entry;
 * a stale hit names the commit that it has missed.
 */
import type { TraceStep } from '../../../model/engine/trace'
import { leaseTaking, newlyBlocked, release, removalOf, voidedLease } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { leaseWon, versionIn } from '../replies'
import { newestCommit, standingOf } from '../staleness'
import { actorOf, listed, ofKey, type RequestTelling } from '../telling'
import { lookAtEntry } from './entries'
import { lookAtMarked } from './staleMarks'

/** Why nothing is cached: `step 4 deleted it`; null when nothing ever was. */
export function absenceCause({ trace, step, event }: RequestTelling): string | null {
  const removal = removalOf(trace, event.key, step.number - 1)
  if (!removal) return null
  const at = removal.number
  if (removal.event.type === 'restart') return `the cache came back empty at step ${at}`
  if (removal.event.type === 'machine-lost') return `the cache's machine was lost at step ${at}`
  if (removal.event.type === 'timer') return `a timer deleted it at step ${at}`
  if (removal.event.type === 'evict') return `step ${at} evicted it`
  return removal.event.type === 'expire' ? `it expired at step ${at}` : `step ${at} deleted it`
}

/** Since when somebody else may fill: `T1 has held the lease since step 1`. */
export function holderCause({ trace, step, event }: RequestTelling): string {
  const holder = step.after.lease[event.key] ?? 'another client'
  const taking = leaseTaking(trace, event.key, holder, step.number)
  return `${holder} has held the lease${taking ? ` since step ${taking.number}` : ''}`
}

function releaseClause(freeing: TraceStep, key: string): string {
  const holder = voidedLease(freeing, key)
  if (holder !== null) return `step ${freeing.number} voided ${holder}'s lease`
  const storer =
    freeing.event.type === 'request'
      ? actorOf(freeing.event)
      : freeing.event.type === 'log'
        ? 'the listener'
        : freeing.event.type === 'load'
          ? `the ${freeing.event.loader === 'warm' ? 'warm-up' : 'refresh'}`
          : 'somebody'
  return `${storer === 'The cache' ? 'the cache' : storer} stored ${key} at step ${freeing.number}`
}

/** The client as subject, after a sentence about its waiting where it has waited. */
function opening({ trace, step, event }: RequestTelling): string {
  const freeing = release(trace, event.client, step.number)
  if (!freeing) return event.client
  return `${event.client} has waited until ${releaseClause(freeing, event.key)}. Now it`
}

function hit(telling: RequestTelling, version: number): Narration {
  const { step, event } = telling
  const text = `${opening(telling)} gets version ${version}${ofKey(telling, event.key)} from the cache`
  const standing = standingOf(step.after, event.key)
  if (standing === 'stale') {
    return badly(null, `${text}, although ${newestCommit(telling, event.key, 'committed')}.`, 'stale read')
  }
  if (standing === 'ahead') {
    const committed = step.after.database[event.key] ?? 0
    return badly(null, `${text}, although the database still has version ${committed}.`, 'uncommitted read')
  }
  return plainly(`${text}.`, 'hit')
}

/** Says hit, miss, miss with the lease, or miss without it. */
export function look(telling: RequestTelling): Narration {
  const { step, event } = telling
  if (step.before.marked[event.key] === true) return lookAtMarked(telling)
  const version = versionIn(event.reply)
  if (version !== null) return lookAtEntry(telling) ?? hit(telling, version)
  const cause = absenceCause(telling)
  const miss = `${opening(telling)} asks the cache for ${event.key} and misses${cause ? `, because ${cause}` : ''}.`
  const won = leaseWon(event.reply)
  if (event.ends) {
    const end = event.deed.kind === 'increment' ? 'There is nothing to add one to.' : 'Its read ends with nothing.'
    return plainly(`${miss} ${end}`, 'miss')
  }
  if (won === null) return plainly(miss, 'miss')
  if (!won) return plainly(`${miss} ${holderCause(telling)}, so ${event.client} may not fill ${event.key}.`, 'lease')
  const waiting = newlyBlocked(step)
  const wait =
    waiting.length === 0 ? '' : ` ${listed(waiting)} ${waiting.length === 1 ? 'has' : 'have'} to wait for it.`
  return plainly(`${miss} It takes the lease, so only ${event.client} may fill ${event.key}.${wait}`, 'lease')
}
