/** What the versions of counted rows are worth, followed along a trace: value by value, as a person would. */
import type { Trace, TraceStep } from '../engine/trace'

/** The value of each version that the run has made, by row and version. */
function valuesOf(trace: Trace): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const step of trace.steps) {
    const made = madeBy(step)
    if (made === null || values.has(`${made.key} ${made.version}`)) continue
    values.set(`${made.key} ${made.version}`, (values.get(`${made.key} ${made.basis}`) ?? made.basis) + 1)
  }
  return values
}

/** The version that an increment makes in a step, and the one that it adds to. */
function madeBy({ event, before }: TraceStep) {
  if (event.type !== 'request' || event.fault === 'failed') return null
  const { kind, key, basis, version } = event.request
  const made = (event.reply as { readonly version?: number } | null)?.version ?? version
  if (basis === undefined || made === undefined) return null
  const cached = kind === 'cache.setNext' ? before.cache[key] : null
  return { key, version: made, basis: basis || before.queue[key] || cached || before.database[key]! }
}

/** Whether the database counts fewer increments than were acknowledged. */
export function losesUpdate(trace: Trace): boolean {
  const values = valuesOf(trace)
  const { database } = trace.steps.at(-1)?.after ?? trace.initial
  return Object.entries(database).some(([key, version]) => {
    const acknowledged = trace.steps.filter(
      ({ event }) =>
        event.type === 'request' &&
        event.deed.kind === 'increment' &&
        event.deed.key === key &&
        event.ends &&
        event.result !== null,
    ).length
    return (
      acknowledged > 0 && (values.get(`${key} ${version}`) ?? version) < trace.initial.database[key]! + acknowledged
    )
  })
}
