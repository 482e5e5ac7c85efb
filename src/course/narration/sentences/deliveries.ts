/**
 * Commits that reach somebody later: the replica, by its own replicator, or the replica and the cache, by
 * the listener that follows the log; and the listener's new beginning, after which all of them come again.
 */
import { lastStep, voidedLease } from '../causes'
import { badly, gladly, plainly, type Narration } from '../narration'
import { standingOf } from '../staleness'
import { listed, type ChangeTelling, type DeliveryTelling } from '../telling'

/** ` The remote marker of x goes with it.` where a commit takes one away, and whether that is too early. */
function markerNote({ step, event: { key } }: DeliveryTelling): { readonly text: string; readonly isEarly: boolean } {
  const { before, after } = step
  if (before.marker[key] !== true || after.marker[key] === true) return { text: '', isEarly: false }
  const committed = after.database[key] ?? 0
  const isEarly = (after.replica[key] ?? committed) < committed
  const still = isEarly ? `, although version ${committed} is still on its way` : ''
  return { text: ` The remote marker of ${key} goes with it${still}.`, isEarly }
}

/** Whether the listener has brought the same commit there before. */
const isAgain = ({ trace, step, event }: DeliveryTelling): boolean =>
  lastStep(
    trace,
    step.number - 1,
    ({ event: earlier }) =>
      earlier.type === 'log' &&
      earlier.to === event.to &&
      earlier.key === event.key &&
      earlier.version === event.version,
  ) !== null

function toReplica(telling: DeliveryTelling): Narration {
  const { step, event } = telling
  const marker = markerNote(telling)
  const version = `version ${event.version} of ${event.key}`
  const isRead = step.before.replica[event.key] !== null
  const rest = isAgain(telling) ? ', which has applied it already' : isRead ? '' : ', which nobody reads here'
  const text =
    event.type === 'replica'
      ? `The replica applies ${version}.`
      : `The listener brings ${version} to the replica${rest}.`
  if (marker.isEarly) return badly(null, text + marker.text, 'remote marker')
  return plainly(text + marker.text, event.type === 'replica' ? 'replication' : 'change log')
}

/** A version that the cache has had, or has had a newer one than, comes again and is stored. */
function regress({ event }: DeliveryTelling, present: number): Narration {
  const text = `The listener brings version ${event.version} of ${event.key} again and stores it over version ${present}.`
  return badly('The cache goes back to an older version.', text, 'redelivery')
}

function toCache(telling: DeliveryTelling): Narration {
  const { step, event } = telling
  const { key, version } = event
  const present = step.before.cache[key] ?? null
  if (present !== null && step.after.cache[key] === present) {
    if (present === version)
      return plainly(`The listener brings version ${version} of ${key}, which is cached already.`, 'change log')
    const text = `The listener brings version ${version} of ${key}, and the cache refuses it, because it holds version ${present}.`
    const isOld = version < (step.after.database[key] ?? 0)
    return isOld ? gladly(text, 'compare-and-set') : plainly(text, 'compare-and-set')
  }
  if (present !== null && present > version) return regress(telling, present)
  const holder = voidedLease(step, key)
  const lease = holder === null ? '' : ` ${holder}'s lease is void from now on.`
  const over = present === null ? '' : `, where version ${present} was`
  const newer =
    standingOf(step.after, key) === 'stale' ? ` Version ${step.after.database[key] ?? 0} waits in the log.` : ''
  return plainly(`The listener stores version ${version} of ${key} in the cache${over}.${newer}${lease}`, 'change log')
}

export const deliver = (telling: DeliveryTelling): Narration =>
  telling.event.to === 'cache' ? toCache(telling) : toReplica(telling)

/** Everything that it has taken comes again. */
export function redeliver({ step }: ChangeTelling): Narration {
  const { before, after } = step
  const count = (before.log?.taken.length ?? 0) + (before.log?.isHalfway === true ? 1 : 0)
  const again = (after.log?.waiting ?? []).slice(0, count).map(({ key, version }) => `version ${version} of ${key}`)
  const what = `${listed(again)} ${again.length === 1 ? 'comes' : 'come'} again.`
  return plainly(`The listener crashes and begins again from the start of the log: ${what}`, 'at least once')
}
