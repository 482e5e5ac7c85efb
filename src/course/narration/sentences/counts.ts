/**
 * What an increment adds: which version its value is made from, what the new version counts, and whose increments do
 * not count in it. Added to whatever is said of the step that makes the version.
 */
import { lastStep, makerOf } from '../causes'
import { badly, gladly, type Narration } from '../narration'
import { isRefusal, versionIn } from '../replies'
import type { RequestTelling } from '../telling'

/** What the version counts after the step, wherever it is. */
function countAfter({ step, event }: RequestTelling, version: number): number | null {
  const counts = step.after.counts[event.key]
  if (counts === undefined) return null
  if (step.after.database[event.key] === version) return counts.database
  return step.after.cache[event.key] === version ? counts.cache : counts.queue
}

/** Whether the operation has made its version in an earlier step. */
const isMade = ({ trace, step, event }: RequestTelling): boolean =>
  lastStep(
    trace,
    step.number - 1,
    ({ event: earlier }) =>
      earlier.type === 'request' &&
      earlier.client === event.client &&
      earlier.operation === event.operation &&
      earlier.request.basis !== undefined,
  ) !== null

/** The narration of a step that makes an incremented version, with what it counts. */
export function withCount(telling: RequestTelling, said: Narration): Narration {
  const { trace, step, event } = telling
  const { basis, version: given } = event.request
  if (basis === undefined || event.fault !== null || isMade(telling)) return said
  if (isRefusal(event.reply)) return said
  const version = versionIn(event.reply) ?? given ?? 0
  const count = countAfter(telling, version)
  if (count === null) return said
  const before = version - 1
  const missed = basis === 0 ? [] : Array.from({ length: before - basis }, (_, index) => basis + 1 + index)
  const from =
    basis === 0 ? `${event.client} adds one to what is there` : `${event.client} adds one to version ${basis}`
  const sum = ` ${from}, so version ${version} counts ${count}.`
  const [lost] = missed
  if (lost === undefined) return { ...said, text: said.text + sum }
  const maker = makerOf(trace, event.key, lost, step.number - 1)
  const whose = maker?.event.type === 'request' ? `, which ${maker.event.client} made at step ${maker.number},` : ''
  const text = `${said.text}${sum} Version ${lost}${whose} does not count in it.`
  return badly('An increment is lost.', text, 'lost update')
}

/** An increment that the database refuses, because the row has changed since it was read. */
export function refusedIncrement(telling: RequestTelling): Narration {
  const { trace, step, event } = telling
  const present = step.before.database[event.key] ?? 0
  const maker = makerOf(trace, event.key, present, step.number - 1)
  const who =
    maker?.event.type === 'request' ? `, since ${maker.event.client} committed it at step ${maker.number}` : ''
  return gladly(
    `The database refuses ${event.client}'s increment, because ${event.key} has version ${present}${who}, and it was made from version ${event.request.expected ?? 0}. It ends with an error, and nothing is lost.`,
    'compare-and-set',
  )
}
