/**
 * Stores that the cache refuses. A refusal that keeps an older version out is what a guard is for; one
 * that leaves a stale entry where a newer version was offered is not.
 */
import { driftsOfValue } from '../../../model/guards/clock'
import { burialOf, lastStep, leaseVoiding, storeOf } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { disagreement, standingOf } from '../staleness'
import { ofKey, type RequestTelling } from '../telling'
import { acknowledged } from './database'

const terms: Readonly<Record<string, string>> = {
  'cache.leaseSet': 'lease',
  'cache.fillOverTombstone': 'tombstone',
  'cache.setIfAbsent': 'add if absent',
  'cache.setIfPresent': 'replace if present',
  'cache.compareAndSetNewer': 'compare-and-set',
  'cache.compareAndSetEqual': 'compare-and-set',
}

/** Why a stamp looks too old to the cache; null where it does not. */
function oldStamp({ trace, step, event }: RequestTelling): string | null {
  if (event.request.stamp === undefined) return null
  if (driftsOfValue(trace.scenario.guards['clock'] ?? '').get(event.client) === -1)
    return `${event.client}'s clock is slow, and its stamp looks older than a lifetime`
  if (step.before.clients[event.client]?.stamp !== 'too old') return null
  const expiry = lastStep(
    trace,
    step.number - 1,
    ({ before, after }) =>
      before.clients[event.client]?.stamp !== 'too old' && after.clients[event.client]?.stamp === 'too old',
  )
  return `its stamp is older than a lifetime: what was stored since had expired by step ${expiry?.number ?? 0}`
}

/** Why a store was refused: `step 4 voided its lease`. `whose` is the word before "lease". */
export function refusalCause(telling: RequestTelling, whose: 'its' | 'the'): string {
  const { trace, step, event } = telling
  const old = oldStamp(telling)
  if (old !== null) return old
  if (event.request.kind.startsWith('cache.leaseSet')) {
    const voiding = leaseVoiding(trace, event.key, event.client, step.number - 1)
    if (voiding === null) return `${whose} lease is not out`
    const isLate = voiding.event.type === 'timeout'
    return isLate ? `${whose} lease ran out at step ${voiding.number}` : `step ${voiding.number} voided ${whose} lease`
  }
  const grave = step.before.tombstone[event.key] ?? null
  if (grave !== null && (step.before.cache[event.key] ?? null) === null) {
    const burial = burialOf(trace, event.key, step.number - 1)
    return `step ${burial?.number ?? 0} left a tombstone of version ${grave}`
  }
  if (event.request.kind === 'cache.setIfPresent') return 'nothing is cached that it could replace'
  const present = step.before.cache[event.key] ?? 0
  const store = storeOf(trace, event.key, step.number - 1)
  const since = store ? `stored at step ${store.number}` : 'from the start'
  const expected = event.request.expected ?? 0
  const holds = `version ${present}${ofKey(telling, event.key)}, ${since}`
  if (expected === 0) return `the cache already holds ${holds}`
  return `the cache holds ${holds}, and ${event.client} expected version ${expected}`
}

/** Says what was refused and why, and whether the cache is the better for it. */
export function refusal(telling: RequestTelling): Narration {
  const { step, event } = telling
  const version = event.request.version ?? 0
  const what = event.role === 'read' ? `${event.client}'s fill` : `${event.client}'s store of version ${version}`
  const next = event.startsOver ? ` ${event.client} starts over.` : acknowledged(telling, ' all the same')
  const text = `${what} is refused, because ${refusalCause(telling, 'its')}.${next}`
  const term = oldStamp(telling) === null ? (terms[event.request.kind] ?? null) : 'time stamp'
  if (standingOf(step.after, event.key) === 'stale') return badly(disagreement(telling, event.key), text, term)
  const keepsOldOut = version < (step.after.database[event.key] ?? 0)
  return keepsOldOut ? gladly(text, term) : plainly(text, term)
}
