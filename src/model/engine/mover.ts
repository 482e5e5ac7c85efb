import type { LoaderName, LoadStep } from './loader'
import type { Request } from './program'
import type { RequestFate } from './requestFault'

/** Whatever can take a step: a client, a daemon, a timer or a fault. */
export interface Mover {
  /** How many different steps it may have to offer in the world in memory; most have one. */
  readonly choices: number
  /** What it is called in a schedule, e.g. `T1`, `evict:x`. Read it before the step is taken. */
  word(choice: number): string
  /** Takes the step if it is enabled, and says whether it was; a step that is not enabled changes nothing. */
  move(choice: number): boolean
  /**
   * Whether a world in which this step is enabled is still under way. Clients, daemons, timers and
   * faults without a budget are awaited; a fault with a budget need not happen, nor another round of an endless reader.
   * Asked of the world in memory, before the step.
   */
  readonly awaited: boolean
  /**
   * Whether the step, while it stays enabled, must come at last; asked of the world in memory. Without it a step that is
   * awaited is fair. Only what goes on for ever needs to know: an entry that every read keeps alive may stay for ever.
   */
  isFair?(choice: number): boolean
}

/** Whether the world in memory is still under way because this step can be taken. */
export const mustHappen = (mover: Mover, choice: number): boolean => mover.awaited && (mover.isFair?.(choice) ?? true)

/** What a step that no client asked for will do, for traces. Read it before the step is taken. */
export type Happening = Change | Delivery | Arrival | Load

/** A request that was late reaches the cache. */
export interface Arrival {
  readonly type: 'late'
  readonly client: string
  readonly key: string
  readonly request: Request
  /** What nobody hears; read it after the step. */
  readonly reply: () => unknown
}

/** A loader asks for something. */
export interface Load {
  readonly type: 'load'
  readonly loader: LoaderName
  readonly key: string
  /** What it did; read it after the step. */
  readonly took: () => LoadStep
}

/** A commit reaches the replica, or the cache. */
export interface Delivery {
  /** Who brings it: the replica's own replicator, or the log's listener. */
  readonly type: 'replica' | 'log'
  readonly key: string
  readonly version: number
  readonly to: 'replica' | 'cache'
}

export interface Change {
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
    | 'crash'
    | 'timeout'
    | 'lock-timeout'
  /** The key it happens to; empty where it is no single key. */
  readonly key: string
  /** The client whose timer it is, who crashes, or whose lease or lock runs out; empty for the others. */
  readonly client: string
  /** What becomes of what it asks instead of its being done. */
  readonly fault?: RequestFate
  /** The version that it commits, also where the database has it already. */
  readonly commits?: number
}

/** A mover that is not a client. */
export interface OwnMover extends Mover {
  happening(choice: number): Happening
  /**
   * The one key, the one client, or both, whose cells the step reads and writes, besides those of the world
   * as a whole. The explorer remembers what such a step does; without a promise it works the step out anew.
   */
  touches?(choice: number): { readonly key: number; readonly client?: number } | { readonly client: number }
}
