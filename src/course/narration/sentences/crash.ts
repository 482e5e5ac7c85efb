/** A client that stops: what it will not do any more, and what its absence leaves behind. */
import type { Request } from '../../../model/engine/program'
import type { Trace } from '../../../model/engine/trace'
import type { ClientView } from '../../../model/engine/view'
import { protocols } from '../../../model/protocols'
import { isWaiting, lastStep } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { newestCommit, standingOf } from '../staleness'
import { listed, type CrashTelling } from '../telling'

/** What a request would have done, after "before it". */
function intention(request: Request): string {
  const { kind, key, version } = request
  if (kind === 'cache.delete') return `deletes ${key} from the cache`
  if (kind === 'cache.setMarker') return `leaves a remote marker for ${key}`
  if (kind === 'cache.getMarker') return `looks for the remote marker of ${key}`
  if (kind === 'replica.select') return `reads ${key} from the replica`
  if (kind === 'database.select') return `reads ${key} from the database`
  if (kind === 'queue.setAndEnqueue') return `stores and queues a new version of ${key}`
  if (kind === 'cache.markStale') return `marks ${key} in the cache as stale`
  if (kind === 'database.nextval') return `takes a number for ${key}`
  if (kind === 'lock.take') return `takes the lock of ${key}`
  if (kind === 'lock.release') return `gives the lock of ${key} back`
  if (kind === 'database.put') return `commits version ${version ?? 0} of ${key}`
  if (kind === 'database.commitTogether') return `commits ${listed((request.commits ?? []).map((each) => each.key))}`
  if (kind === 'cache.deleteAll') return 'deletes every entry from the cache'
  if (kind === 'database.updateIfUnchanged' || kind === 'database.update') return `commits a new version of ${key}`
  return version === undefined ? `asks the cache for ${key}` : `stores version ${version} of ${key} in the cache`
}

/** Whether the cache runs the operation that the client is inside of, and so goes on without it. */
function cacheGoesOn(trace: Trace, client: ClientView, number: number): boolean {
  const isOwn = lastStep(trace, number - 1, ({ event }) => event.type === 'request' && event.client === client.name)
  const isRead = isOwn?.event.type === 'request' && isOwn.event.role === 'read' && isOwn.event.deed.kind !== 'bypass'
  if (client.operation?.kind === 'increment' && client.next?.part !== 'read') return false
  return client.status === 'inside' && isRead && protocols.read[trace.scenario.protocol.read]?.owner === 'cache'
}

/** The lease or the lock that a crashed client leaves behind, and who waits for it. */
function leftBehind({ step, event }: CrashTelling): string {
  const isLocked = Object.values(step.after.lock).includes(event.client)
  if (!isLocked && !Object.values(step.after.lease).includes(event.client)) return ''
  const waiting = Object.values(step.after.clients).filter(isWaiting)
  const wait =
    waiting.length === 0
      ? ''
      : `, and ${listed(waiting.map(({ name }) => name))} ${waiting.length === 1 ? 'waits' : 'wait'} for it`
  return isLocked ? ` Its lock stays${wait}.` : ` Its lease stays out${wait}.`
}

export function crash(telling: CrashTelling): Narration {
  const { trace, step, event } = telling
  const client = step.before.clients[event.client]
  if (!client || client.status !== 'inside' || client.next === null) {
    const which = client?.begun === 0 ? 'first' : 'next'
    return plainly(`${event.client} crashes before its ${which} operation begins.`, 'crash')
  }
  if (cacheGoesOn(trace, client, step.number)) {
    return plainly(`${event.client} crashes. The cache goes on with the load that ${event.client} began.`, 'crash')
  }
  const { next } = client
  const text = `${event.client} crashes before it ${intention(next)}.`
  const standing = standingOf(step.after, next.key)
  if (next.kind === 'database.put') {
    const lost = ` The cache holds version ${step.after.cache[next.key] ?? 0}, which the database will never have.`
    return badly('The write stops halfway.', text + (standing === 'ahead' ? lost : ''), 'crash')
  }
  const wouldMend =
    /^cache\.(delete|markStale)$/.test(next.kind) || (next.version ?? 0) === step.after.database[next.key]
  if (standing === 'stale' && wouldMend) {
    const stays = ` Version ${step.after.cache[next.key] ?? 0} stays cached, although ${newestCommit(telling, next.key, 'committed')}.`
    return badly('The write stops halfway.', text + stays + leftBehind(telling), 'crash')
  }
  return plainly(text + leftBehind(telling), 'crash')
}
