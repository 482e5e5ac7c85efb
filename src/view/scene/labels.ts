/** What is written at an arrow: the request above it, the reply below. Short forms leave out the key. */
import { countsVersions, standingOf } from '../../course/narration'
import type { Request } from '../../model/engine/program'
import type {
  ArrivalEvent,
  ChangeEvent,
  DeliveryEvent,
  LoadEvent,
  RequestEvent,
  TraceStep,
} from '../../model/engine/trace'
import type { Composed } from '../../model/scenario/scenario'
import { versionText } from './versionText'

export interface Labels {
  readonly label: string
  readonly short: string
  readonly reply: string
  /** The reply for narrow gaps: its most telling word. */
  readonly shortReply: string
}

/** The verb of each kind of request, as a console of such a server would say it. */
const verbs: Readonly<Record<string, string>> = {
  'cache.get': 'GET',
  'cache.getAndRefresh': 'GET',
  'cache.getOrAbsence': 'GET',
  'cache.leaseGet': 'GET',
  'cache.leaseGetOrWait': 'GET',
  'cache.set': 'SET',
  'cache.setNext': 'SET',
  'cache.leaseSet': 'SET',
  'cache.setIfAbsent': 'ADD',
  'cache.setIfPresent': 'REPLACE',
  'cache.compareAndSetEqual': 'CAS',
  'cache.compareAndSetNewer': 'CAS',
  'cache.fillOverTombstone': 'SET',
  'queue.setAndEnqueue': 'SET',
  'cache.delete': 'DEL',
  'cache.deleteAll': 'DEL',
  'cache.markStale': 'MARK',
  'cache.leaseSetOrMark': 'SET',
  'lock.take': 'LOCK',
  'lock.release': 'UNLOCK',
  'cache.setMarker': 'SET MARKER',
  'cache.getMarker': 'GET MARKER',
  'replica.select': 'SELECT',
  'database.select': 'SELECT',
  'database.update': 'UPDATE',
  'database.updateIfUnchanged': 'UPDATE',
  'database.commitTogether': 'UPDATE',
  'database.put': 'UPDATE',
  'database.nextval': 'NEXTVAL',
}

export const verbOf = ({ kind }: Request): string => verbs[kind] ?? kind.slice(kind.indexOf('.') + 1).toUpperCase()

interface Reply {
  readonly version?: number
  readonly stored?: boolean
  readonly found?: boolean
  readonly token?: boolean
  readonly marked?: boolean
}

const staleness = ({ after }: TraceStep, key: string): string => {
  const standing = standingOf(after, key)
  return standing === 'stale' || standing === 'ahead' ? standing : ''
}

function deleted({ before, after }: TraceStep, key: string): string {
  const present = before.cache[key] ?? null
  if (present === null) return 'no entry'
  return after.cache[key] === present ? 'newer, kept' : 'ok'
}

/** A look at a marked entry. */
const markedReply = ({ version }: Reply): string => (version === undefined ? 'marked, lease' : `v${version}, marked`)

function replyOf(step: TraceStep, event: RequestEvent | ArrivalEvent | LoadEvent, composed?: Composed): string {
  if (event.type === 'request' && event.fault !== null)
    return event.fault === 'unheard' ? `v${step.after.database[event.key] ?? 0}, unheard` : event.fault
  const reply = (event.reply ?? {}) as Reply
  if (event.request.kind === 'database.commitTogether') return committedBoth(step, event.request)
  if (event.request.kind === 'cache.deleteAll') return deletedAll(step)
  const isDelete = event.request.kind === 'cache.delete'
  const isStore =
    (event.type === 'late' || event.resource === 'cache') && event.request.version !== undefined && !isDelete
  if (reply.stored === false) return 'refused'
  if (isStore) return step.after.marked[event.key] === true ? 'marked' : staleness(step, event.key) || 'ok'
  if (isDelete) return deleted(step, event.key)
  if (event.request.kind === 'cache.markStale') return step.after.marked[event.key] === true ? 'ok' : 'no entry'
  if (step.before.marked[event.key] === true && reply.found !== undefined) return markedReply(reply)
  if (reply.found === false) return reply.token === undefined ? 'miss' : reply.token ? 'miss, lease' : 'miss, no lease'
  if (event.request.kind === 'lock.release' && 'client' in event && step.before.lock[event.key] !== event.client)
    return 'not held'
  if (reply.marked !== undefined) return reply.marked ? 'found' : 'none'
  if (reply.version === undefined) return 'ok'
  const note = reply.found === true ? staleness(step, event.key) : counted(step, event, reply.version)
  return `${versionText(event.key, reply.version, composed)}${note && ', '}${note}`
}

/** What an increment has made of the value. */
function counted(
  { after }: TraceStep,
  { key, request }: RequestEvent | ArrivalEvent | LoadEvent,
  version: number,
): string {
  const counts = after.counts[key]
  if (request.basis === undefined || counts === undefined || after.database[key] !== version) return ''
  return `counts ${counts.database}`
}

/** The versions of two rows that were committed at once. */
const committedBoth = ({ after }: TraceStep, { commits = [] }: Request): string =>
  commits.map(({ key }) => `${key} v${after.database[key] ?? 0}`).join(', ')

/** How many entries a delete of all has taken. */
function deletedAll({ before }: TraceStep): string {
  const count = Object.values(before.cache).filter((version) => version !== null).length
  return count === 0 ? 'no entry' : `${count} gone`
}

/** A flush in one step, or the one of three that this is. */
function flushWords({ before, after }: TraceStep, { key, fault, committed }: ChangeEvent): Omit<Labels, 'shortReply'> {
  const taken = before.flush ?? after.flush
  const version = taken?.version ?? committed ?? before.queue[key] ?? 0
  if (before.flush === null && after.flush !== null)
    return { label: `TAKE ${key} v${version}`, short: 'TAKE', reply: '' }
  if (before.flush?.isWritten === true) return { label: `CLEAR ${key}`, short: 'CLEAR', reply: '' }
  const isNews = committed !== null && committed > (before.database[key] ?? 0)
  return { label: `PUT ${key} v${version}`, short: `PUT v${version}`, reply: fault ?? (isNews ? 'ok' : 'no change') }
}

/** A commit on its way to the replica or to the cache. */
function deliveryWords(step: TraceStep, { to, key, version }: DeliveryEvent): Omit<Labels, 'shortReply'> {
  const verb = to === 'replica' ? 'APPLY' : 'SET'
  const words = { label: `${verb} ${key} v${version}`, short: `${verb} v${version}` }
  if (to === 'replica') return { ...words, reply: 'ok' }
  const isRefused = step.after.cache[key] !== version
  return { ...words, reply: isRefused ? 'refused' : staleness(step, key) || 'ok' }
}

/** The key, or all that a request is about. */
function whatIsAsked({ kind, key, commits }: Request): string {
  if (kind === 'cache.deleteAll') return 'all'
  return commits === undefined ? key : commits.map((commit) => commit.key).join(', ')
}

/** What was asked, and what came back where anything did. */
function asked(
  step: TraceStep,
  event: RequestEvent | ArrivalEvent | LoadEvent,
  composed?: Composed,
): Omit<Labels, 'shortReply'> {
  const verb = verbOf(event.request)
  const { version, expected } = event.request
  const stored = countsVersions(event) ? (event.reply as Reply).version : version
  const isValue = stored !== undefined && event.request.kind !== 'cache.delete'
  const value = isValue ? ` ${versionText(event.key, stored, composed)}` : ''
  const condition = expected === undefined ? '' : expected === 0 ? ' if absent' : ` if v${expected}`
  const stamp = event.request.stamp === undefined || version === undefined ? '' : ', stamped'
  const mark = event.request.kind === 'cache.markStale' ? ' stale' : ''
  const reply = countsVersions(event) ? staleness(step, event.key) || 'ok' : replyOf(step, event, composed)
  const what = whatIsAsked(event.request)
  return { label: `${verb} ${what}${value}${condition}${mark}${stamp}`, short: `${verb}${value}`, reply }
}

/** The request above an arrow and the reply below it. */
function wordsOf(step: TraceStep, composed?: Composed): Omit<Labels, 'shortReply'> {
  const { event } = step
  if (event.type === 'crash' || event.type === 'restart') return { label: event.type, short: event.type, reply: '' }
  if (event.type === 'skip') return { label: 'left out', short: 'left out', reply: '' }
  if (event.type === 'timer') {
    if (step.after.marked[event.key] === true) return { label: `MARK ${event.key} stale`, short: 'MARK', reply: 'ok' }
    const reply = event.fault ?? (event.removed === null ? 'no entry' : 'ok')
    return { label: `DEL ${event.key}`, short: 'DEL', reply }
  }
  if (event.type === 'late' || event.type === 'load') return asked(step, event, composed)
  if ('to' in event) return deliveryWords(step, event)
  if (event.type === 'redeliver') return { label: 'begin again', short: 'again', reply: '' }
  if (event.type === 'machine-lost') return { label: 'machine lost', short: 'lost', reply: '' }
  if (event.type === 'sync') return { label: 'sync log', short: 'sync', reply: '' }
  if (event.type === 'soft-expire') return { label: `soft-expire ${event.key}`, short: 'soft', reply: '' }
  if (event.type === 'timeout') return { label: `lease of ${event.key} ends`, short: 'lease ends', reply: '' }
  if (event.type === 'lock-timeout') return { label: `lock of ${event.key} ends`, short: 'lock ends', reply: '' }
  if (event.type === 'flush') return flushWords(step, event)
  if (event.type !== 'request') return { label: `${event.type} ${event.key}`, short: event.type, reply: '' }
  return asked(step, event, composed)
}

/** The words at the arrow of a step. */
export function labelsOf(step: TraceStep, composed?: Composed): Labels {
  const words = wordsOf(step, composed)
  const telling = words.reply === 'no entry' ? 'none' : (words.reply.split(', ').at(-1) ?? '')
  return { ...words, shortReply: telling }
}
