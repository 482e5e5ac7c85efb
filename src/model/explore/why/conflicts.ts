/**
 * The steps that conflict where a run violates a property, read off its trace: what was promised or known, and what does
 * not go with it. The verdict itself is the judge's.
 */
import type { Trace, TraceStep } from '../../engine/trace'
import { worldAt } from '../../engine/trace'
import { readBehind } from '../../histories'
import { explainedHistory, type OrderKind } from './explained'
import { seenIn, type Seen } from './seen'

export interface Conflict {
  /** The earlier of the two steps; 0 for the start. */
  readonly earlier: number
  readonly later: number
  readonly key: string
  /** The version that should have been seen or kept; null where it is not about one. */
  readonly missed: number | null
  /** The step that brought it about; null where it was there from the start, or nothing did. */
  readonly missedAt: number | null
  /** The version that was seen or is there instead. */
  readonly instead: number | null
}

/** Looks at the first `count` steps of a run. */
type Look = (trace: Trace, count: number) => Conflict | null

/** The last of the first `count` steps that is so; null where none is. */
const last = (trace: Trace, count: number, is: (step: TraceStep) => boolean): TraceStep | null =>
  trace.steps.slice(0, count).findLast(is) ?? null

const first = (trace: Trace, count: number, is: (step: TraceStep) => boolean): TraceStep | null =>
  trace.steps.slice(0, count).find(is) ?? null

/** The first step by which the database or a queue had this version of a key, or a newer one. */
const makerOf = (trace: Trace, count: number, key: string, version: number): TraceStep | null => {
  const has = (world: TraceStep['after']) => (world.database[key] ?? 0) >= version || (world.queue[key] ?? 0) >= version
  return has(trace.initial) ? null : first(trace, count, ({ after }) => has(after))
}

/** A read that missed what somebody knew. */
function missing(trace: Trace, count: number, read: Seen, known: number, knownAt: number): Conflict {
  const maker = makerOf(trace, count, read.key, known)
  const later = read.to ?? read.from
  return {
    earlier: knownAt,
    later,
    key: read.key,
    missed: known,
    missedAt: maker?.number ?? null,
    instead: read.version,
  }
}

const readsOf = (seen: readonly Seen[]) =>
  seen.filter((each) => each.role === 'read' && each.to !== null && each.version !== null)

/** The first read of a client that is older than what it was told itself. */
const session =
  (toldBy: 'read' | 'write'): Look =>
  (trace, count) => {
    const seen = seenIn(trace, count)
    for (const read of readsOf(seen)) {
      const told = seen.find(
        ({ client, role, key, to, version }) =>
          [client, role, key].join() === [read.client, toldBy, read.key].join() &&
          to !== null &&
          to < read.from &&
          version !== null &&
          version > read.version!,
      )
      if (told) return missing(trace, count, read, told.version!, told.to!)
    }
    return null
  }

const behind: Look = (trace, count) => {
  const seen = seenIn(trace, count)
  const found = readBehind(seen.map((each) => ({ ...each, kind: each.role })))
  if (found === null) return null
  const read = seen.find(
    ({ client, key, from }) => client === found.read.client && key === found.read.key && from === found.read.from,
  )!
  return missing(trace, count, read, found.known.version!, found.known.to!)
}

/** A read that is older than what the database had, or a writer was told of, before it began; whatever is checked. */
export function staleRead(trace: Trace, step: number): Conflict | null {
  const seen = seenIn(trace, step)
  for (const read of readsOf(seen).filter(({ to }) => to === step)) {
    const row = worldAt(trace, read.from - 1).database[read.key] ?? 0
    const told = seen.filter(
      ({ role, key, to }) => role === 'write' && key === read.key && to !== null && to < read.from,
    )
    const known = Math.max(row, ...told.map(({ version }) => version ?? 0))
    if (known <= read.version!) continue
    const maker = makerOf(trace, step, read.key, known)
    return missing(trace, step, read, known, maker?.number ?? 0)
  }
  return null
}

const unordered =
  (kind: OrderKind): Look =>
  (trace, count) => {
    const history = explainedHistory(trace, count, kind)
    const blamed = history?.intervals.filter(({ isToBlame }) => isToBlame) ?? []
    const steps = blamed.map(({ from, to }) => to ?? from).sort((a, b) => a - b)
    const [earlier] = steps
    const later = steps.at(-1)
    if (earlier === undefined || later === undefined) return null
    return { earlier, later, key: blamed[0]!.key, missed: null, missedAt: null, instead: null }
  }

const disagreement: Look = (trace, count) => {
  const { cache, database, marked, lease } = worldAt(trace, count)
  const isRefilledNext = (key: string) => marked[key] === true && (lease[key] ?? null) === null
  const key = Object.keys(cache).find(
    (name) => (cache[name] ?? null) !== null && cache[name] !== database[name] && !isRefilledNext(name),
  )
  if (key === undefined) return null
  const [cached, row] = [cache[key]!, database[key] ?? 0]
  const stored = last(
    trace,
    count,
    ({ before, after }) => before.cache[key] !== after.cache[key] && after.cache[key] === cached,
  )
  const committed = last(trace, count, ({ before, after }) => before.database[key] !== after.database[key])
  const steps = [stored?.number ?? 0, committed?.number ?? 0].sort((a, b) => a - b)
  return {
    earlier: steps[0]!,
    later: steps[1]!,
    key,
    missed: row,
    missedAt: committed?.number ?? null,
    instead: cached,
  }
}

/** The step after which a version was nowhere any more where it could have lasted. */
const losing = (trace: Trace, count: number, key: string, version: number): TraceStep | null => {
  const has = ({ database, queue, flush }: TraceStep['after']) =>
    (database[key] ?? 0) >= version ||
    (queue[key] ?? 0) >= version ||
    (flush !== null && flush.key === key && flush.version >= version)
  return last(trace, count, ({ before, after }) => has(before) && !has(after))
}

const lostWrite: Look = (trace, count) => {
  const { database } = worldAt(trace, count)
  const told = seenIn(trace, count).filter(
    ({ role, to, version }) => role === 'write' && to !== null && version !== null,
  )
  const lost = told.find(({ key, version }) => version! > (database[key] ?? 0))
  if (lost === undefined) return null
  const loss = losing(trace, count, lost.key, lost.version!)
  const steps = [lost.to!, loss?.number ?? lost.to!].sort((a, b) => a - b)
  return {
    earlier: steps[0]!,
    later: steps[1]!,
    key: lost.key,
    missed: lost.version,
    missedAt: lost.to,
    instead: database[lost.key] ?? null,
  }
}

/** Two increments that went from the same version, or one that was lost as any write is. */
const lostIncrement: Look = (trace, count) => {
  const made = new Map<string, TraceStep>()
  for (const step of trace.steps.slice(0, count)) {
    const { event } = step
    if (event.type !== 'request' || !(event.request.basis! > 0)) continue
    const name = `${event.key} ${event.request.basis!}`
    const earlier = made.get(name)
    if (earlier !== undefined)
      return {
        earlier: earlier.number,
        later: step.number,
        key: event.key,
        missed: earlier.after.database[event.key] ?? null,
        missedAt: earlier.number,
        instead: event.request.basis!,
      }
    made.set(name, step)
  }
  return lostWrite(trace, count)
}

const phantom: Look = (trace, count) => {
  const worlds = [trace.initial, ...trace.steps.slice(0, count).map(({ after }) => after)]
  const isCommitted = ({ key, version }: Seen) => worlds.some(({ database }) => database[key] === version)
  const read = readsOf(seenIn(trace, count)).find(
    (each) => each.version! > (trace.initial.database[each.key] ?? 0) && !isCommitted(each),
  )
  if (read === undefined) return null
  const gone = last(
    trace,
    count,
    ({ before, after }) => before.queue[read.key] === read.version && after.queue[read.key] !== read.version,
  )
  const steps = [read.to!, gone?.number ?? read.from].sort((a, b) => a - b)
  return {
    earlier: steps[0]!,
    later: steps[1]!,
    key: read.key,
    missed: null,
    missedAt: gone?.number ?? null,
    instead: read.version,
  }
}

/** A read of several rows, one of which had been overwritten before another was what it was seen to be. */
const torn: Look = (trace, count) => {
  const overwritten = (read: Seen) =>
    first(trace, count, ({ after }) => (after.database[read.key] ?? 0) > read.version!)
  const found = readsOf(seenIn(trace, count))
    .flatMap((read) => ({ read, write: overwritten(read) }))
    .findLast(({ read, write }) => write !== null && write.number <= read.to!)
  if (found === undefined || found.write === null) return null
  const { read, write } = found
  const version = write.after.database[read.key] ?? 0
  return {
    earlier: write.number,
    later: read.to!,
    key: read.key,
    missed: version,
    missedAt: write.number,
    instead: read.version,
  }
}

const stuck: Look = (trace, count) => {
  const world = worldAt(trace, count)
  const client = Object.values(world.clients).find(({ isBlocked, next }) => isBlocked && next !== null)
  const key = client?.next?.key
  if (client === undefined || key === undefined) return null
  const holder = client.next?.kind === 'lock.take' ? world.lock[key] : world.lease[key]
  const own = (name: string | null | undefined) =>
    last(trace, count, ({ event }) => event.type === 'request' && event.client === name)
  const gone = last(trace, count, ({ event }) => event.type === 'crash' && event.client === holder)
  const steps = [own(holder)?.number ?? 0, gone?.number ?? own(client.name)?.number ?? count].sort((a, b) => a - b)
  return { earlier: steps[0]!, later: steps[1]!, key, missed: null, missedAt: null, instead: null }
}

const looks: Readonly<Record<string, Look>> = {
  converges: disagreement,
  'reads-in-order': session('read'),
  'read-your-writes': session('write'),
  linearizable: behind,
  'register-linearizable': unordered('linearizable'),
  sequential: unordered('sequential'),
  durable: lostWrite,
  'no-lost-update': lostIncrement,
  'no-half-transfer': torn,
  'no-phantom': phantom,
  'no-torn-read': torn,
  'not-stuck': stuck,
}

/** The two steps that conflict after the first `count` steps, where a property is violated or would be; null where none are found. */
export const conflictOf: (property: string, trace: Trace, count: number) => Conflict | null = (
  property,
  trace,
  count,
) => looks[property]?.(trace, count) ?? null
