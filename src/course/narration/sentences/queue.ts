/**
 * Write-behind: a write that is acknowledged before the database knows it, and the flush that brings it there.
 * Where it waits (a queue, a flag in its entry, memory with a log beside it) is the scenario's choice.
 */
import type { ChangeEvent, TraceStep } from '../../../model/engine/trace'
import { voidedLease } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { versionIn } from '../replies'
import type { ChangeTelling, RequestTelling } from '../telling'

type Guards = Readonly<Record<string, string>>

/** How the write is kept until the database has it: the end of a sentence about who stores what. */
function keeping(guards: Guards): string {
  if (guards['write-ahead-log'] === 'periodic')
    return ' in memory and appends it to the log, which has yet to be synced to the disk.'
  if (guards['write-ahead-log'] !== undefined) return ' in memory, with the log on the disk.'
  if (guards['queue'] === 'entry') return ' in the cache, with a flag in the entry that the database does not have it.'
  return ' in the cache and queues it for the database.'
}

/** What the update finds where it waits. */
function crowd({ trace, step, event }: RequestTelling): string {
  const waiting = step.before.queue[event.key] ?? null
  if (waiting === null) return ''
  if (trace.scenario.guards['coalesce'] !== 'none')
    return ` It takes the place of version ${waiting}, which waited there.`
  return ` ${step.after.backlog?.updates[event.key] ?? 0} updates of ${event.key} wait now, each to be written on its own.`
}

const isFull = ({ trace, step }: RequestTelling): boolean =>
  step.after.backlog?.batch === Number(trace.scenario.guards['flush-every'])

/** Stored, queued and answered in one step; a queued version that it replaces will never be committed. */
export function enqueue(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const { guards } = trace.scenario
  const lease = voidedLease(step, event.key)
  const voids = lease === null ? '' : ` ${lease}'s lease is void from now on.`
  const verb = guards['write-ahead-log'] === undefined ? 'stores' : 'keeps'
  const text = `${event.client} ${verb} version ${versionIn(event.reply) ?? 0} of ${event.key}${keeping(guards)}`
  const answer = ` The ${event.deed.kind} is acknowledged, and the database still has version ${step.after.database[event.key] ?? 0}.`
  const batch = isFull(telling) ? ' The batch is complete: it has to be flushed before the next write.' : ''
  const isAlone = (step.before.queue[event.key] ?? null) === null
  const term = isAlone ? 'write-behind' : guards['coalesce'] === 'none' ? 'backlog' : 'coalescing'
  return plainly(`${text}${crowd(telling)}${voids}${answer}${batch}`, term)
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

/** What is left where the flushed version waited. */
function rest({ trace, step }: ChangeTelling, key: string): string {
  const left = step.after.backlog?.updates[key] ?? 0
  if (left > 0) return ` ${left} ${left === 1 ? 'update' : 'updates'} of ${key} still ${left === 1 ? 'waits' : 'wait'}.`
  return trace.scenario.guards['queue'] === 'entry' ? ' The flag in the entry is cleared.' : ''
}

/** One step of a flush: all at once, or taking, writing or clearing. */
export function flush(telling: ChangeTelling): Narration {
  const { step, event } = telling
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
    const commits = `The flush commits version ${event.committed ?? 0} of ${key} to the database`
    const left = rest(telling, key)
    return plainly(left === '' ? `${commits} and clears the queue.` : `${commits}.${left}`, 'flush')
  }
  if (!underWay.isWritten)
    return plainly(`The flush commits version ${underWay.version} of ${key} to the database.`, 'flush')
  return cleared(telling, underWay.version)
}

/** The last of three steps, after which a newer write may be gone. */
function cleared({ step, event: { key } }: ChangeTelling, written: number): Narration {
  const lost = lostByClear(step, key, written)
  if (lost !== null)
    return badly(
      'An acknowledged write is lost.',
      `The flush wrote version ${written} of ${key} and clears the queue, where version ${lost} waited by now.`,
      'lost write',
    )
  const waiting = step.after.queue[key] ?? null
  if (waiting === null) return plainly(`The flush clears ${key} from the queue.`, 'flush')
  return gladly(
    `The flush wrote version ${written} of ${key} and finds version ${waiting} in the queue, so it leaves it there.`,
    'compare and clear',
  )
}

/** What had been appended to the log is on the disk from now on. */
export function sync({ step: { before, after } }: ChangeTelling): Narration {
  const synced = Object.entries(after.backlog?.synced ?? {}).filter(
    ([key, version]) => version !== null && version !== (before.backlog?.synced?.[key] ?? null),
  )
  const [first] = synced
  const what =
    synced.length === 1 && first
      ? `version ${first[1] ?? 0} of ${first[0]} is`
      : `the newest versions of ${synced.length} keys are`
  return plainly(`The log is synced: ${what} on the disk now.`, 'log sync')
}
