/** The log of commits as a naive explorer gathers it from a trace: what was committed, and what was taken since. */
import type { StepEvent, Trace } from '../engine/trace'

type Commit = readonly [key: string, version: number]

/** What a step committed to the database. */
function commitOf(event: StepEvent): Commit | null {
  if (event.type === 'flush') return event.committed === null ? null : [event.key, event.committed]
  if (event.type !== 'request') return null
  const { kind, key, version } = event.request
  if (kind === 'database.put') return [key, version!]
  return kind === 'database.update' ? [key, (event.reply as { readonly version: number }).version] : null
}

/** Commits that wait, whether the first of them has been half taken, and those that may come again; null without a log. */
export function logOf({ scenario, steps }: Trace): unknown {
  const { protocol, faults, guards } = scenario
  if (protocol.write !== 'change-log' && faults.replica !== 'lagging' && !('regions' in guards)) return null
  let waiting: Commit[] = []
  let taken: Commit[] = []
  let isHalfTaken = false
  let redeliveries = faults.redeliver
  for (const { event } of steps) {
    const commit = commitOf(event)
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
