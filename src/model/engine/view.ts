/** A world in words: what a person, a picture or a sentence reads instead of cells. */
import type { ClientMover } from './client'
import type { Model } from './compile'
import { offsetOf } from './layout'
import type { Request } from './program'
import { flushUnderWay } from './resources/queue'
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
  /** A version that it selected and has not yet stored. */
  readonly held: { readonly key: string; readonly version: number } | null
}

export interface TimerView {
  readonly client: string
  readonly key: string
}

/** Everything is by name; an absent entry is null. */
export interface WorldView {
  readonly database: Readonly<Record<string, number>>
  readonly cache: Readonly<Record<string, number | null>>
  /** The version that a delete left behind; null where there is none. */
  readonly tombstone: Readonly<Record<string, number | null>>
  /** The newest version that waits to be flushed; null where nothing waits. */
  readonly queue: Readonly<Record<string, number | null>>
  /** A flush of three steps that is under way: what it has taken, and whether it has written it. */
  readonly flush: { readonly key: string; readonly version: number; readonly isWritten: boolean } | null
  /** Who holds the lease token of a key. */
  readonly lease: Readonly<Record<string, string | null>>
  readonly clients: Readonly<Record<string, ClientView>>
  readonly timers: readonly TimerView[]
}

function viewClient(model: Model, client: ClientMover): ClientView {
  const node = client.node
  const isCrashed = client.isCrashed()
  const first = isCrashed || client.isFinished ? null : client.at(0)
  const open = node === null && client.operations[client.begun]?.kind === 'any'
  const menu = isCrashed ? [] : Array.from({ length: client.choices }, (_, choice) => client.at(choice))
  return {
    name: client.name,
    status: isCrashed ? 'crashed' : node ? 'inside' : client.isFinished ? 'done' : 'idle',
    begun: client.begun,
    operation: node ? { kind: node.program.role, key: node.program.key } : (client.operations[client.begun] ?? null),
    next: open ? null : (first?.request ?? null),
    isBlocked: menu.length > 0 && menu.every((choice) => choice?.ready?.(client.index) === false),
    held: node?.held ? { key: model.keys[node.held.keyIndex]!, version: node.held.version } : null,
  }
}

const byName = <Value>(names: readonly string[], value: (name: string, index: number) => Value) =>
  Object.fromEntries(names.map((name, index) => [name, value(name, index)]))

function viewFlush({ memory, keys }: Model): WorldView['flush'] {
  const flush = flushUnderWay(memory)
  return flush === null ? null : { ...flush, key: keys[flush.keyIndex]! }
}

/** Reads the world that is in the model's memory. */
export function viewOf(model: Model): WorldView {
  const { memory, scenario, keys } = model
  const { cells } = memory
  const cell = (name: string, index: number): number => {
    const at = offsetOf(memory, name)
    return at < 0 ? 0 : cells[at + index]!
  }
  const perKey = (name: string) => byName(keys, (_, index) => cell(name, index) || null)
  return {
    database: byName(keys, (_, index) => cell('database', index)),
    cache: perKey('cache'),
    tombstone: perKey('tombstone'),
    queue: perKey('dirty'),
    flush: viewFlush(model),
    lease: byName(keys, (_, index) => model.clients[cell('lease', index) - 1]?.name ?? null),
    clients: Object.fromEntries(model.clients.map((client) => [client.name, viewClient(model, client)])),
    timers: model.clients.flatMap((client) =>
      pendingTimers(memory, scenario, client.index).map(({ keyIndex }) => ({
        client: client.name,
        key: keys[keyIndex]!,
      })),
    ),
  }
}
