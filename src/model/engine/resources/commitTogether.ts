/**
 * A commit of two rows at once: nobody sees the one without the other.
 *
 * Each is what it would be on its own: an update that commits at once, or the commit of an open transaction.
 * Atomic: all of it. Left out: more than two rows.
 * Source: PostgreSQL documentation, section 3.4 Transactions.
 */
import type { Ground, RequestKind } from '../kind'
import type { Request } from '../program'
import { apart, together } from '../together'
import { pairNoter } from './pairs'
import { transferNoter } from './transfers'

export const COMMIT_TOGETHER = 'database.commitTogether'

/** Reply: what each of the two commits would have been answered, as codes of its kind. */
export interface Committed {
  readonly codes: readonly [number, number]
}

/** `kindOf` finds the kinds that may be committed together. */
export const commitTogether = (kindOf: (request: Request) => RequestKind): RequestKind => ({
  kind: COMMIT_TOGETHER,
  label: 'COMMIT BOTH',
  resource: 'database',
  role: 'commit',
  isWide: true,
  bind(ground, request) {
    const joint: Ground = { ...ground, isJoint: true }
    const [first, second] = (request.commits ?? []).map((commit) => kindOf(commit).bind(joint, commit))
    if (!first || !second) throw new Error('Two requests are committed together.')
    const note = pairNoter(ground)
    const noteTransfer = transferNoter(ground, request)
    return {
      perform(client) {
        const code = together(first.perform(client), second.perform(client))
        note()
        noteTransfer()
        return code
      },
    }
  },
  decode: (code): Committed => Object.freeze({ codes: apart(code) }),
})
