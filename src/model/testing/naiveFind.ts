/**
 * Queries, answered by looking at runs one by one: no cells, no monitors, and no merging of worlds. What a step has done
 * is read off the trace, and what a stage asks is tried from the step at which the last one was over.
 */
import { isRefusal } from '../engine/program'
import { worldAt, type Trace, type TraceStep } from '../engine/trace'
import type { Ending, Happening, Query, Term } from '../explore/find/query'
import { historyOf } from './history'
import { isQuiet, violates } from './naive'

const says = (reply: unknown, name: string): unknown => (reply as Readonly<Record<string, unknown>>)[name]

const stores = /^cache\.(set|setIfPresent|leaseSet\w*|compareAndSet|fill\w*|add|setStamped|compareAnd\w*)$/

/** The newest version of a key that the database had, or a writer was told of, in the first `count` steps. */
function knownAfter(trace: Trace, key: string, count: number): number {
  const had = Array.from({ length: count + 1 }, (_, step) => worldAt(trace, step).database[key]!)
  const told = historyOf(trace).filter(
    (seen) => seen.role === 'write' && seen.key === key && ends(seen.responded, count),
  )
  return Math.max(...had, ...told.map(({ version }) => version ?? 0))
}

const ends = (responded: number | null, count: number) => responded !== null && responded <= count

type Fits = (client: string | null, key: string | null, version: number | null) => boolean

/** Whether a step does what is asked for. */
function isDone(trace: Trace, step: TraceStep, what: Happening): boolean {
  const { event, before, after, number } = step
  const fits: Fits = (client, key, version) =>
    (what.client ?? client) === client && (what.key ?? key) === key && (what.version ?? version) === version
  const answers = historyOf(trace).filter((seen) => seen.responded === number && seen.version !== null)
  const answered = (role: string) => answers.filter((seen) => seen.role === role)
  if (what.kind === 'reads') return answered('read').some((seen) => fits(seen.client, seen.key, seen.version))
  if (what.kind === 'writes') return answered('write').some((seen) => fits(seen.client, seen.key, seen.version))
  if (what.kind === 'reads stale')
    return answered('read').some(
      (seen) =>
        fits(seen.client, seen.key, seen.version) && seen.version! < knownAfter(trace, seen.key, seen.invoked - 1),
    )
  if (what.kind === 'commits')
    return Object.entries(after.database).some(
      ([key, version]) =>
        before.database[key] !== version && fits(event.type === 'request' ? event.client : null, key, version),
    )
  if (event.type !== 'request') {
    const key = 'key' in event ? event.key : null
    if (what.kind === 'evicted') return event.type === 'evict' && fits(null, key, null)
    if (what.kind === 'timer fires') return event.type === 'timer' && fits(event.client, key, null)
    if (what.kind === 'restarts') return event.type === 'restart' && fits(null, null, null)
    if (what.kind === 'crashes') return event.type === 'crash' && fits(event.client, null, null)
    if (what.kind === 'flushed') return event.type === 'flush' && event.committed !== null && fits(null, key, null)
    return false
  }
  const isFound = says(event.reply, 'found')
  const is = fits(event.client, event.key, event.request.version ?? null)
  const wasRefused = isRefusal(event.reply)
  const isStore = stores.test(event.request.kind)
  const told: Partial<Record<Happening['kind'], boolean>> = {
    begins: event.begins,
    answered: event.ends && !event.fails && after.clients[event.client]?.status !== 'crashed',
    fails: event.fails,
    hits: isFound === true,
    misses: isFound === false,
    fills: isStore && event.role === 'read' && !wasRefused && event.fault === null,
    'fill refused': isStore && event.role === 'read' && wasRefused,
    refused: wasRefused && event.resource === 'cache',
    'delete lost': event.fault === 'lost' && event.request.kind === 'cache.delete',
    'asks the cache': event.resource === 'cache',
    'asks the database': event.resource === 'database',
  }
  return told[what.kind] === true && is
}

function isEnding(trace: Trace, { kind, key, client, version }: Ending): boolean {
  const { cache, database, clients } = worldAt(trace, trace.steps.length)
  const pairs = Object.keys(cache)
    .filter((name) => (key ?? name) === name)
    .map((name) => [cache[name] ?? null, database[name] ?? 0] as const)
  if (kind === 'cache empty') return pairs.every(([cached]) => cached === null)
  if (kind === 'cache stale') return pairs.some(([cached, row]) => cached !== null && cached < row)
  if (kind === 'cache ahead') return pairs.some(([cached, row]) => cached !== null && cached > row)
  if (kind === 'cache fresh') return pairs.some(([cached, row]) => cached === row)
  if (kind === 'cache version') return pairs.some(([cached]) => cached === version)
  if (kind === 'database version') return pairs.some(([, row]) => row === version)
  return Object.values(clients).some(
    (each) =>
      (client ?? each.name) === each.name &&
      (kind === 'client crashed' ? each.status === 'crashed' : each.status === 'inside' || each.status === 'idle'),
  )
}

/** The first steps of a run, as far as they are seen. */
const prefix = (trace: Trace, count: number): Trace => ({ ...trace, steps: trace.steps.slice(0, count) })

/** The same run, of which nobody may say that it is over. */
const underWay = (trace: Trace): Trace => ({ ...trace, enabled: [trace.scenario.clients[0]!.name] })

/** Whether a term is true of steps `from` to `to`; of the end only where the run is over there. */
function isTrue(trace: Trace, term: Term, from: number, to: number, isOver: boolean): boolean {
  if (term.type === 'ends') return isOver && isEnding(trace, term.what)
  if (term.type === 'violated')
    return violates(term.property, underWay(prefix(trace, to))) || (isOver && violates(term.property, trace))
  const steps = trace.steps.slice(from - 1, to)
  const at = (what: Happening) => steps.filter((step) => isDone(trace, step, what)).map(({ number }) => number)
  if (term.type === 'never') return isOver && at(term.what).length === 0
  if (term.type === 'happens') return at(term.what).length >= term.times
  const [first] = at(term.first)
  const [second] = at(term.second)
  return first !== undefined && second !== undefined && first < second
}

/** The step after which the run is one that is asked for; null where it is not. */
export function metAfter(trace: Trace, { stages }: Query): number | null {
  let from = 1
  for (const [index, stage] of stages.entries()) {
    const isLast = index === stages.length - 1
    const count = trace.steps.length
    const over = Array.from({ length: count - from + 2 }, (_, i) => from - 1 + i).find((to) =>
      stage.every((term) => isTrue(trace, term, from, to, isLast && to === count && isQuiet(trace))),
    )
    if (over === undefined) return null
    if (isLast) return over
    from = over + 1
  }
  return null
}
