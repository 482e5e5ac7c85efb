/** Entries that go: deleted by a writer, by a timer, by capacity or by age. */
import { voidedLease } from '../causes'
import { gladly, plainly, type Narration } from '../narration'
import { mended, standingOf } from '../staleness'
import type { ChangeTelling, RequestTelling } from '../telling'
import { acknowledged } from './database'
import { leaseNote } from './stores'

export function remove(telling: RequestTelling): Narration {
  const { step, event } = telling
  const present = step.before.cache[event.key] ?? null
  const stale = standingOf(step.before, event.key) === 'stale' ? 'The stale version' : 'Version'
  const gone = present === null ? ' There is nothing to delete.' : ` ${stale} ${present} is gone.`
  const lease = leaseNote(telling, event.key)
  const text = `${event.client} deletes ${event.key} from the cache.${gone}${lease}${acknowledged(telling)}`
  return plainly(text, lease === '' ? 'invalidation' : 'voided lease')
}

/** Good where what went was stale; otherwise a loss like any other. */
const departure = (telling: ChangeTelling, text: string, term: string): Narration => {
  const cure = mended(telling, telling.event.key)
  return cure === '' ? plainly(text, term) : gladly(text + cure, term)
}

export function timer(telling: ChangeTelling): Narration {
  const { step, event } = telling
  const holder = voidedLease(step, event.key)
  const lease = holder === null ? '' : ` ${holder}'s lease is void from now on.`
  if (event.removed === null) {
    return plainly(`${event.client}'s timer fires. There is nothing to delete.${lease}`, 'deferred delete')
  }
  const text = `${event.client}'s timer fires and deletes version ${event.removed} of ${event.key} from the cache.`
  return departure(telling, text, 'deferred delete')
}

export const evict = (telling: ChangeTelling): Narration =>
  departure(
    telling,
    `The cache needs the room and evicts version ${telling.event.removed ?? 0} of ${telling.event.key}.`,
    'eviction',
  )

export const expire = (telling: ChangeTelling): Narration =>
  departure(
    telling,
    `Version ${telling.event.removed ?? 0} of ${telling.event.key} expires and leaves the cache.`,
    'expiry',
  )
