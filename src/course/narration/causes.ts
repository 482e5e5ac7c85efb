/**
 * Finds the step to blame: who committed the newer version, what removed the entry, what voided the
 * lease. Every search starts at a step number and looks back over the trace, never at the text of a
 * sentence, so that a cause is right wherever the same events happen.
 */
import type { RequestEvent, Trace, TraceStep } from '../../model/engine/trace'
import type { ClientView, WorldView } from '../../model/engine/view'
import { isRefusal, versionIn } from './replies'

/** The last step up to number `upTo`, and from number `from` on, for which `is` says yes; null when there is none. */
export function lastStep(trace: Trace, upTo: number, is: (step: TraceStep) => boolean, from = 1): TraceStep | null {
  for (let index = Math.min(upTo, trace.steps.length) - 1; index >= from - 1; index--) {
    const step = trace.steps[index]
    if (step && is(step)) return step
  }
  return null
}

/** The version that a step committed to the database under `key`; null when it committed none. */
export function committedBy(step: TraceStep, key: string): number | null {
  const { event } = step
  const isJoint = event.type === 'request' && event.request.commits?.some((commit) => commit.key === key) === true
  if (event.type === 'crash' || (event.key !== key && !isJoint)) return null
  if (event.type !== 'request') return 'committed' in event ? event.committed : null
  if (event.fault === 'failed' || isRefusal(event.reply)) return null
  if (isJoint || /^database\.update/.test(event.request.kind)) return step.after.database[key] ?? null
  return event.request.kind === 'database.put' ? (event.request.version ?? null) : null
}

/** The step that committed `version`; null when it was there from the start. */
export const commitOf = (trace: Trace, key: string, version: number, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, (step) => committedBy(step, key) === version)

/** The step of a client that made `version`, in the database or before it; null when it was there from the start. */
export const makerOf = (trace: Trace, key: string, version: number, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, ({ event }) => {
    if (event.type !== 'request' || event.key !== key || event.request.basis === undefined) return false
    return (versionIn(event.reply) ?? event.request.version) === version
  })

/** Whether the cache itself counted the version that it stored. */
export const countsVersions = ({ request: { kind } }: Pick<RequestEvent, 'request'>): boolean =>
  kind === 'cache.setNext' || kind === 'queue.setAndEnqueue'

/** Whether a step put an entry under `key` into the cache. */
export const storesEntry = (step: TraceStep, key: string): boolean => bringsEntry(step, key) || writesEntry(step, key)

/** Whether the log's listener did, and the cache did not refuse it. */
const bringsEntry = ({ event, after }: TraceStep, key: string): boolean =>
  event.type === 'log' && event.to === 'cache' && event.key === key && after.cache[key] === event.version

const writesEntry = ({ event, after }: TraceStep, key: string): boolean =>
  ((event.type === 'request' && event.resource === 'cache' && event.fault === null) ||
    event.type === 'load' ||
    event.type === 'late') &&
  event.key === key &&
  ((event.request.version !== undefined && event.request.kind !== 'cache.delete') || countsVersions(event)) &&
  !isRefusal(event.reply) &&
  (after.cache[key] ?? null) !== null

/** The step that stored what is cached under `key`; null when it was there from the start. */
export const storeOf = (trace: Trace, key: string, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, (step) => storesEntry(step, key))

/** The step that took the entry away; null when there never was one. */
export const removalOf = (trace: Trace, key: string, upTo: number): TraceStep | null =>
  lastStep(
    trace,
    upTo,
    ({ before, after }) => (before.cache[key] ?? null) !== null && (after.cache[key] ?? null) === null,
  )

/** The step that left the tombstone of a key. */
export const burialOf = (trace: Trace, key: string, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, ({ before, after }) => after.tombstone[key] !== before.tombstone[key] && !!after.tombstone[key])

/** The step by which `client` took the lease on `key`. */
export const leaseTaking = (trace: Trace, key: string, client: string, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, ({ before, after }) => before.lease[key] !== client && after.lease[key] === client)

/** The step that took the lease on `key` from `client`. */
export const leaseVoiding = (trace: Trace, key: string, client: string, upTo: number): TraceStep | null =>
  lastStep(trace, upTo, ({ before, after }) => before.lease[key] === client && after.lease[key] !== client)

/** Whose lease on `key` a step voided; null when none was out, or when its holder used it. */
export function voidedLease({ event, before, after }: TraceStep, key: string): string | null {
  const holder = before.lease[key] ?? null
  const isUse = (event.type === 'request' || event.type === 'late') && event.request.kind.startsWith('cache.leaseSet')
  return holder === null || isUse || after.lease[key] === holder ? null : holder
}

const learns = ['database.select', 'replica.select', 'database.update', 'database.put', 'cache.setNext']

/** The step of the same operation by which a client learned the version that it stores at `number`. */
export const learning = (trace: Trace, event: RequestEvent, number: number): TraceStep | null =>
  lastStep(
    trace,
    number - 1,
    ({ event: earlier }) =>
      earlier.type === 'request' &&
      earlier.client === event.client &&
      earlier.operation === event.operation &&
      learns.includes(earlier.request.kind),
  )

/** Whose lease or lock a client that is blocked waits for; null where no client holds it. */
export function waitsFor(
  world: WorldView,
  client: ClientView | undefined,
): { readonly holder: string; readonly what: 'lease' | 'lock' } | null {
  if (client?.isBlocked !== true || client.next === null) return null
  const what = client.next.kind === 'lock.take' ? 'lock' : 'lease'
  const holder = world[what][client.next.key] ?? null
  return holder === null ? null : { holder, what }
}

/** Whether a client can do nothing but wait; with an `any` open it may still choose something else. */
export const isWaiting = (client: ClientView | undefined): boolean =>
  client !== undefined && client.isBlocked && client.next !== null

/** The step that let a waiting client go on, if it was waiting before the step at `number`. */
export function release(trace: Trace, client: string, number: number): TraceStep | null {
  const isOwn = ({ event }: TraceStep) => event.type === 'request' && event.client === client
  const own = lastStep(trace, number - 1, isOwn)?.number ?? 0
  return lastStep(
    trace,
    number - 1,
    ({ before, after }) => isWaiting(before.clients[client]) && !isWaiting(after.clients[client]),
    own + 1,
  )
}

/** Clients that have to wait since this step. */
export const newlyBlocked = ({ before, after }: TraceStep): readonly string[] =>
  Object.values(after.clients)
    .filter((client) => isWaiting(client) && !isWaiting(before.clients[client.name]))
    .map(({ name }) => name)
