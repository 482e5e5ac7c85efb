/** A trace: what a schedule did to a scenario, step by step, with the world before and after each. */
import type { LoaderName } from './loader'
import type { Request } from './program'
import type { RequestFate } from './requestFault'
import type { WorldView } from './view'
import type { Deed, Scenario } from '../scenario/scenario'

/** A client asked one thing and was answered. */
export interface RequestEvent {
  readonly type: 'request'
  readonly client: string
  /** The part of the operation that asks: an increment reads before it writes. */
  readonly role: 'read' | 'write'
  /** What the client is doing. */
  readonly deed: Deed
  /** What the request is about, which may be one row of an operation on two. */
  readonly key: string
  /** Which of the client's operations, from 0. */
  readonly operation: number
  readonly pattern: string
  /** Who runs the program at this request: the client, or the cache on its behalf. */
  readonly runner: 'client' | 'cache'
  readonly resource: 'cache' | 'database' | 'replica'
  readonly request: Request
  /** Exactly what the program was told, or took for granted; `{ failed: true }` stands for an error. */
  readonly reply: unknown
  /** What became of the request instead of its being answered; null where it was answered. */
  readonly fault: RequestFate | null
  /** The first answered request of the operation. */
  readonly begins: boolean
  /** The last one. */
  readonly ends: boolean
  /** The operation goes back to its first request; it is not over. */
  readonly startsOver: boolean
  /** The operation ends with an error: nothing is acknowledged, and it may or may not have taken effect. */
  readonly fails: boolean
  /** The version returned or acknowledged; null while the operation goes on, when it fails, or when nobody hears it. */
  readonly result: number | null
}

/** Something that happened without a client asking for it. */
export interface ChangeEvent {
  readonly type:
    | 'timer'
    | 'flush'
    | 'evict'
    | 'expire'
    | 'soft-expire'
    | 'restart'
    | 'machine-lost'
    | 'sync'
    | 'redeliver'
    | 'timeout'
    | 'lock-timeout'
  /** Empty for what happens to every key: a restart, a redelivery. */
  readonly key: string
  /** The version that went from the cache; null when none did. */
  readonly removed: number | null
  /** The client whose timer it was, or whose lease or lock ran out; empty for the others. */
  readonly client: string
  /** The version that the database committed, though it may have had it already; null when it did not. */
  readonly committed: number | null
  /** What became of what it asked instead of its being done; null where it was done. */
  readonly fault: RequestFate | null
}

/** A request that timed out reached the cache after all. */
export interface ArrivalEvent {
  readonly type: 'late'
  /** Who had sent it. */
  readonly client: string
  readonly key: string
  readonly request: Request
  /** What nobody heard. */
  readonly reply: unknown
}

/** A commit from the log reached the replica, or the cache, which may have refused it. */
export interface DeliveryEvent {
  readonly type: 'replica' | 'log'
  readonly key: string
  readonly version: number
  readonly to: 'replica' | 'cache'
}

export interface CrashEvent {
  readonly type: 'crash'
  readonly client: string
}

/** A program that no client runs asked one thing and was answered. */
export interface LoadEvent {
  readonly type: 'load'
  readonly loader: LoaderName
  readonly key: string
  readonly resource: 'cache' | 'database' | 'replica'
  readonly request: Request
  readonly reply: unknown
  /** The first request of a round. */
  readonly begins: boolean
  /** The last one. */
  readonly ends: boolean
}

/** A word of a schedule that was made for another scenario names nothing that can happen here: nothing does. */
export interface SkipEvent {
  readonly type: 'skip'
  /** Always empty. */
  readonly key: string
  /** Why it cannot happen, as a clause: `T2 has nothing left to do`. */
  readonly why: string
}

export type StepEvent = RequestEvent | ChangeEvent | DeliveryEvent | ArrivalEvent | LoadEvent | CrashEvent | SkipEvent

export interface TraceStep {
  /** From 1. */
  readonly number: number
  /** As it stands in the schedule. */
  readonly word: string
  readonly event: StepEvent
  readonly before: WorldView
  readonly after: WorldView
}

/** A word that named no enabled step. */
export interface Refusal {
  /** The step that the word would have been, from 1. */
  readonly step: number
  readonly word: string
  /** What could have been said instead, in canonical order. */
  readonly enabled: readonly string[]
  /** One sentence. */
  readonly message: string
}

export interface Trace {
  readonly scenario: Scenario
  readonly initial: WorldView
  readonly steps: readonly TraceStep[]
  /** Why the rest of the schedule was not taken; null when all of it was. */
  readonly refused: Refusal | null
  /** What could happen next, in canonical order. */
  readonly enabled: readonly string[]
  /** Nothing more has to happen. */
  readonly isQuiet: boolean
}

/** The world after `step` steps; 0 is the start. */
export const worldAt = (trace: Trace, step: number): WorldView =>
  step <= 0 ? trace.initial : (trace.steps[Math.min(step, trace.steps.length) - 1]?.after ?? trace.initial)
