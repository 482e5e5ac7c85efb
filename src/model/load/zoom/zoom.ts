/**
 * A stale read, zoomed: the exact interleaving of the operations that made it, as a scenario and a schedule that the Lab
 * opens.
 *
 * The run is taken again, and the steps on the key are cut off further and further back, to a moment at which cache and
 * database agree, until what is left, replayed by the engine, asks the same requests in the same order and hands the
 * reader the same old version. Then every operation that takes no part in it is left away. So nothing is shown that the
 * engine has not replayed.
 */
import { replay } from '../../engine/replay'
import type { Trace } from '../../engine/trace'
import { misfitIn } from '../../scenario/rules'
import type { StaleRead } from '../result'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { cut, type Cutting } from './cutting'
import { momentsOf, type Moment } from './moments'

export interface Zoomed extends Pick<Cutting, 'scenario' | 'schedule'> {
  /** The client that reads something old. */
  readonly reader: string
}

/** How far before the old version was superseded the story may begin, in milliseconds; the next one if it does not. */
const MARGINS = [50, 500, 5000, Infinity] as const

/** More operations than this are no story that one can follow. */
const OPERATIONS_MAX = 40

/** Zooms in; a sentence where that cannot be. */
export function zoomOf(
  workload: Workload,
  strategy: Strategy,
  read: StaleRead,
  isGivenUp: () => boolean = () => false,
): Zoomed | string {
  for (const margin of MARGINS) {
    const fromMs = Math.max(0, read.atMs - read.ageMs - margin)
    const moments = momentsOf(workload, strategy, { key: read.key, fromMs, toMs: read.atMs }, isGivenUp)
    const found = isGivenUp() ? null : shortest(strategy, moments, read)
    if (found !== null) return found
    if (fromMs === 0) break
  }
  return `More than ${OPERATIONS_MAX} operations on this key are under way around this read, too many to follow. Choose a read of a less popular key.`
}

type Deeds = ReadonlyMap<number, 'read' | 'write'>

function shortest(strategy: Strategy, all: readonly Moment[], read: StaleRead): Zoomed | null {
  const last = all.findLastIndex(({ step }) => step.operation === read.operation)
  const first = all.findIndex(({ step }) => step.operation === read.operation)
  if (last < 0) return null
  const moments = all.slice(0, last + 1)
  for (let from = first; from >= 0; from--) {
    if (moments[from]!.step.step === 'crash') return null
    const { before } = moments[from]!
    const isBetween = from === 0 || moments[from - 1]!.before !== before
    if (!isBetween || (before.cached !== 0 && before.cached !== before.row)) continue
    const piece = moments.slice(from)
    const deeds = deedsIn(piece, moments.slice(0, from))
    if (deeds.size > OPERATIONS_MAX) return null
    if (shows(strategy, piece, deeds, read) !== null) return pruned(strategy, piece, deeds, read)
  }
  return null
}

/** The operations that begin in a piece, in the order of their beginnings, each with what it does. */
function deedsIn(piece: readonly Moment[], earlier: readonly Moment[]): Deeds {
  const begun = new Set(earlier.map(({ step }) => step.operation))
  const deeds = new Map<number, 'read' | 'write'>()
  for (const { step } of piece)
    if (step.deed !== null && !begun.has(step.operation)) deeds.set(step.operation, step.deed)
  return deeds
}

/** Replays a piece; what it shows, or null where it is another story. */
function shows(strategy: Strategy, piece: readonly Moment[], deeds: Deeds, read: StaleRead): Zoomed | null {
  if (!deeds.has(read.operation)) return null
  const { scenario, schedule, names, shift } = cut(strategy, piece, deeds)
  if (misfitIn(scenario) !== null) return null
  const trace = replay(scenario, schedule)
  if (trace.refused !== null) return null
  const events = trace.steps.map(({ event }) => event)
  const asked = events.flatMap((event) => (event.type === 'request' ? [event.request.kind] : []))
  if (String(asked) !== String(requestsIn(piece, deeds))) return null
  const reader = names.get(read.operation)!
  const isOld = answerOf(trace, reader) === read.version - shift && read.version - shift < knownTo(trace, reader)
  return isOld ? { scenario, schedule, reader } : null
}

const requestsIn = (piece: readonly Moment[], deeds: Deeds): readonly string[] =>
  piece.flatMap(({ step }) => (step.step === 'request' && deeds.has(step.operation) ? [step.request] : []))

/** What the client's operation ends with; null while it has not. */
function answerOf({ steps }: Trace, client: string): number | null {
  for (const { event } of steps)
    if (event.type === 'request' && event.client === client && event.ends) return event.result
  return null
}

/** The newest version that was committed, or acknowledged, before the client began. */
function knownTo({ steps }: Trace, client: string): number {
  const begins = steps.findIndex(({ word }) => word === client)
  const row = steps[begins]?.before.database['x'] ?? 0
  const told = steps
    .slice(0, Math.max(0, begins))
    .map(({ event }) => (event.type === 'request' && event.ends ? (event.result ?? 0) : 0))
  return Math.max(row, ...told)
}

/** Leaves away every operation without which the reader gets the same old version. */
function pruned(strategy: Strategy, piece: readonly Moment[], deeds: Deeds, read: StaleRead): Zoomed | null {
  let left = deeds
  for (const operation of deeds.keys()) {
    const fewer = new Map([...left].filter(([each]) => each !== operation))
    if (shows(strategy, piece, fewer, read) !== null) left = fewer
  }
  return shows(strategy, piece, left, read)
}
