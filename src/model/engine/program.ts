/**
 * What a protocol is made of.
 *
 * A program is a generator: each `yield*` hands one request to one resource and receives its reply.
 * A request is atomic; between two requests anything may happen. A program gets its arguments and
 * nothing else, so the same replies always lead to the same next request; the engine relies on that
 * and refuses a program for which it is not so.
 */
import type { Place } from './place'

/** The name of a row and of the cache entry made from it. */
export type Key = string

/** One atomic question to one resource, frozen. Two requests are equal when all fields but `places` are. */
export interface Request {
  readonly kind: string
  readonly key: Key
  /** The version to store; always at least 1. */
  readonly version?: number
  /** The version that must be there for the request to be accepted; 0 stands for "absent". */
  readonly expected?: number
  /** When the stamp was taken that it takes or carries; without one where nobody looks at stamps. */
  readonly stamp?: 'at-select' | 'at-fill'
  /** Work that a timer does later, scheduled in the same atomic step. */
  readonly later?: 'delete'
  /** The version whose value the new one adds one to; 0 for whatever is there at that moment. Only increments have it. */
  readonly basis?: number
  /** What one transaction commits together. */
  readonly commits?: readonly Request[]
  /** The part of an operation that asks, where that is not the operation's own: an increment reads before it writes. */
  readonly part?: 'read'
  /** Where in the source the request was made, from the inside (a guard) out (the protocol, a guard around it). */
  readonly places?: readonly Place[]
}

/** A part of a program that asks for something and ends with `Result`. */
export type Asking<Result> = Generator<Request, Result, unknown>

/** Reply to a look into the cache. */
export type Hit = { readonly found: true; readonly version: number } | { readonly found: false }

/** A row of the database: the version is its value; 0 where there is no row. */
export interface Row {
  readonly version: number
}

/** Reply to a conditional store. */
export interface Stored {
  readonly stored: boolean
}

/** Whether a store was refused; one without a condition never is. */
export const isRefusal = (reply: unknown): boolean => (reply as Partial<Stored> | undefined)?.stored === false

/** The cache, as a program sees it. Guards replace single operations. */
export interface Cache {
  get(key: Key): Asking<Hit>
  set(key: Key, row: Row): Asking<unknown>
  /** Counts the key's next version itself and stores it, before any database has seen it. */
  setNext(key: Key): Asking<Row>
  delete(key: Key): Asking<unknown>
}

/** The database, as a program sees it. */
export interface Database {
  select(key: Key): Asking<Row>
  /** Commits the key's next version and returns it; `later` is scheduled in the same step. */
  update(key: Key, later?: 'delete'): Asking<Row>
  /** Commits exactly this version, be it older or newer than what is there. */
  put(key: Key, row: Row, later?: 'delete'): Asking<unknown>
}

/** The queue of write-behind, as a program sees it. */
export interface Queue {
  /** Counts the key's next version, stores it, queues it for the database and answers, all at once. */
  setAndEnqueue(key: Key): Asking<Row>
}

/** Names for work that the timer does after the answer. */
export interface Timer {
  readonly deleteLater: 'delete'
}

/** Everything that a program may ask. `fill` is how a reader stores what it selected. */
export interface Resources {
  readonly cache: Cache
  readonly database: Database
  readonly queue: Queue
  readonly timer: Timer
  readonly fill: (key: Key, row: Row) => Asking<unknown>
  /** The cached values that are made of a row. */
  readonly composedOf: (row: Key) => readonly Key[]
}

/**
 * Thrown into a program whose request to the database has failed, or is not known to have succeeded. A
 * program that lets it pass ends its operation unacknowledged; one that catches it may clean up and throw
 * it on.
 */
export class RequestFailed extends Error {
  constructor() {
    super('The database did not confirm the write.')
    this.name = 'RequestFailed'
  }
}

/** Instead of a version: the operation is not over, it begins anew. */
export interface Again {
  readonly again: true
}

const AGAIN: Again = Object.freeze({ again: true })

/**
 * Starts the operation over, in place of a loop: `return again()`. It is neither answered nor invoked anew;
 * it goes back to its first request and remembers nothing of what it has seen.
 */
export const again = (): Again => AGAIN

/**
 * What an operation ends with: the version that it returns or acknowledges, null for a read that found
 * nothing it could return, or nothing yet.
 */
export type Ending = number | null | Again

/** Ends with the version that the reader returns. */
export type ReadProtocol = (resources: Resources, key: Key) => Asking<Ending>

/** Ends with the version that the writer acknowledges. */
export type WriteProtocol = (resources: Resources, key: Key) => Asking<Ending>

/** What an increment is made of: reading and writing as the scenario's patterns do. */
export interface Parts {
  readonly read: (key: Key) => Asking<Ending>
  /** Writes one more than the version that was read, or than what is there. */
  readonly write: (key: Key, seen?: number) => Asking<Ending>
}

/** Ends with the version that holds the new value. */
export type IncrementProtocol = (parts: Parts, key: Key) => Asking<Ending>

/** Asks one request and passes its reply on. The only place where a request leaves a program. */
export function* ask<Reply>(request: Request): Asking<Reply> {
  return (yield Object.freeze(request)) as Reply
}

/** Runs `inner` with each of its requests changed; replies and errors go through as they are. */
export function* changed<Result>(inner: Asking<Result>, change: (request: Request) => Request): Asking<Result> {
  let step = inner.next()
  while (step.done !== true) {
    let reply: unknown
    try {
      reply = yield Object.freeze(change(step.value))
    } catch (failure) {
      step = inner.throw(failure)
      continue
    }
    step = inner.next(reply)
  }
  return step.value
}
