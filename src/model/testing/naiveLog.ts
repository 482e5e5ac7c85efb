/** The log of commits as a naive explorer gathers it from a trace: what was committed, and what was taken since. */
import { isRefusal } from '../engine/program'
import type { Trace, TraceStep } from '../engine/trace'

type Commit = readonly [key: string, version: number]

/** What a step committed to the database. A flush that is repeated commits nothing new. */
function commitsOf({ event, before, after }: TraceStep): readonly Commit[] {
  if (event.type === 'flush')
    return before.database[event.key] === after.database[event.key] ? [] : [[event.key, after.database[event.key]!]]
  if (event.type !== 'request' || event.fault === 'failed' || isRefusal(event.reply)) return []
  const commits = ['database.put', 'database.update', 'database.updateIfUnchanged']
  return (event.request.commits ?? [event.request]).flatMap(({ kind, key }) =>
    commits.includes(kind) ? [[key, after.database[key]!]] : [],
  )
}

/** Commits that wait, whether the first of them has been half taken, and those that may come again; null without a log. */
export function logOf({ scenario, steps }: Trace): unknown {
  const { protocol, faults, guards } = scenario
  if (protocol.write !== 'change-log' && faults.replica !== 'lagging' && !('regions' in guards)) return null
  let waiting: Commit[] = []
  let taken: Commit[] = []
  let isHalfTaken = false
  let redeliveries = faults.redeliver
  for (const step of steps) {
    const { event } = step
    waiting.push(...commitsOf(step))
    if (event.type === 'replica' || (event.type === 'log' && isHalfTaken)) {
      const [first, ...rest] = waiting
      waiting = rest
      if (redeliveries > 0) taken.push(first!)
      isHalfTaken = false
    } else if (event.type === 'log') isHalfTaken = true
    if (event.type !== 'redeliver') continue
    redeliveries--
    waiting = [...taken, ...waiting]
    taken = []
    isHalfTaken = false
  }
  return [waiting, isHalfTaken, taken, redeliveries]
}
