/**
 * What a run costs, counted exactly, step by step. No weights: a request is a request, however long it may take.
 *
 * - A *cache request* is anything that the cache is asked: by a client, a loader, a timer or the log's listener, and by
 *   the cache itself where it runs a reader's program. One that is lost has been sent all the same; one that is late
 *   counts when it is sent.
 * - A *hit* or a *miss* is a client's look into the cache that finds something or nothing.
 * - A *database read* is a select of the database or its replica; the *loads* of a key are the selects of it.
 * - A *database write* is a row that gets another version. A flush of what the row has already writes nothing.
 * - The *messages before an answer* are the requests of its operation that go from one machine to another, the last of
 *   them included: what its client waits for. What the cache asks of itself is none.
 */
import type { RequestEvent, StepEvent, Trace } from './trace'
import type { Deed } from '../scenario/scenario'

/** What adds up over steps. */
export interface Counts {
  readonly cacheRequests: number
  readonly hits: number
  readonly misses: number
  readonly databaseReads: number
  readonly databaseWrites: number
}

/** What one client waited for. */
export interface AnswerCost {
  readonly client: string
  readonly deed: Deed
  /** The step of the answer. */
  readonly step: number
  readonly messages: number
}

export interface Cost extends Counts {
  /** By key, of keys that were selected. */
  readonly loads: Readonly<Record<string, number>>
  /** Answered operations in the order of their answers; one that fails, or that nobody hears, has no answer. */
  readonly answers: readonly AnswerCost[]
}

export const noCounts: Counts = { cacheRequests: 0, hits: 0, misses: 0, databaseReads: 0, databaseWrites: 0 }

export const isSelect = (event: StepEvent): event is Extract<StepEvent, { type: 'request' | 'load' }> =>
  (event.type === 'request' || event.type === 'load') && event.request.kind.endsWith('.select')

/** Whether the step asks something of the cache. */
export function asksCache(event: StepEvent): boolean {
  if (event.type === 'request' || event.type === 'load') return event.resource === 'cache'
  return event.type === 'timer' || (event.type === 'log' && event.to === 'cache')
}

/** Whether the step is a look into the cache by a client, with this outcome. */
export const looks = (event: StepEvent, found: boolean): event is RequestEvent =>
  event.type === 'request' && (event.reply as { readonly found?: unknown } | null)?.found === found

const isMessage = ({ runner, resource }: RequestEvent): boolean => runner === 'client' || resource !== 'cache'

/** What a step adds, besides the rows that it writes. */
export const countsOf = (event: StepEvent, rowsWritten: number): Counts => ({
  cacheRequests: Number(asksCache(event)),
  hits: Number(looks(event, true)),
  misses: Number(looks(event, false)),
  databaseReads: Number(isSelect(event)),
  databaseWrites: rowsWritten,
})

export const added = (one: Counts, other: Counts): Counts => ({
  cacheRequests: one.cacheRequests + other.cacheRequests,
  hits: one.hits + other.hits,
  misses: one.misses + other.misses,
  databaseReads: one.databaseReads + other.databaseReads,
  databaseWrites: one.databaseWrites + other.databaseWrites,
})

/** What the first `until` steps of a run cost; all of them where nobody says. */
export function costOf({ steps, scenario }: Pick<Trace, 'steps' | 'scenario'>, until = Infinity): Cost {
  // A composed value is no row: it changes with the rows that it is made of.
  const isRow = (key: string) => scenario.composed?.[key] === undefined
  let counts = noCounts
  const loads: Record<string, number> = {}
  const answers: AnswerCost[] = []
  const messages = new Map<string, number>()
  for (const { number, event, before, after } of steps) {
    if (number > until) break
    const written = Object.keys(after.database).filter(
      (key) => isRow(key) && after.database[key] !== before.database[key],
    )
    counts = added(counts, countsOf(event, written.length))
    if (isSelect(event)) loads[event.key] = (loads[event.key] ?? 0) + 1
    if (event.type !== 'request') continue
    const { client, deed, begins, result } = event
    const sent = (begins ? 0 : (messages.get(client) ?? 0)) + Number(isMessage(event))
    messages.set(client, sent)
    if (result !== null) answers.push({ client, deed, step: number, messages: sent })
  }
  return { ...counts, loads, answers }
}
