/**
 * What a run costs, counted off its steps: requests by who sent them and who got them, hits, misses, loads and commits.
 * A request that is lost has been sent all the same; one that arrives late counts when it is sent.
 */
import type { StepEvent, Trace } from '../../model/engine/trace'

type Asking = Extract<StepEvent, { type: 'request' | 'load' }>

const asks = (event: StepEvent): event is Asking => event.type === 'request' || event.type === 'load'

const isLook = (event: StepEvent, found: boolean): boolean =>
  asks(event) && (event.reply as { readonly found?: unknown } | null)?.found === found

const isLoad = (event: StepEvent): boolean => asks(event) && event.request.kind.endsWith('.select')

/** Of the database itself, its replica being one more of its machines. */
const isToDatabase = (event: StepEvent): boolean => asks(event) && event.resource !== 'cache'

const isToCache = (event: StepEvent): boolean => event.type === 'timer' || (asks(event) && event.resource === 'cache')

/** Steps that changed a row, by a client or by a flush. */
const commits = (trace: Trace, step: number): number =>
  trace.steps
    .slice(0, step)
    .filter(({ before, after }) =>
      Object.keys(after.database).some((key) => after.database[key] !== before.database[key]),
    ).length

type Count = (trace: Trace, step: number) => number

const counting =
  (isCounted: (event: StepEvent) => boolean): Count =>
  (trace, step) =>
    trace.steps.slice(0, step).filter(({ event }) => isCounted(event)).length

/** `cache.requests`: whatever reached the cache, timers included, and so on. */
export const countsOfResources: Readonly<Record<string, Count>> = {
  'cache.requests': counting(isToCache),
  'cache.hits': counting((event) => isLook(event, true)),
  'cache.misses': counting((event) => isLook(event, false)),
  'database.requests': counting(isToDatabase),
  'database.reads': counting(isLoad),
  'database.writes': commits,
}

const countsOfClients: Readonly<Record<string, (event: StepEvent) => boolean>> = {
  requests: () => true,
  'cache-requests': isToCache,
  'database-requests': isToDatabase,
  hits: (event) => isLook(event, true),
  misses: (event) => isLook(event, false),
}

export const clientCountNames = Object.keys(countsOfClients)

/** `T1.requests`: what was asked on the client's behalf, by itself or by the cache. */
export function countOfClient(client: string, name: string): Count | null {
  const isCounted = Object.hasOwn(countsOfClients, name) ? countsOfClients[name] : undefined
  if (isCounted === undefined) return null
  return counting((event) => event.type === 'request' && event.client === client && isCounted(event))
}
