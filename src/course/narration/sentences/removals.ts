/** Entries that go: deleted by a writer, by a timer, by capacity or by age. */
import { voidedLease } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { disagreement, mended, newestCommit, standingOf } from '../staleness'
import type { ChangeTelling, RequestTelling } from '../telling'
import { acknowledged } from './database'
import { entryWords, removeEntry } from './entries'
import { flagGone, lostFlag } from './losses'
import { markByTimer } from './staleMarks'
import { leaseNote } from './stores'

/** ` A tombstone of version 2 stays.` where a delete leaves one. */
function burial({ step, event }: RequestTelling | ChangeTelling): string {
  const version = step.after.tombstone[event.key] ?? null
  return version === null || version === step.before.tombstone[event.key]
    ? ''
    : ` A tombstone of version ${version} stays.`
}

export function remove(telling: RequestTelling): Narration {
  const { step, event } = telling
  const entry = removeEntry(telling)
  if (entry !== null) return entry
  const present = step.before.cache[event.key] ?? null
  const stale = standingOf(step.before, event.key) === 'stale' ? 'The stale version' : 'Version'
  if (present !== null && step.after.cache[event.key] === present) {
    const text = `${event.client} deletes nothing of ${event.key}, because the cached version ${present} is as new as its own.`
    return plainly(text + acknowledged(telling), 'tombstone')
  }
  const gone = present === null ? ' There is nothing to delete.' : ` ${stale} ${present} is gone.`
  const grave = burial(telling)
  const lease = leaseNote(telling, event.key)
  const text = `${event.client} deletes ${event.key} from the cache.${gone}${grave}${lease}${acknowledged(telling)}`
  return plainly(text, grave !== '' ? 'tombstone' : lease === '' ? 'invalidation' : 'voided lease')
}

/** Good where what went was stale; otherwise a loss like any other. */
const departure = (telling: ChangeTelling, text: string, term: string, rest = ''): Narration => {
  const cure = mended(telling, telling.event.key)
  return cure === '' ? plainly(text + rest, term) : gladly(text + cure + rest, term)
}

/** A timer that has fired, and whose delete never reaches the cache. */
function lostTimer(telling: ChangeTelling): Narration {
  const { step, event } = telling
  const text = `${event.client}'s timer fires, and its delete of ${event.key} is lost. Nobody notices.`
  if (standingOf(step.after, event.key) !== 'stale') return plainly(text, 'lost delete')
  const stays = ` Version ${step.after.cache[event.key] ?? 0} stays cached, although ${newestCommit(telling, event.key, 'committed')}.`
  return badly(disagreement(telling, event.key), text + stays, 'lost delete')
}

export function timer(telling: ChangeTelling): Narration {
  const { step, event } = telling
  if (event.fault === 'lost') return lostTimer(telling)
  const holder = voidedLease(step, event.key)
  const lease = holder === null ? '' : ` ${holder}'s lease is void from now on.`
  if (step.after.marked[event.key] === true) return markByTimer(telling)
  if (event.removed === null) {
    const nothing = `${event.client}'s timer fires. There is nothing to delete.${burial(telling)}${lease}`
    return plainly(nothing, 'deferred delete')
  }
  const text = `${event.client}'s timer fires and deletes ${whatGoes(telling)} from the cache.`
  return departure(telling, text, 'deferred delete', burial(telling))
}

/** What goes: a version, or a tombstone where nothing but one was there. */
const whatGoes = ({ trace, step, event }: ChangeTelling): string =>
  entryWords(trace, event.key, event.removed) ??
  (event.removed === null && step.before.marker[event.key] === true
    ? `the remote marker of ${event.key}`
    : event.removed === null
      ? `the tombstone of version ${step.before.tombstone[event.key] ?? 0} of ${event.key}`
      : `version ${event.removed} of ${event.key}`)

/** What goes although the database does not have it: the row is what readers get until the flush, or for good. */
function unwritten(telling: ChangeTelling, text: string, term: string): Narration | null {
  const { step, event } = telling
  const lost = lostFlag(telling, step, event.key)
  if (lost !== null) return flagGone(text, lost, event.key)
  const waiting = step.after.queue[event.key] ?? null
  if (waiting === null || event.removed !== waiting) return null
  const row = step.after.database[event.key] ?? 0
  return plainly(`${text} It still waits for the database, so that until the flush readers find version ${row}.`, term)
}

export function evict(telling: ChangeTelling): Narration {
  const text = `The cache needs the room and evicts ${whatGoes(telling)}.`
  return unwritten(telling, text, 'eviction of a dirty entry') ?? departure(telling, text, 'eviction')
}

export function expire(telling: ChangeTelling): Narration {
  const what = whatGoes(telling)
  const text = `${what.charAt(0).toUpperCase()}${what.slice(1)} expires and leaves the cache.`
  return unwritten(telling, text, 'expiry of a dirty entry') ?? departure(telling, text, 'expiry')
}
