/**
 * What may become of a request instead of its being answered.
 *
 * Errors of the cache are ignored, as caching code does: after a request that was lost or is late the
 * program goes on with the reply of one that was accepted. Errors of the database are not: `RequestFailed`
 * is thrown into the program, and the operation of a program that lets it pass ends unacknowledged.
 * Only requests that write are struck, and of the cache's only those whose reply tells nothing but
 * "accepted": a program that waits for a version cannot go on without it.
 *
 * Source: Jepsen's outcomes of an operation (ok, fail, info); Tanenbaum and van Steen, "Distributed
 * Systems", section 8.3 (lost requests and lost replies).
 */
import type { Node } from './automaton'
import type { RequestKind } from './kind'
import { ACCEPTED } from './resources/cache'

/** What has become of a request. */
export type RequestFate =
  /** It never arrived, and nobody noticed. */
  | 'lost'
  /** It timed out and arrives later. */
  | 'late'
  /** The database refused it. */
  | 'failed'
  /** The database did it, and the answer was lost. */
  | 'unheard'

/** What the program is told: nothing, so that it goes on as if all was well, or an error. */
export const tellsError = (fate: RequestFate): boolean => fate === 'failed' || fate === 'unheard'

/** How a fault strikes requests. */
export interface Strike {
  readonly fate: RequestFate
  /** What follows the `!` in a schedule: `T1!lost`. */
  readonly mark: string
  /** The requests that it may strike. */
  readonly roles: readonly NonNullable<RequestKind['role']>[]
  /** On a button that asks whose: `Lose a delete`. */
  readonly short: string
  /** After the step that it strikes: `Step T1, and the delete is lost`. */
  readonly says: string
}

/** The same in one compiled scenario. */
export interface RequestFault extends Strike {
  /** Uses up one of its budget; false when nothing is left. */
  spend(): boolean
  /** Keeps a request that arrives later. */
  leave?(client: number, node: Node): void
}

/** Whether the fault may strike requests of this kind. */
export const strikes = ({ roles, fate }: Strike, { role, isWide }: RequestKind): boolean =>
  // What arrives late changes one key.
  role !== undefined && roles.includes(role) && !(fate === 'late' && isWide === true)

/** The code of the reply that a program goes on with when it hears nothing from the cache. */
export const presumedCode = ({ role }: RequestKind): number => (role === 'store' ? ACCEPTED : 0)
