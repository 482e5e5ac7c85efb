/** Two rows that are committed at once, and what the cache still holds of them. */
import type { TraceStep } from '../../../model/engine/trace'
import { badly, plainly, type Narration } from '../narration'
import { standingOf } from '../staleness'
import { listed, type RequestTelling } from '../telling'
import { acknowledged } from './database'

const versionOf = (world: TraceStep['after'], key: string): number => world.database[key] ?? 0

export function commitTogether(telling: RequestTelling): Narration {
  const { step, event } = telling
  const rows = (event.request.commits ?? []).map(({ key }) => key)
  const what = listed(rows.map((row) => `version ${versionOf(step.after, row)} of ${row}`))
  const timers = event.request.later === undefined ? '' : ' and sets a timer for each that will delete its entry'
  const stale = rows.filter((row) => standingOf(step.after, row) === 'stale')
  const held = listed(stale.map((row) => `version ${step.after.cache[row] ?? 0} of ${row}`))
  const still = stale.length === 0 ? '' : ` The cache still holds ${held}.`
  const text = `${event.client} commits ${what} in one transaction${timers}.${still}${acknowledged(telling)}`
  if (stale.length > 0 && event.ends && timers === '')
    return badly('The cache now disagrees with the database.', text, 'stale entry')
  return plainly(text, stale.length === 0 ? 'transaction' : 'stale window')
}
