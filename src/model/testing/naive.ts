/**
 * A second explorer, slow and plain, that shares nothing with the first but `replay`: no packed cells, no
 * automata, no monitors, no movers. Worlds are compared as text; a world is what docs/model.md says it is,
 * gathered from the trace that leads there.
 */
import { isRefusal } from '../engine/program'
import { replay } from '../engine/replay'
import { worldAt, type Trace } from '../engine/trace'
import { keysNamed, type Scenario } from '../scenario/scenario'
import { isRegisterLinearizable, isSequential } from './explained'
import { acknowledged, historyOf, isInOrder, isLinearizable, readsItsWrites } from './history'
import { isAwaitedLoad, loadsOf } from './naiveLoads'
import { losesUpdate } from './naiveCounts'
import { showsHalf, tearsApart } from './naivePairs'
import { logOf } from './naiveLog'
import { stampsOf } from './naiveStamps'

/** What the naive explorer finds of one property: null when it holds, otherwise the length of a shortest witness. */
export type Found = Readonly<Record<string, number | null>>

export interface Naive {
  readonly states: number
  readonly transitions: number
  readonly found: Found
}

const last = (trace: Trace) => worldAt(trace, trace.steps.length)

/** What a client has been told inside the operation that it, or the cache on its behalf, is inside of. */
function positionOf(trace: Trace, client: string): readonly unknown[] {
  let told: unknown[] = []
  const cacheReads = ['read-through', 'refresh-ahead'].includes(trace.scenario.protocol.read)
  for (const { event } of trace.steps) {
    if (event.type === 'crash' && event.client === client && !(cacheReads && isLoading(told))) told = []
    if (event.type !== 'request' || event.client !== client) continue
    if (event.begins || event.startsOver) told = [event.deed.kind, keysNamed(event.deed), event.role]
    if (!event.startsOver) told.push(event.request.kind, event.request.key, event.reply)
    if (event.role === 'read') told[2] = 'read'
    if (event.ends) told = []
  }
  const isOutlived = last(trace).clients[client]?.status === 'crashed' && !trace.enabled.includes(client)
  return isOutlived && told[0] === 'increment' ? [] : told
}

/** Whether the cache has been asked to read, so that it goes on by itself. */
const isLoading = ([kind, , role]: readonly unknown[]): boolean =>
  kind === 'read' || (kind === 'increment' && role === 'read')

/** Pending deletes of each client, oldest first, with the version whose commit promised them. */
function timersOf(trace: Trace): Readonly<Record<string, readonly (string | number)[][]>> {
  const looksAtVersions =
    trace.scenario.guards['delay'] === 'longer-than-pauses' || 'tombstone' in trace.scenario.guards
  const pending: Record<string, (string | number)[][]> = {}
  for (const { event, after } of trace.steps) {
    if (event.type === 'timer') pending[event.client]?.shift()
    if (event.type !== 'request' || event.request.later === undefined || event.fault === 'failed') continue
    if (isRefusal(event.reply)) continue
    for (const { key } of event.request.commits ?? [event.request]) {
      const version = after.database[key]!
      pending[event.client] = [...(pending[event.client] ?? []), looksAtVersions ? [key, version] : [key]]
    }
  }
  return Object.fromEntries(Object.entries(pending).filter(([, queue]) => queue.length > 0))
}

/** The last version that the cache counted itself, by key, where it counts. */
function countedOf(trace: Trace): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const { event } of trace.steps)
    if (
      event.type === 'request' &&
      (event.request.kind === 'cache.setNext' || event.request.kind === 'queue.setAndEnqueue')
    )
      counted[event.key] = (event.reply as { readonly version: number }).version
  return counted
}

/** The last number that a sequence gave out, by key. */
function numbersOf(trace: Trace): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const { event } of trace.steps)
    if (event.type === 'request' && event.request.kind === 'database.nextval')
      numbers[event.key] = (event.reply as { readonly version: number }).version
  return numbers
}

const times = (
  trace: Trace,
  type: 'evict' | 'expire' | 'soft-expire' | 'restart' | 'machine-lost' | 'timeout' | 'lock-timeout',
) => trace.steps.filter(({ event }) => event.type === type).length

/** How often each fault at a request has happened, by the name of its budget; a fault without one counts for nothing. */
function struckIn(trace: Trace): Readonly<Record<string, number>> {
  const struck: Record<string, number> = {}
  for (const { event } of trace.steps) {
    if (!('fault' in event) || event.fault === null) continue
    const isDelete =
      event.type === 'timer' ||
      (event.type === 'request' && /^cache.(delete|deleteAll|markStale)$/.test(event.request.kind))
    const name = event.fault === 'lost' && isDelete ? 'lost-delete' : event.fault
    if (name !== 'lost-delete' || trace.scenario.faults['lost-delete'] !== 'true')
      if (name !== 'lost' || trace.scenario.faults['lost-store'] !== 'true') struck[name] = (struck[name] ?? 0) + 1
  }
  return struck
}

/** A world as text: two schedules lead to the same world exactly when this is the same. */
export function worldOf(trace: Trace): string {
  const {
    database,
    cache,
    tombstone,
    queue,
    backlog,
    flush,
    replica,
    marker,
    lease,
    lock,
    marked,
    clients,
    late,
    soft,
  } = last(trace)
  return JSON.stringify([
    sorted(database),
    sorted(cache),
    sorted(tombstone),
    sorted(queue),
    backlog,
    flush,
    sorted(replica),
    sorted(marker),
    logOf(trace),
    soft,
    loadsOf(trace),
    sorted(lease),
    sorted(lock),
    sorted(marked),
    stampsOf(trace),
    sorted(numbersOf(trace)),
    Object.values(clients).map(({ name, status, begun }) => [
      status === 'crashed' ? 'crashed' : begun,
      positionOf(trace, name),
    ]),
    sorted(timersOf(trace)),
    late.map(({ client, request: { kind, key, version, expected }, isVoid }) => [
      ...[client, kind, key, version, expected, isVoid],
    ]),
    sorted(struckIn(trace)),
    sorted(countedOf(trace)),
    times(trace, 'evict'),
    times(trace, 'restart'),
    times(trace, 'machine-lost'),
    trace.scenario.faults.expire === 'any' ? 0 : times(trace, 'expire'),
    trace.scenario.faults['soft-expire'] === 'any' ? 0 : times(trace, 'soft-expire'),
    trace.scenario.guards['lease-timeout'] === 'once' ? times(trace, 'timeout') : 0,
    trace.scenario.guards['lock-timeout'] === 'once' ? times(trace, 'lock-timeout') : 0,
  ])
}

const sorted = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/** Nothing more has to happen: no client, no timer, no flush, no commit on its way and no expiry without a budget can step. */
export const isQuiet = (trace: Trace): boolean =>
  !trace.enabled.some(
    (word) =>
      /^(timer|flush|late):/.test(word) ||
      word === 'sync' ||
      word === 'replica' ||
      word === 'log' ||
      isAwaitedLoad(trace, word) ||
      (word.startsWith('soft-expire:') && trace.scenario.faults['soft-expire'] === 'any') ||
      (word.startsWith('expire:') && trace.scenario.faults.expire === 'any' && !isKeptAlive(trace, word)) ||
      (word.startsWith('timeout:') && trace.scenario.guards['lease-timeout'] === 'any') ||
      (word.startsWith('lock-timeout:') && trace.scenario.guards['lock-timeout'] === 'any') ||
      trace.scenario.clients.some(
        ({ name }) => new RegExp(`^${name}([:!]|$)`).test(word) && !isBetweenRounds(trace, name),
      ),
  )

/** Whether reads of somebody who is still there may keep an entry from expiring. */
const isKeptAlive = (trace: Trace, word: string): boolean =>
  trace.scenario.guards['expiry'] === 'after-access' && isStillRead(trace, word.slice('expire:'.length))

/** Whether somebody reads the key, or may yet. */
function isStillRead(trace: Trace, key: string): boolean {
  const { clients } = trace.steps.at(-1)?.after ?? trace.initial
  return trace.scenario.clients.some(({ name, operations }) => {
    const { status, begun, operation } = clients[name]!
    const rest = [...(operation ? [operation] : []), ...operations.slice(begun)]
    const reads = rest.some(
      (next) => next.kind === 'any' || (['read', 'increment', 'forever'].includes(next.kind) && next.key === key),
    )
    return status !== 'crashed' && reads
  })
}

/** It reads for ever, and is not reading just now. */
const isBetweenRounds = (trace: Trace, name: string): boolean => {
  const { status, operation } = last(trace).clients[name]!
  return status === 'idle' && operation?.kind === 'forever'
}

/** Whether somebody has read a version that the database has had at no moment of the run. */
function hasPhantom(trace: Trace): boolean {
  const worlds = [trace.initial, ...trace.steps.map((step) => step.after)]
  return historyOf(trace).some(
    ({ role, key, version }) =>
      role === 'read' &&
      version !== null &&
      version > trace.initial.database[key]! &&
      !worlds.some(({ database }) => database[key] === version),
  )
}

/** Whether the run so far, read off its trace alone, violates a property. */
export function violates(property: string, trace: Trace): boolean {
  if (property === 'reads-in-order') return !isInOrder(historyOf(trace))
  if (property === 'read-your-writes') return !readsItsWrites(historyOf(trace))
  if (property === 'linearizable') return !isLinearizable(historyOf(trace))
  if (property === 'no-torn-read') return tearsApart(trace)
  if (property === 'no-half-transfer') return showsHalf(trace)
  if (property === 'register-linearizable') return !isRegisterLinearizable(historyOf(trace), trace.scenario)
  if (property === 'sequential') return !isSequential(historyOf(trace), trace.scenario)
  if (!isQuiet(trace)) return false
  const { cache, database, clients, marked, lease } = last(trace)
  if (property === 'converges')
    return Object.entries(cache).some(
      ([key, version]) => version !== null && version !== database[key] && (!marked[key] || lease[key] !== null),
    )
  if (property === 'no-phantom') return hasPhantom(trace)
  if (property === 'no-lost-update') return losesUpdate(trace)
  if (property === 'not-stuck')
    return Object.values(clients).some(
      ({ name, status }) =>
        (status === 'idle' || status === 'inside') && !(isBetweenRounds(trace, name) && trace.enabled.includes(name)),
    )
  return [...acknowledged(historyOf(trace))].some(([key, version]) => database[key]! < version)
}

/** Invocations and responses in their order, without the steps between them. */
const pastOf = (trace: Trace) =>
  trace.steps.flatMap(({ event }) =>
    event.type === 'request' && (event.begins || event.ends)
      ? [[event.client, event.deed, event.begins, event.result]]
      : [],
  )

/**
 * Explores a small scenario, level by level. Two runs are merged only when they lead to the same world and
 * clients have seen the same in both, so that every property can be read off the runs that are kept; worlds
 * and steps are counted without histories.
 */
export function exploreNaively(scenario: Scenario): Naive {
  const found: Record<string, number | null> = Object.fromEntries(scenario.check.map((property) => [property, null]))
  const stepsOfWorld = new Map<string, number>()
  const met = new Set<string>()
  let level = [replay(scenario, [])]
  for (let depth = 0; level.length > 0; depth++) {
    const next: Trace[] = []
    for (const trace of level) {
      stepsOfWorld.set(worldOf(trace), trace.enabled.length)
      for (const property of scenario.check) if (violates(property, trace)) found[property] ??= depth
      for (const word of trace.enabled) {
        const child = replay(scenario, [...trace.steps.map((step) => step.word), word])
        const key = worldOf(child) + JSON.stringify(pastOf(child))
        if (met.has(key)) continue
        met.add(key)
        next.push(child)
      }
    }
    level = next
  }
  return {
    states: stepsOfWorld.size,
    transitions: [...stepsOfWorld.values()].reduce((sum, steps) => sum + steps, 0),
    found,
  }
}
