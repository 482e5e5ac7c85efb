/** Requests that arrive after their client has stopped waiting: a delete does no harm, a store may. */
import { lastStep, storesEntry, voidedLease } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { isRefusal } from '../replies'
import { disagreement, mended, newestCommit, standingOf } from '../staleness'
import { ofKey, type ArrivalTelling } from '../telling'

/** The step at which the client had sent it. */
function sendingOf({ trace, step, event }: ArrivalTelling): string {
  const sent = lastStep(
    trace,
    step.number - 1,
    ({ event: earlier }) =>
      earlier.type === 'request' &&
      earlier.fault === 'late' &&
      earlier.client === event.client &&
      earlier.request.kind === event.request.kind &&
      earlier.request.key === event.key &&
      earlier.request.version === event.request.version,
  )
  return sent === null ? '' : ` that ${event.client} had sent at step ${sent.number}`
}

function removal(telling: ArrivalTelling): Narration {
  const { step, event } = telling
  const present = step.before.cache[event.key] ?? null
  const isGone = present !== null && (step.after.cache[event.key] ?? null) === null
  const holder = voidedLease(step, event.key)
  const lease = holder === null ? '' : ` ${holder}'s lease is void from now on.`
  const what = event.request.kind === 'cache.delete' ? 'delete' : 'mark'
  const text = `The ${what} of ${event.key}${sendingOf(telling)} reaches the cache.`
  if (!isGone) return plainly(`${text}${present === null ? ' There is nothing to delete.' : ''}${lease}`, 'late delete')
  const cure = mended(telling, event.key)
  if (cure !== '') return gladly(`${text} Version ${present} is gone.${cure}${lease}`, 'late delete')
  const harmless = ` Version ${present} is gone though nothing was wrong with it; the next read loads it again.`
  return plainly(text + harmless + lease, 'late delete')
}

function store(telling: ArrivalTelling, version: number): Narration {
  const { step, event } = telling
  const text = `The version ${version}${ofKey(telling, event.key)}${sendingOf(telling)} reaches the cache`
  if (isRefusal(event.reply)) return gladly(`${text} and is refused.`, 'late store')
  if (!storesEntry(step, event.key)) return plainly(`${text}.`, 'late store')
  if (standingOf(step.after, event.key) !== 'stale') return plainly(`${text} and is stored.`, 'late store')
  const after = ` and is stored, after ${newestCommit(telling, event.key, 'had committed')}.`
  return badly(disagreement(telling, event.key), text + after, 'late store')
}

export const arrive = (telling: ArrivalTelling): Narration => {
  const { version, kind } = telling.event.request
  return version === undefined || kind === 'cache.delete' ? removal(telling) : store(telling, version)
}
