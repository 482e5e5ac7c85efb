/** Entries that are marked stale: the mark, who refills, who is handed the old version meanwhile, and a fill that is marked. */
import { lastStep, leaseTaking, leaseVoiding, voidedLease } from '../causes'
import { badly, plainly, type Narration } from '../narration'
import { versionIn } from '../replies'
import { actorOf, ofKey, type ChangeTelling, type RequestTelling } from '../telling'
import { acknowledged } from './database'

/** The step that marked the entry of a key. */
const markingOf = ({ trace, step }: RequestTelling, key: string) =>
  lastStep(trace, step.number - 1, ({ before, after }) => before.marked[key] !== true && after.marked[key] === true)

const leaseNote = ({ step }: RequestTelling | ChangeTelling, key: string): string => {
  const holder = voidedLease(step, key)
  return holder === null ? '' : ` ${holder}'s lease is void from now on.`
}

/** A delete that leaves the entry. */
export function mark(telling: RequestTelling): Narration {
  const { step, event } = telling
  const present = step.before.cache[event.key] ?? null
  const what =
    present === null ? 'There is nothing to mark.' : `Version ${present} stays, and the next reader has to refill it.`
  const text = `${event.client} marks ${event.key} in the cache as stale. ${what}${leaseNote(telling, event.key)}`
  return plainly(text + acknowledged(telling), 'stale mark')
}

/** A timer that marks what it would otherwise delete. */
export function markByTimer(telling: ChangeTelling): Narration {
  const { step, event } = telling
  const text = `${event.client}'s timer fires and marks version ${step.after.cache[event.key] ?? 0} of ${event.key} as stale.`
  return plainly(text + leaseNote(telling, event.key), 'stale mark')
}

/** A look at a marked entry: a miss for whoever takes the lease, and a hit for everybody else. */
export function lookAtMarked(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const marking = markingOf(telling, event.key)
  const since = marking === null ? '' : ` at step ${marking.number}`
  const version = versionIn(event.reply)
  if (version === null) {
    const text = `${event.client} finds version ${step.before.cache[event.key] ?? 0}${ofKey(telling, event.key)}, marked stale${since}.`
    return plainly(
      `${text} It takes the lease and has to refill it; others are served version ${step.before.cache[event.key] ?? 0} meanwhile.`,
      'lease',
    )
  }
  const holder = step.before.lease[event.key] ?? 'another client'
  const taking = leaseTaking(trace, event.key, holder, step.number - 1)
  const why = `because ${holder} has been refilling it${taking === null ? '' : ` since step ${taking.number}`}`
  const text = `${event.client} is served version ${version}${ofKey(telling, event.key)}, marked stale${since}, ${why}.`
  return badly(null, text, 'stale read')
}

/** A fill whose lease is dead, stored all the same and marked. */
export function markedFill(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const version = event.request.version ?? 0
  const voiding = leaseVoiding(trace, event.key, event.client, step.number - 1)
  const cause = voiding === null ? 'its lease is not out' : `step ${voiding.number} ended its lease`
  const replaced = step.before.cache[event.key] ?? null
  const text = `${actorOf(event)} keeps version ${version}${ofKey(telling, event.key)} and marks it stale, because ${cause}.`
  const isWorse = replaced !== null && replaced > version && step.before.marked[event.key] !== true
  if (!isWorse) return plainly(text + acknowledged(telling), 'stale mark')
  return badly('A newer version has to make way.', `${text} Version ${replaced} was there, and clean.`, 'stale mark')
}
