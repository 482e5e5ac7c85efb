/** Locks of writers, and what runs out: a lock or a lease, while its holder works on or after it has crashed. */
import { lastStep, newlyBlocked, release } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { listed, type ChangeTelling, type RequestTelling } from '../telling'
import { acknowledged } from './database'

/** Since when the lock is free: `T1 gave the lock back at step 4`. */
function freedBy({ trace, step, event }: RequestTelling): string | null {
  const freeing = release(trace, event.client, step.number)
  if (freeing === null || freeing.event.type === 'restart' || !('client' in freeing.event)) return null
  const { type, client } = freeing.event
  if (type === 'lock-timeout') return `${client}'s lock ran out at step ${freeing.number}`
  return type === 'request' ? `${client} gave the lock back at step ${freeing.number}` : null
}

export function lock(telling: RequestTelling): Narration {
  const { step, event } = telling
  const freed = freedBy(telling)
  const opening = freed === null ? event.client : `${event.client} has waited until ${freed}. Now it`
  const waiting = newlyBlocked(step)
  const wait =
    waiting.length === 0 ? '' : ` ${listed(waiting)} ${waiting.length === 1 ? 'has' : 'have'} to wait for it.`
  return plainly(
    `${opening} takes the lock of ${event.key}, so no other writer of ${event.key} may begin.${wait}`,
    'lock',
  )
}

/** Gives back one's own lock; one that ran out is not there any more. */
export function unlock(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const holder = step.before.lock[event.key] ?? null
  if (holder === event.client)
    return plainly(`${event.client} gives the lock of ${event.key} back.${acknowledged(telling)}`, 'lock')
  const loss = lastStep(
    trace,
    step.number - 1,
    ({ before, after }) => before.lock[event.key] === event.client && after.lock[event.key] !== event.client,
  )
  const since = loss?.event.type === 'restart' ? 'went with the restart' : 'ran out'
  const now = holder === null ? '' : `, and ${holder} holds it now`
  const text = `${event.client} has no lock of ${event.key} to give back: it ${since} at step ${loss?.number ?? 0}${now}.`
  return plainly(text + acknowledged(telling), 'lock time-out')
}

/** Whether the holder is gone for good, and since when. */
const crashOf = ({ trace, step, event }: ChangeTelling) =>
  lastStep(trace, step.number - 1, (earlier) => earlier.event.type === 'crash' && earlier.event.client === event.client)

/** Who no longer has to wait. */
function freed({ step }: ChangeTelling): string {
  const names = Object.values(step.after.clients)
    .filter(({ name, isBlocked }) => !isBlocked && step.before.clients[name]?.isBlocked === true)
    .map(({ name }) => name)
  if (names.length === 0) return ''
  return ` ${listed(names)} need${names.length === 1 ? 's' : ''} to wait no longer.`
}

/** A token that runs out is of no use any more, also to a holder that was only slow. */
export function leaseTimeout(telling: ChangeTelling): Narration {
  const { event } = telling
  const crash = crashOf(telling)
  const text = `${event.client}'s lease on ${event.key} runs out, so the next miss gets a new one.`
  if (crash === null) return plainly(text + freed(telling), 'lease time-out')
  return gladly(`${text} ${event.client} crashed at step ${crash.number}.${freed(telling)}`, 'lease time-out')
}

/** A lock that runs out under a writer that goes on is worse than one that a crash has left behind. */
export function lockTimeout(telling: ChangeTelling): Narration {
  const { step, event } = telling
  const crash = crashOf(telling)
  const text = `${event.client}'s lock of ${event.key} runs out.`
  if (crash !== null)
    return gladly(`${text} ${event.client} crashed at step ${crash.number}.${freed(telling)}`, 'lock time-out')
  if (step.after.clients[event.client]?.status !== 'inside') return plainly(text + freed(telling), 'lock time-out')
  return badly(null, `${text} ${event.client} does not notice and goes on writing.${freed(telling)}`, 'lock time-out')
}
