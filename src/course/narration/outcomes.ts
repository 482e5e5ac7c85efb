/** What came out of a step, in the two or three words that a comparison of runs needs, and its cause. */
import { apart } from '../../model/engine/together'
import type { RequestFate } from '../../model/engine/requestFault'
import type { ArrivalEvent, DeliveryEvent, LoadEvent, TraceStep } from '../../model/engine/trace'
import type { Composed } from '../../model/scenario/scenario'
import { storesEntry } from './causes'
import { isRefusal, leaseWon, versionIn } from './replies'
import { absenceCause, holderCause } from './sentences/looks'
import { refusalCause } from './sentences/refusals'
import type { Telling } from './telling'

const removals = { timer: 'deleted', evict: 'evicted', expire: 'expired' } as const

const hasMarker = ({ before }: TraceStep, key: string): boolean => before.marker[key] === true

/** What became of a commit on its way. */
function delivered(step: TraceStep, { to, key, version }: DeliveryEvent): string {
  if (to === 'replica') return `brought version ${version} to the replica`
  return storesEntry(step, key) ? `stored version ${version}` : 'refused'
}

/** What became of a request that was struck. */
function struck(fate: RequestFate, committed: number): string {
  if (fate === 'failed') return 'refused by the database'
  return fate === 'unheard' ? `committed version ${committed} unheard` : fate
}

/** What a late request did when it reached the cache. */
function arrived(step: TraceStep, { key, request, reply }: ArrivalEvent): string {
  if (isRefusal(reply)) return 'refused'
  if (storesEntry(step, key)) return `stored version ${request.version ?? 0}`
  const present = step.before.cache[key] ?? null
  return present === null || step.after.cache[key] === present
    ? 'found nothing to delete'
    : `deleted version ${present}`
}

/** What a warm-up or a reload did. */
function loaded(step: TraceStep, { key, request, reply }: LoadEvent): string {
  if (isRefusal(reply)) return 'refused'
  if (storesEntry(step, key)) return `stored version ${request.version ?? 0}`
  const version = versionIn(reply)
  return version === null ? 'looked for a marker' : `read version ${version}`
}

/** 0 stands for a row that is not there. */
const versionWords = (version: number, isComposed: boolean): string => {
  if (isComposed) return `versions ${apart(version).join(' and ')}`
  return version === 0 ? 'that there is no row' : `version ${version}`
}

/** As participles: `missed`, `stored version 1`, `refused`. */
export function outcomeOf(step: TraceStep, composed: Composed = {}): string {
  const { event, before, after } = step
  if (event.type === 'crash') return 'crashed'
  if (event.type === 'skip') return 'left out'
  if (event.type === 'restart') return 'restarted'
  if (event.type === 'machine-lost') return 'lost its machine'
  if (event.type === 'sync') return 'synced the log'
  if (event.type === 'soft-expire') return 'soft-expired'
  if (event.type === 'redeliver') return 'delivered again'
  if ('to' in event) return delivered(step, event)
  if (event.type === 'late') return arrived(step, event)
  if (event.type === 'load') return loaded(step, event)
  if ('fault' in event && event.fault !== null) return struck(event.fault, after.database[event.key] ?? 0)
  if (event.type === 'flush')
    return event.committed === null ? 'flushed nothing' : `committed version ${event.committed}`
  if (event.type === 'timeout') return `ended ${event.client}'s lease`
  if (event.type === 'lock-timeout') return `ended ${event.client}'s lock`
  if (event.type !== 'request') {
    if (event.removed === null && event.type !== 'timer')
      return `${removals[event.type]} the ${hasMarker(step, event.key) ? 'marker' : 'tombstone'}`
    return event.removed === null ? 'found nothing to delete' : `${removals[event.type]} version ${event.removed}`
  }
  const version = versionIn(event.reply)
  const isComposed = composed[event.key] !== undefined
  if (event.request.kind === 'lock.take') return 'took the lock'
  if (event.request.kind === 'lock.release')
    return before.lock[event.key] === event.client ? 'gave the lock back' : 'had no lock any more'
  if (isRefusal(event.reply)) return 'refused'
  if (event.request.kind === 'cache.markStale')
    return step.after.marked[event.key] === true
      ? `marked version ${before.cache[event.key] ?? 0}`
      : 'found nothing to mark'
  if (event.request.kind === 'database.commitTogether') return 'committed both rows'
  if (event.request.kind === 'cache.deleteAll')
    return `deleted ${Object.values(before.cache).filter((each) => each !== null).length} entries`
  if (event.request.kind === 'database.nextval') return `took number ${version ?? 0}`
  if (storesEntry(step, event.key)) return `stored ${versionWords(event.request.version ?? version ?? 0, isComposed)}`
  if (event.request.kind === 'cache.setMarker') return 'left a marker'
  if (event.request.kind === 'cache.getMarker')
    return hasMarker(step, event.key) ? 'found the marker' : 'found no marker'
  if (event.request.kind === 'database.select' || event.resource === 'replica')
    return `read ${versionWords(version ?? 0, isComposed)}`
  if (event.resource === 'database') return `committed version ${event.request.version ?? version ?? 0}`
  if (event.request.kind === 'cache.delete') {
    const present = before.cache[event.key] ?? null
    if (present !== null && step.after.cache[event.key] === present) return 'left the newer version'
    return present === null ? 'found nothing to delete' : `deleted version ${present}`
  }
  if (version !== null) return `got ${versionWords(version, isComposed)}`
  return leaseWon(event.reply) === false ? 'missed without the lease' : 'missed'
}

/** Why it came out so, as a clause after "because"; null where the step explains itself. */
export function causeOf({ trace, step, event }: Telling): string | null {
  if ('to' in event && outcomeOf(step) === 'refused')
    return `the cache holds version ${step.before.cache[event.key] ?? 0}`
  if (event.type !== 'request' || event.resource !== 'cache') return null
  const telling = { trace, step, event }
  if (isRefusal(event.reply)) return refusalCause(telling, 'the')
  if (event.request.version !== undefined || versionIn(event.reply) !== null) return null
  if (/^cache\.(delete|markStale)$|^lock\.|Marker$/.test(event.request.kind)) return null
  return leaseWon(event.reply) === false ? holderCause(telling) : absenceCause(telling)
}
