/** A world in words: what a person, a picture or a sentence reads instead of cells. */
import type { ClientMover } from './client'
import type { Model } from './compile'
import { offsetOf } from './layout'
import type { LoaderName } from './loader'
import type { Request } from './program'
import { LogQueue } from './resources/logQueue'
import { Backlog } from './resources/backlog'
import { presentVersion } from './resources/composed'
import { countedRows, countOf } from './resources/counts'
import { flushUnderWay } from './resources/flusher'
import { isStampTooOld } from './resources/stamp'
import { lateRequests, type LateRequest } from './resources/networkMover'
import { pendingTimers } from './resources/timerQueue'
import type { Operation } from '../scenario/scenario'

export interface ClientView {
  readonly name: string
  /** `idle` before the first operation and between two, `inside` an operation, `done`, or `crashed`. */
  readonly status: 'idle' | 'inside' | 'done' | 'crashed'
  /** Operations begun so far. */
  readonly begun: number
  /** The operation it is inside of, or the next one; null when there is none. */
  readonly operation: Operation | null
  /** What it asks next; null when it is finished, crashed, or an `any` is open. */
  readonly next: Request | null
  /** It waits for another client before its next request can be answered. */
  readonly isBlocked: boolean
  /** What it selected and has not yet stored. */
  readonly held: readonly { readonly key: string; readonly version: number }[]
  /** How the stamp of what it holds looks to the cache; null where it has none. */
  readonly stamp: 'fresh' | 'too old' | null
}

export interface TimerView {
  readonly client: string
  readonly key: string
}

/** One commit in the log. */
export interface CommitView {
  readonly key: string
  readonly version: number
}

/** Oldest first. */
export interface LogView {
  /** What the replica or the listener has still to take. */
  readonly waiting: readonly CommitView[]
  /** Whether the listener has done the first of its two steps with the oldest that waits. */
  readonly isHalfway: boolean
  /** What has been taken and would come again after a redelivery. */
  readonly taken: readonly CommitView[]
}

/** What waits for the database. */
export interface BacklogView {
  /** Updates by key: one at most where later ones take the place of earlier ones. */
  readonly updates: Readonly<Record<string, number>>
  /** All of them. */
  readonly total: number
  /** Updates since the queue was last empty; null where they make no batches. */
  readonly batch: number | null
  /** The newest version that a late log has on its disk, by key; null where no log is late. */
  readonly synced: Readonly<Record<string, number | null>> | null
}

/** A round of a program that no client runs, under way. */
export interface LoadView {
  readonly loader: LoaderName
  readonly key: string
  /** The version that it has selected and not stored yet; null while it has none. */
  readonly version: number | null
  /** What it asks next. */
  readonly next: Request
}

/** What the versions of a row that somebody increments are worth. */
export interface CountView {
  readonly database: number
  /** Null while nothing is cached, and while nothing waits. */
  readonly cache: number | null
  readonly queue: number | null
}

/** Everything is by name; an absent entry is null. */
export interface WorldView {
  /** A version, 0 for a row that is not there; of a composed value the versions of its rows, `together`. */
  readonly database: Readonly<Record<string, number>>
  /** A version, 0 for an entry that says that there is no row. */
  readonly cache: Readonly<Record<string, number | null>>
  /** Only of rows that somebody increments. */
  readonly counts: Readonly<Record<string, CountView>>
  /** The version that a delete left behind; null where there is none. */
  readonly tombstone: Readonly<Record<string, number | null>>
  /** The newest version that waits to be flushed; null where nothing waits. */
  readonly queue: Readonly<Record<string, number | null>>
  /** How much waits to be flushed; null where writes are not queued. */
  readonly backlog: BacklogView | null
  /** A flush of three steps that is under way: what it has taken, and whether it has written it. */
  readonly flush: { readonly key: string; readonly version: number; readonly isWritten: boolean } | null
  /** Whether an entry's soft lifetime is over, and whether a read has asked for its reload; null where entries have none. */
  readonly soft: Readonly<Record<string, 'expired' | 'asked' | null>> | null
  /** Warm-ups and reloads under way. */
  readonly loads: readonly LoadView[]
  /** The version that selects read where a replica lags; null where they read the database. */
  readonly replica: Readonly<Record<string, number | null>>
  /** The log of commits; null where nobody follows it. */
  readonly log: LogView | null
  /** Whether a remote marker of the key is set. */
  readonly marker: Readonly<Record<string, boolean>>
  /** Who holds the lease token of a key. */
  readonly lease: Readonly<Record<string, string | null>>
  /** Whether the entry of a key is marked stale, and served until somebody has refilled it. */
  readonly marked: Readonly<Record<string, boolean>>
  /** Who holds the writers' lock of a key. */
  readonly lock: Readonly<Record<string, string | null>>
  readonly clients: Readonly<Record<string, ClientView>>
  readonly timers: readonly TimerView[]
  /** Requests to the cache that timed out and are still under way, by client, the oldest first. */
  readonly late: readonly LateRequest[]
}

/** Whether a client reads for ever and is not reading just now: it need not begin another round. */
export const isBetweenRounds = (client: ClientView | undefined): boolean =>
  client?.status === 'idle' && client.operation?.kind === 'forever'

function viewClient(model: Model, client: ClientMover): ClientView {
  const node = client.node
  const isCrashed = client.isCrashed()
  const first = isCrashed || client.isFinished ? null : client.at(0)
  const open = node === null && client.operations[client.begun]?.kind === 'any'
  const menu = isCrashed
    ? []
    : Array.from({ length: client.choices }, (_, choice) => client.at(choice)).filter((node) => node !== null)
  return {
    name: client.name,
    status: isCrashed ? 'crashed' : node ? 'inside' : client.isFinished ? 'done' : 'idle',
    begun: client.begun,
    operation: node?.program.deed ?? client.operations[client.begun] ?? null,
    next: open ? null : (first?.request ?? null),
    isBlocked: menu.length > 0 && menu.every(({ ready }) => ready?.(client.index) === false),
    held: (node?.held ?? []).map(({ keyIndex, version }) => ({ key: model.keys[keyIndex]!, version })),
    stamp: node === null ? null : viewStamp(model, client, node.program.key),
  }
}

function viewStamp({ memory, keys, clients }: Model, { index }: ClientMover, key: string): ClientView['stamp'] {
  const isTooOld = isStampTooOld(memory, keys.indexOf(key) * clients.length + index)
  return isTooOld === null ? null : isTooOld ? 'too old' : 'fresh'
}

function byName<Value>(names: readonly string[], value: (name: string, index: number) => Value): Record<string, Value> {
  const record: Record<string, Value> = {}
  for (const [index, name] of names.entries()) record[name] = value(name, index)
  return record
}

function viewFlush({ memory, keys }: Model): WorldView['flush'] {
  const flush = flushUnderWay(memory)
  return flush === null ? null : { ...flush, key: keys[flush.keyIndex]! }
}

function viewBacklog({ memory, scenario, keys }: Model): BacklogView | null {
  const backlog = new Backlog(memory, scenario)
  if (!backlog.exists) return null
  const batch = offsetOf(memory, 'batch')
  const synced = offsetOf(memory, 'synced')
  const counts = keys.map((_, index) => backlog.count(index))
  return {
    updates: byName(keys, (_, index) => counts[index]!),
    total: counts.reduce((sum, count) => sum + count, 0),
    batch: batch < 0 ? null : memory.cells[batch]!,
    synced: synced < 0 ? null : byName(keys, (_, index) => memory.cells[synced + index]! || null),
  }
}

function viewSoft({ memory, keys }: Model): WorldView['soft'] {
  const at = offsetOf(memory, 'soft')
  const words = [null, 'expired', 'asked'] as const
  return at < 0 ? null : byName(keys, (_, index) => words[memory.cells[at + index]!] ?? null)
}

const viewLoads = ({ loaders, keys }: Model): readonly LoadView[] =>
  loaders.flatMap((loader) =>
    keys.flatMap((key, index) => {
      const node = loader.node(index)
      if (node === null) return []
      return [{ loader: loader.name, key, version: loader.held(index)[0]?.version ?? null, next: node.request }]
    }),
  )

function viewCounts({ memory, scenario, keys }: Model): WorldView['counts'] {
  const rows = countedRows(scenario)
  return byName(rows, (key) => {
    const at = keys.indexOf(key)
    const worth = (name: string) => {
      const version = memory.cells[offsetOf(memory, name) + at] ?? 0
      return offsetOf(memory, name) < 0 || version === 0 ? null : countOf(memory, scenario, key, version)
    }
    return { database: worth('database') ?? 0, cache: worth('cache'), queue: worth('dirty') }
  })
}

function viewLog({ memory, scenario, keys }: Model): LogView | null {
  if (!memory.offsets.has('log')) return null
  const queue = new LogQueue(memory, scenario)
  const entries = queue.entries().map(({ keyIndex, version }) => ({ key: keys[keyIndex]!, version }))
  const phase = offsetOf(memory, 'log-phase')
  return {
    waiting: entries.slice(queue.taken),
    isHalfway: phase >= 0 && memory.cells[phase] !== 0,
    taken: entries.slice(0, queue.taken),
  }
}

type Names = Readonly<Record<string, string | null>>

/** What is said of keys by cells of this name; of all the same where this scenario has none. */
function byKey<Value>(
  { memory, keys }: Model,
  name: string,
  value: (cell: number) => Value,
): Readonly<Record<string, Value>> {
  const at = offsetOf(memory, name)
  return at < 0 ? blank(keys, name, value(0)) : byName(keys, (_, index) => value(memory.cells[at + index]!))
}

const blanks = new WeakMap<readonly string[], Map<string, Readonly<Record<string, unknown>>>>()

/** One record for all worlds in which nothing can be said. */
function blank<Value>(keys: readonly string[], name: string, value: Value): Readonly<Record<string, Value>> {
  const known = blanks.get(keys) ?? new Map<string, Readonly<Record<string, unknown>>>()
  blanks.set(keys, known)
  const record = known.get(name) ?? byName(keys, () => value)
  known.set(name, record)
  return record as Readonly<Record<string, Value>>
}

const versions = (model: Model, name: string) => byKey(model, name, (version) => version || null)
const flags = (model: Model, name: string) => byKey(model, name, (flag) => flag !== 0)
const holders = (model: Model, name: string): Names =>
  byKey(model, name, (client) => model.clients[client - 1]?.name ?? null)

function viewDatabase({ memory, scenario, keys }: Model): WorldView['database'] {
  const committed = presentVersion(memory, scenario, keys)
  return byName(keys, (_, index) => committed(index))
}

function viewCache(model: Model): WorldView['cache'] {
  const { memory, keys } = model
  const noRow = offsetOf(memory, 'no-row')
  if (noRow < 0) return versions(model, 'cache')
  const at = offsetOf(memory, 'cache')
  return byName(keys, (_, index) => memory.cells[at + index]! || (memory.cells[noRow + index]! > 0 ? 0 : null))
}

/** How each part of a view is read from the model's memory. */
export const viewers: { readonly [Field in keyof WorldView]: (model: Model) => WorldView[Field] } = {
  database: viewDatabase,
  cache: viewCache,
  counts: viewCounts,
  tombstone: (model) => versions(model, 'tombstone'),
  queue: (model) => versions(model, 'dirty'),
  backlog: viewBacklog,
  flush: viewFlush,
  soft: viewSoft,
  loads: viewLoads,
  replica: (model) => versions(model, 'replica'),
  log: viewLog,
  marker: (model) => flags(model, 'marker'),
  lease: (model) => holders(model, 'lease'),
  marked: (model) => flags(model, 'marked'),
  lock: (model) => holders(model, 'lock'),
  clients: (model) => Object.fromEntries(model.clients.map((client) => [client.name, viewClient(model, client)])),
  timers: ({ memory, scenario, keys, clients }) =>
    clients.flatMap(({ name, index }) =>
      pendingTimers(memory, scenario, index).map(({ keyIndex }) => ({ client: name, key: keys[keyIndex]! })),
    ),
  late: (model) => model.clients.flatMap((client) => lateRequests(model, client)),
}

export const viewFields = Object.keys(viewers) as readonly (keyof WorldView)[]

/** Reads the world that is in the model's memory. */
export const viewOf = (model: Model): WorldView =>
  Object.fromEntries(viewFields.map((field) => [field, viewers[field](model)])) as unknown as WorldView
