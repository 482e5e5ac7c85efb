/**
 * Requests that were not answered as they should be: lost, late, refused by the database or done unheard.
 * What the client does next follows from what it was told, so each sentence ends with that.
 */
import { badly, plainly, type Narration } from '../narration'
import { disagreement, newestCommit, standingOf } from '../staleness'
import { actorOf, listed, ofKey, type RequestTelling } from '../telling'
import { acknowledged } from './database'
import { entryWords } from './entries'

/** What was asked of the cache, after the actor: `asks the cache to delete x`. */
function asking(telling: RequestTelling): string {
  const { request } = telling.event
  if (request.kind === 'cache.delete') return `asks the cache to delete ${request.key}`
  if (request.kind === 'cache.deleteAll') return 'asks the cache to delete every entry'
  if (request.kind === 'cache.markStale') return `asks the cache to mark ${request.key} as stale`
  const what =
    entryWords(telling.trace, request.key, request.version ?? null) ??
    `version ${request.version ?? 0}${ofKey(telling, request.key)}`
  return telling.event.runner === 'cache' ? `tries to keep ${what}` : `sends ${what} to the cache`
}

/** What the program goes on with. */
function goesOn(telling: RequestTelling): string {
  const { event } = telling
  if (event.role === 'write') return acknowledged(telling) || ` ${event.client} goes on all the same.`
  if (!event.ends) return ` ${actorOf(event)} goes on all the same.`
  if (event.result === null) return ''
  const returned = `returns version ${event.result}${event.runner === 'cache' ? ` to ${event.client}` : ''}`
  return ` ${actorOf(event)} ${returned} all the same.`
}

/** Whether the request would have mended what is cached. */
const wouldMend = ({ step, event }: RequestTelling): boolean =>
  standingOf(step.after, event.key) === 'stale' &&
  (event.request.version === undefined || event.request.version === step.after.database[event.key])

const stays = (telling: RequestTelling): string => {
  const { step, event } = telling
  const cached = step.after.cache[event.key] ?? 0
  return ` Version ${cached} stays cached, although ${newestCommit(telling, event.key, 'committed')}.`
}

function lost(telling: RequestTelling): Narration {
  const { step, event } = telling
  const text = `${actorOf(event)} ${asking(telling)}, and the request is lost. Nobody notices.`
  const term = event.request.version === undefined ? 'lost delete' : 'lost store'
  const token = step.after.lease[event.key] ?? null
  const isOut = token !== null && event.request.kind.startsWith('cache.leaseSet')
  const lease = isOut ? ` Its lease stays out.` : ''
  if (!wouldMend(telling)) return plainly(text + lease + goesOn(telling), term)
  return badly(disagreement(telling, event.key), text + stays(telling) + goesOn(telling), term)
}

function late(telling: RequestTelling): Narration {
  const { event } = telling
  const text = `${actorOf(event)} ${asking(telling)} and hears nothing. The request is still under way.`
  return plainly(text + goesOn(telling), 'time-out')
}

/** What an error means for the one who asked. */
function told({ event }: RequestTelling): string {
  if (event.ends) return ` ${event.client} gets an error, and the ${event.deed.kind} ends there.`
  return ` ${event.client} gets an error and cleans up.`
}

function failed(telling: RequestTelling): Narration {
  const { step, event } = telling
  const rows = event.request.commits?.map(({ key }) => key) ?? [event.key]
  const isPlain = event.request.version === undefined || rows.length > 1
  const what = isPlain ? `the ${event.deed.kind} of ${listed(rows)}` : `version ${event.request.version}`
  const text = `The database refuses ${what} from ${event.client}, and nothing is committed.${told(telling)}`
  if (!event.ends || standingOf(step.after, event.key) !== 'ahead') return plainly(text, 'failed write')
  const cached = step.after.cache[event.key] ?? 0
  const phantom = ` The cache holds version ${cached}, which the database will never have.`
  return badly('The write stops halfway.', text + phantom, 'failed write')
}

function unheard(telling: RequestTelling): Narration {
  const { step, event } = telling
  const version = step.after.database[event.key] ?? 0
  const text = `The database commits version ${version} of ${event.key}, and its answer to ${event.client} is lost.`
  const rest = event.ends
    ? ` ${event.client} takes it for a failure, and the ${event.deed.kind} ends there.`
    : ` ${event.client} takes it for a failure and cleans up.`
  if (!event.ends || standingOf(step.after, event.key) !== 'stale') return plainly(text + rest, 'lost answer')
  const cached = ` Version ${step.after.cache[event.key] ?? 0} stays cached.`
  return badly(disagreement(telling, event.key), text + rest + cached, 'lost answer')
}

const fates = { lost, late, failed, unheard } as const

/** What is said of a request that was struck; null where it was answered. */
export const struck = (telling: RequestTelling): Narration | null =>
  telling.event.fault === null ? null : fates[telling.event.fault](telling)
