/**
 * A kind of request: what one resource does, atomically, when it is asked.
 *
 * Replies travel as small non-negative codes, because the edges of an automaton are indexed by them;
 * `decode` says what the program is told.
 */
import type { Memory } from './layout'
import type { Request } from './program'
import type { Scenario } from '../scenario/scenario'

/** What a request needs to know of the scenario when it is bound to the memory. */
export interface Ground {
  readonly memory: Memory
  readonly scenario: Scenario
  keyIndex(key: string): number
  /** The request is one of several that happen at once. */
  readonly isJoint?: true
  /** Is told what has to happen later, in place of the cells that would keep it. */
  readonly keeper?: Keeper
}

/** Keeps what a request leaves to be done, where the world has no cells for it: a run under load has an agenda. */
export interface Keeper {
  /** A version of the key was committed; whoever follows the log has yet to hear of it. */
  committed(keyIndex: number, version: number): void
  /** The client's commit of this version promised a delete. */
  promised(keyIndex: number, client: number, version: number): void
}

/** A request bound to cells. `client` is the index of the client that asks. */
export interface Bound {
  /** Does it, and returns the reply's code. */
  readonly perform: (client: number) => number
  /** Whether it can be answered now; a request without `ready` always can. */
  readonly ready?: (client: number) => boolean
}

/**
 * What a request asks for. What it stores and expects is read when it is performed, so that one bound request serves
 * whatever version it is given by then.
 */
export interface RequestKind {
  /** `resource.operation`, as events name it. */
  readonly kind: string
  /** What a diagram or a map calls it, e.g. `GET`. */
  readonly label: string
  /** The lane that is asked. */
  readonly resource: 'cache' | 'database' | 'replica'
  /**
   * `select` learns a version that a later `store` of the same operation writes into the cache. `store`
   * (which replies 1 when it is accepted), `delete` and `commit` are the requests that faults may strike.
   */
  readonly role?: 'select' | 'store' | 'delete' | 'commit'
  /** Makes a key's next version. */
  readonly makesVersion?: true
  /** Reads or changes keys besides the one that it is about. */
  readonly isWide?: true
  /** A store that is accepted only while the asking client's token is alive. */
  readonly needsToken?: true
  bind(ground: Ground, request: Request): Bound
  decode(code: number): unknown
}

/** The reply of an operation that says nothing. */
export const nothing = Object.freeze({})
