/** The remote marker: a writer leaves it before its commit, and whoever misses looks at it to know whom to ask. */
import { lastStep } from '../causes'
import { plainly, type Narration } from '../narration'
import { actorOf, type RequestTelling } from '../telling'

export const leaveMarker = ({ event }: RequestTelling): Narration =>
  plainly(
    `${event.client} leaves a remote marker for ${event.key}: until it goes, whoever misses asks the master.`,
    'remote marker',
  )

/** What took the marker: `step 5 evicted it`; empty where there never was one. */
function lossCause({ trace, step, event }: RequestTelling): string {
  const { key } = event
  const loss = lastStep(
    trace,
    step.number - 1,
    ({ before, after }) => before.marker[key] === true && !after.marker[key],
  )
  if (loss === null) return ''
  const verbs: Readonly<Record<string, string>> = { evict: 'evicted it', expire: 'let it expire', restart: 'lost it' }
  return `, because step ${loss.number} ${verbs[loss.event.type] ?? 'took it away'}`
}

/** Says what a look at the marker found, and whom the reader will ask. */
export function lookForMarker(telling: RequestTelling): Narration {
  const { step, event } = telling
  const who = actorOf(event)
  if (step.before.marker[event.key] === true)
    return plainly(`${who} finds the remote marker of ${event.key}, so it asks the master.`, 'remote marker')
  return plainly(
    `${who} finds no remote marker of ${event.key}${lossCause(telling)}, so it asks the replica.`,
    'remote marker',
  )
}
