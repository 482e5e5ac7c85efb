/**
 * What can happen at a step, by name: a test of the step's event and of what was answered in it.
 *
 * A read is *stale* when it returns an older version than the newest one that the database had, or that somebody had been
 * told is written, before it began.
 */
import type { Model } from '../../engine/compile'
import { offsetOf, type Cells } from '../../engine/layout'
import { isRefusal } from '../../engine/program'
import { requestKinds } from '../../engine/resources'
import type { RequestEvent, StepEvent } from '../../engine/trace'

/** An operation that was answered, row by row. */
export interface Answered {
  readonly client: string
  readonly role: 'read' | 'write'
  readonly key: string
  readonly version: number
  readonly isStale: boolean
}

/** A step that was taken. */
export interface Taken {
  readonly model: Model
  readonly event: StepEvent
  readonly before: Cells
  readonly answers: readonly Answered[]
}

/** One thing that a step has done: whose it was, about which key, with which version. Null fits nothing that is asked for. */
export interface Done {
  readonly client: string | null
  readonly key: string | null
  readonly version: number | null
}

type Test = (taken: Taken) => readonly Done[]

const ofRequest =
  (is: (event: RequestEvent) => boolean): Test =>
  ({ event }) =>
    event.type === 'request' && is(event) ? [aboutRequest(event)] : []

const aboutRequest = ({ client, key, request, reply }: RequestEvent): Done => ({
  client,
  key,
  version: request.version ?? (reply as { readonly version?: number }).version ?? null,
})

const found = ({ reply }: RequestEvent) => (reply as { readonly found?: boolean }).found

const roleOf = (kind: string) => requestKinds.get(kind)?.role

/** A store into the cache by whoever reads, a loader included, that has been answered. */
const isFill = (event: StepEvent): boolean =>
  (event.type === 'load' || (event.type === 'request' && event.role === 'read' && event.fault === null)) &&
  roleOf(event.request.kind) === 'store'

const fill =
  (isRefused: boolean): Test =>
  ({ event }) =>
    isFill(event) && 'reply' in event && isRefusal(event.reply) === isRefused
      ? [
          {
            client: event.type === 'request' ? event.client : null,
            key: event.key,
            version: event.request.version ?? null,
          },
        ]
      : []

/** Rows of the database that the step has changed. */
const committed: Test = ({ model: { memory, keys }, event, before }) => {
  const at = offsetOf(memory, 'database')
  const client = event.type === 'request' ? event.client : null
  return keys.flatMap((key, index) => {
    const version = memory.cells[at + index]!
    return version === before[at + index] ? [] : [{ client, key, version }]
  })
}

const struck =
  (fate: string, role: string | null): Test =>
  ({ event }) =>
    'fault' in event && event.fault === fate && (role === null || roleOfStep(event) === role)
      ? [{ client: 'client' in event && event.client !== '' ? event.client : null, key: event.key, version: null }]
      : []

const roleOfStep = (event: StepEvent) =>
  event.type === 'timer' ? 'delete' : event.type === 'request' ? roleOf(event.request.kind) : 'commit'

const own =
  (...types: readonly StepEvent['type'][]): Test =>
  ({ event }) => {
    if (!types.includes(event.type)) return []
    const client = 'client' in event && event.client !== '' ? event.client : null
    const key = 'key' in event && event.key !== '' ? event.key : null
    return [{ client, key, version: 'removed' in event ? event.removed : null }]
  }

const answered =
  (is: (answer: Answered) => boolean): Test =>
  ({ answers }) =>
    answers.filter(is)

/** The answer of an operation, whatever it says: also of a read that found nothing. */
const isAnswered = ({ model, event }: Taken): boolean =>
  event.type === 'request' &&
  event.ends &&
  !event.fails &&
  model.clients.some((client) => client.name === event.client && !client.isCrashed())

const tests = {
  begins: ofRequest(({ begins }) => begins),
  answered: (taken) => (isAnswered(taken) ? [aboutRequest(taken.event as RequestEvent)] : []),
  fails: ofRequest(({ fails }) => fails),
  'reads stale': answered(({ role, isStale }) => role === 'read' && isStale),
  reads: answered(({ role }) => role === 'read'),
  writes: answered(({ role }) => role === 'write'),
  hits: ofRequest((event) => event.resource === 'cache' && found(event) === true),
  misses: ofRequest((event) => event.resource === 'cache' && found(event) === false),
  fills: fill(false),
  'fill refused': fill(true),
  refused: ofRequest((event) => event.resource === 'cache' && isRefusal(event.reply)),
  deletes: ofRequest((event) => event.fault === null && roleOf(event.request.kind) === 'delete'),
  commits: committed,
  'asks the cache': ofRequest(({ resource }) => resource === 'cache'),
  'asks the database': ofRequest(({ resource }) => resource === 'database'),
  'asks the replica': ofRequest(({ resource }) => resource === 'replica'),
  crashes: own('crash'),
  'timer fires': own('timer'),
  evicted: own('evict'),
  expired: own('expire'),
  restarts: own('restart', 'machine-lost'),
  flushed: ({ event }) =>
    event.type === 'flush' && event.committed !== null
      ? [{ client: null, key: event.key, version: event.committed }]
      : [],
  'lease runs out': own('timeout'),
  'lock runs out': own('lock-timeout'),
  'late arrives': own('late'),
  replicated: own('replica'),
  'log delivered': own('log'),
  'log redelivered': own('redeliver'),
  'delete lost': struck('lost', 'delete'),
  'store lost': struck('lost', 'store'),
  late: struck('late', null),
  'write failed': struck('failed', null),
  unheard: struck('unheard', null),
} satisfies Readonly<Record<string, Test>>

export type EventKind = keyof typeof tests

/** What a step has done of this kind. */
export const doneBy = (kind: EventKind, taken: Taken): readonly Done[] => tests[kind](taken)
