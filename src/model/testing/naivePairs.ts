/** Composed values and transfers against all that the database has ever held, step by step. */
import { together } from '../engine/together'
import type { Trace } from '../engine/trace'
import { historyOf } from './history'

/** Whether a client was shown two rows as they stood together at no moment so far. */
export function tearsApart(trace: Trace): boolean {
  const { composed = {} } = trace.scenario
  const worlds = [trace.initial, ...trace.steps.map((step) => step.after)]
  return trace.steps.some(({ event, number }) => {
    if (event.type !== 'request' || event.result === null || event.role !== 'read') return false
    const rows = composed[event.deed.key]
    if (rows === undefined) return false
    const seen = worlds.slice(0, number + 1).map(({ database }) => rows.map((row) => database[row]!))
    const isOlder = isOlderThan(event.result, seen[0]!)
    return !isOlder && !seen.some(([first, second]) => together(first!, second!) === event.result)
  })
}

/** Whether both versions in `number` are at most those, and one of them is less. */
function isOlderThan(number: number, [first, second]: readonly number[]): boolean {
  for (let one = 0; one <= first!; one++)
    for (let other = 0; other <= second!; other++)
      if (together(one, other) === number) return one < first! || other < second!
  return false
}

/** Whether a client that had read one half of a transfer later read the other row as it was before it. */
export function showsHalf(trace: Trace): boolean {
  const transfers = trace.steps.flatMap(({ event, after, before }) => {
    if (event.type !== 'request' || event.deed.kind !== 'transfer') return []
    const rows = [event.deed.key, event.deed.other]
    const isCommit = rows.every((row) => before.database[row] !== after.database[row])
    return isCommit ? [rows.map((row) => ({ row, version: after.database[row]! }))] : []
  })
  const reads = historyOf(trace).filter(({ role, version }) => role === 'read' && version !== null)
  return transfers.some(([one, other]) =>
    [
      [one!, other!],
      [other!, one!],
    ].some(([first, second]) =>
      reads.some(
        (later) =>
          later.key === second!.row &&
          later.version! < second!.version &&
          reads.some(
            (earlier) =>
              earlier.client === later.client &&
              earlier.key === first!.row &&
              earlier.version! >= first!.version &&
              earlier.responded! < later.invoked,
          ),
      ),
    ),
  )
}
