/** The table of sentences: one function a kind of request, one a kind of change. */
import type { ChangeEvent } from '../../../model/engine/trace'
import type { Narration } from '../narration'
import type { ChangeTelling, RequestTelling, Telling } from '../telling'
import { arrive } from './arrivals'
import { crash } from './crash'
import { withCount } from './counts'
import { put, select, takeNumber, update } from './database'
import { deliver, redeliver } from './deliveries'
import { removeAll } from './entries'
import { load, lookAndAsk, softExpire } from './loads'
import { machineLost, restart } from './losses'
import { enqueue, flush, sync } from './queue'
import { leaseTimeout, lock, lockTimeout, unlock } from './locks'
import { look } from './looks'
import { leaveMarker, lookForMarker } from './marker'
import { evict, expire, remove, timer } from './removals'
import { mark } from './staleMarks'
import { setNext, store } from './stores'
import { struck } from './struck'
import { commitTogether } from './transfers'
import { begin, commit, rollback, selectInside, updateInside } from './transactions'
import { plainly } from '../narration'

/** Says one kind of change. */
type ChangeSentence = (telling: ChangeTelling) => Narration

/** Says one kind of request. */
export type Sentence = (telling: RequestTelling) => Narration

export const requestSentences: Readonly<Record<string, Sentence>> = {
  'cache.get': look,
  'cache.getOrAbsence': look,
  'cache.getAndRefresh': lookAndAsk,
  'cache.leaseGet': look,
  'cache.leaseGetOrWait': look,
  'cache.set': store,
  'cache.setIfAbsent': store,
  'cache.setIfPresent': store,
  'cache.compareAndSetNewer': store,
  'cache.compareAndSetEqual': store,
  'cache.fillOverTombstone': store,
  'cache.leaseSet': store,
  'cache.setNext': setNext,
  'queue.setAndEnqueue': enqueue,
  'cache.delete': remove,
  'cache.deleteAll': removeAll,
  'cache.markStale': mark,
  'cache.leaseSetOrMark': store,
  'lock.take': lock,
  'lock.release': unlock,
  'cache.setMarker': leaveMarker,
  'cache.getMarker': lookForMarker,
  'database.select': select,
  'replica.select': select,
  'database.update': update,
  'database.updateIfUnchanged': update,
  'database.commitTogether': commitTogether,
  'database.put': put,
  'database.nextval': takeNumber,
  'transaction.begin': begin,
  'transaction.select': selectInside,
  'transaction.update': updateInside,
  'transaction.commit': commit,
  'transaction.rollback': rollback,
}

const changes: Readonly<Record<ChangeEvent['type'], ChangeSentence>> = {
  timer,
  flush,
  evict,
  expire,
  'soft-expire': softExpire,
  restart,
  'machine-lost': machineLost,
  sync,
  redeliver,
  timeout: leaseTimeout,
  'lock-timeout': lockTimeout,
}

/** What is said of a step. A request without a sentence of its own is named as it is. */
export function sentenceFor(telling: Telling): Narration {
  const { event } = telling
  if (event.type === 'crash') return crash({ ...telling, event })
  if ('to' in event) return deliver({ ...telling, event })
  if (event.type === 'late') return arrive({ ...telling, event })
  if (event.type === 'load') return load({ ...telling, event })
  if (event.type === 'skip') return plainly(`${telling.step.word} is left out, because ${event.why}.`, null)
  if (event.type !== 'request') return changes[event.type]({ ...telling, event })
  const fault = struck({ ...telling, event })
  if (fault !== null) return fault
  const sentence = requestSentences[event.request.kind]
  if (sentence) return withCount({ ...telling, event }, sentence({ ...telling, event }))
  return plainly(`${event.client} asks the ${event.resource} for ${event.request.kind} of ${event.key}.`, null)
}
