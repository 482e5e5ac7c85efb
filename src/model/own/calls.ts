/**
 * What a learner's program may ask: the operations of the resources that every protocol is given, each on the key of its
 * operation.
 *
 * A call is not yet a request. The scenario's own resources make requests of it, so that a guard changes what a learner's
 * program asks exactly as it changes a catalogue pattern: whatever it replaces, adds or remembers, it does here too.
 */
import type { Asking, Key, Resources } from '../engine/program'
import type { Role } from './own'

/** One operation, with the version that it stores, if it stores one. */
export interface Call {
  readonly name: string
  readonly version?: number
  /** Leaves a delete to the timer. */
  readonly later?: true
}

interface Operation {
  readonly roles: readonly Role[]
  /** Takes a row as its second argument. */
  readonly stores?: true
  /** May leave work to the timer. */
  readonly defers?: true
  /** Makes the key's next version, or commits one. */
  readonly makes?: true
  /** Commits a version that the cache has counted. */
  readonly puts?: true
  ask(resources: Resources, key: Key, call: Call): Asking<unknown>
}

const either: readonly Role[] = ['read', 'write']
const writers: readonly Role[] = ['write']
const rowOf = ({ version = 0 }: Call) => ({ version })
const laterOf = ({ later }: Call) => (later === true ? 'delete' : undefined)

const table: Readonly<Record<string, Operation>> = {
  'cache.get': { roles: either, ask: ({ cache }, key) => cache.get(key) },
  'cache.set': { roles: either, stores: true, ask: ({ cache }, key, call) => cache.set(key, rowOf(call)) },
  'cache.setNext': { roles: writers, makes: true, ask: ({ cache }, key) => cache.setNext(key) },
  'cache.delete': { roles: either, ask: ({ cache }, key) => cache.delete(key) },
  'database.select': { roles: either, ask: ({ database }, key) => database.select(key) },
  'database.update': {
    ...{ roles: writers, makes: true, defers: true },
    ask: ({ database }, key, call) => database.update(key, laterOf(call)),
  },
  'database.put': {
    ...{ roles: writers, stores: true, defers: true, puts: true },
    ask: ({ database }, key, call) => database.put(key, rowOf(call), laterOf(call)),
  },
  'queue.setAndEnqueue': { roles: writers, makes: true, ask: ({ queue }, key) => queue.setAndEnqueue(key) },
  fill: { roles: either, stores: true, ask: ({ fill }, key, call) => fill(key, rowOf(call)) },
}

export const operations: ReadonlyMap<string, Operation> = new Map(Object.entries(table))

/** The versions in a reply, which a program has been told from then on. */
export function versionsIn(reply: unknown): readonly number[] {
  const version = typeof reply === 'object' && reply !== null && 'version' in reply ? reply.version : undefined
  return typeof version === 'number' ? [version] : []
}
