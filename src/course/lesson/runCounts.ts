/**
 * What a run costs, as numbers that an expression may ask for: requests by who sent them and who got them, hits, misses,
 * loads, rows written and messages before an answer. What each of them counts says `model/engine/cost.ts`.
 */
import { asksCache, costOf, looks, type Counts } from '../../model/engine/cost'
import type { StepEvent, Trace } from '../../model/engine/trace'

export type Count = (trace: Trace, step: number) => number

/** Of the database itself, its replica being one more of its machines. */
const isToDatabase = (event: StepEvent): boolean =>
  (event.type === 'request' || event.type === 'load') && event.resource !== 'cache'

const counting =
  (isCounted: (event: StepEvent) => boolean): Count =>
  (trace, step) =>
    trace.steps.slice(0, step).filter(({ event }) => isCounted(event)).length

const costing =
  (name: keyof Counts): Count =>
  (trace, step) =>
    costOf(trace, step)[name]

/** `cache.requests`: whatever the cache was asked, by whomever, and so on. */
export const countsOfResources: Readonly<Record<string, Count>> = {
  'cache.requests': costing('cacheRequests'),
  'cache.hits': costing('hits'),
  'cache.misses': costing('misses'),
  'database.requests': counting(isToDatabase),
  'database.reads': costing('databaseReads'),
  'database.writes': costing('databaseWrites'),
}

const countsOfClients: Readonly<Record<string, (event: StepEvent) => boolean>> = {
  requests: () => true,
  'cache-requests': asksCache,
  'database-requests': isToDatabase,
  hits: (event) => looks(event, true),
  misses: (event) => looks(event, false),
}

export const clientCountNames = Object.keys(countsOfClients)

/** `T1.requests`: what was asked on the client's behalf, by itself or by the cache. */
export function countOfClient(client: string, name: string): Count | null {
  const isCounted = Object.hasOwn(countsOfClients, name) ? countsOfClients[name] : undefined
  if (isCounted === undefined) return null
  return counting((event) => event.type === 'request' && event.client === client && isCounted(event))
}

/** `loads.x`: how often the row was selected. */
export const loadsOf =
  (key: string): Count =>
  (trace, step) =>
    costOf(trace, step).loads[key] ?? 0

/** `T1.messages.2`: what the client waited for before its second answer; before the last one without a number. */
export const messagesOf =
  (client: string, ordinal: number | null): ((trace: Trace, step: number) => number | null) =>
  (trace, step) => {
    const own = costOf(trace, step).answers.filter((answer) => answer.client === client)
    return own.at(ordinal === null ? -1 : ordinal - 1)?.messages ?? null
  }
