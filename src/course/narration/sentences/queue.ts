/**
 * Write-behind: a write that is acknowledged before the database knows it, the flush that brings it there,
 * and the restart that a queue in memory does not survive.
 */
import type { ChangeEvent, TraceStep } from '../../../model/engine/trace'
import { voidedLease } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { versionIn } from '../replies'
import { listed, type ChangeTelling, type RequestTelling } from '../telling'

/** Stored, queued and answered in one step; a queued version that it replaces will never be committed. */
export function enqueue({ step, event }: RequestTelling): Narration {
  const version = versionIn(event.reply) ?? 0
  const waiting = step.before.queue[event.key] ?? null
  const replaced = waiting === null ? '' : ` It takes the place of version ${waiting}, which waited there.`
  const lease = voidedLease(step, event.key)
  const voids = lease === null ? '' : ` ${lease}'s lease is void from now on.`
  const text = `${event.client} stores version ${version} of ${event.key} in the cache and queues it for the database.`
  return plainly(
    `${text}${replaced}${voids} The write is acknowledged, and the database still has version ${step.after.database[event.key] ?? 0}.`,
    waiting === null ? 'write-behind' : 'coalescing',
  )
}

/** What a plain clear throws away: a version that came after the flush had taken an older one. */
function lostByClear({ before, after }: TraceStep, key: string, written: number): number | null {
  const waited = before.queue[key] ?? null
  return waited !== null && waited !== written && (after.queue[key] ?? null) === null ? waited : null
}

/** A commit that failed, or that the flusher did not hear of. */
function struckFlush({ key, fault, committed }: ChangeEvent): Narration {
  if (fault === 'failed')
    return plainly(
      `The database refuses the flush of ${key}. What waits stays in the queue and is tried again.`,
      'failed flush',
    )
  return plainly(
    `The flush commits version ${committed ?? 0} of ${key} to the database, and the answer is lost. It stays in the queue and is written once more.`,
    'lost answer',
  )
}

/** One step of a flush: all at once, or taking, writing or clearing. */
export function flush({ step, event }: ChangeTelling): Narration {
  const { before, after } = step
  const { key } = event
  const underWay = before.flush
  if (event.fault !== null) return struckFlush(event)
  const present = before.database[key] ?? 0
  if (event.committed !== null && event.committed <= present)
    return plainly(
      `The flush brings version ${event.committed} of ${key} to the database, which has version ${present} already. Nothing changes.`,
      'repeated flush',
    )
  if (underWay === null) {
    if (after.flush !== null)
      return plainly(`The flush takes version ${after.flush.version} of ${key} from the queue.`, 'flush')
    const version = before.queue[key] ?? 0
    return plainly(`The flush commits version ${version} of ${key} to the database and clears the queue.`, 'flush')
  }
  if (!underWay.isWritten)
    return plainly(`The flush commits version ${underWay.version} of ${key} to the database.`, 'flush')
  const lost = lostByClear(step, key, underWay.version)
  if (lost !== null)
    return badly(
      'An acknowledged write is lost.',
      `The flush wrote version ${underWay.version} of ${key} and clears the queue, where version ${lost} waited by now.`,
      'lost write',
    )
  const waiting = after.queue[key] ?? null
  if (waiting === null) return plainly(`The flush clears ${key} from the queue.`, 'flush')
  return gladly(
    `The flush wrote version ${underWay.version} of ${key} and finds version ${waiting} in the queue, so it leaves it there.`,
    'compare and clear',
  )
}

const entries = (held: Readonly<Record<string, number | null>>): readonly string[] =>
  Object.entries(held).flatMap(([key, version]) => (version === null ? [] : [`version ${version} of ${key}`]))

/** Everything goes; what goes from the queue is lost. */
export function restart({ step }: ChangeTelling): Narration {
  const { before, after } = step
  const gone = entries(before.cache)
  const cached =
    gone.length === 0 ? 'It held nothing.' : `${capital(listed(gone))} ${gone.length === 1 ? 'is' : 'are'} gone.`
  const lost = entries(before.queue).filter((entry) => !entries(after.queue).includes(entry))
  const text = `The cache restarts and comes back empty. ${cached}`
  if (lost.length > 0)
    return badly(
      'An acknowledged write is lost.',
      `${text} So is the queue, where ${listed(lost)} waited for the database.`,
      'lost write',
    )
  const waiting = entries(after.queue)
  if (waiting.length === 0) return plainly(text, 'cache restart')
  return gladly(
    `${text} The queue survives, where ${listed(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'}.`,
    'durable queue',
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
