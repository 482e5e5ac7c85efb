/** The log of commits as a naive explorer gathers it from a trace: what was committed, and what was taken since. */
import type { Trace, TraceStep } from '../engine/trace'

type Commit = readonly [key: string, version: number]

/** What a step committed to the database. A flush that is repeated commits nothing new. */
function commitOf({ event, before, after }: TraceStep): Commit | null {
  if (event.type === 'flush')
    return before.database[event.key] === after.database[event.key] ? null : [event.key, after.database[event.key]!]
  if (event.type !== 'request' || event.fault === 'failed') return null
  const { kind, key } = event.request
  return kind === 'database.put' || kind === 'database.update' ? [key, after.database[key]!] : null
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
    const commit = commitOf(step)
    if (commit !== null) waiting.push(commit)
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
