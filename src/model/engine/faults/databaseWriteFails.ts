/**
 * A write to the database fails: it is refused, nothing is committed, and whoever asked gets an error. A
 * client's operation ends there, unacknowledged, unless its program catches the error (see the guard
 * `undo`). A flush leaves its entry in the queue and is taken again later.
 *
 * Left out: a writer that tries again; that is another write. A commit whose answer is lost is
 * `lost-answer`.
 * Source: PostgreSQL documentation, section 13.5 "Serialization Failure Handling" and appendix A.
 */
import { faultAtRequest } from './atRequest'
import type { Fault } from './fault'

export const databaseWriteFails: Fault<'database-write-fails', number> = faultAtRequest(
  { name: 'database-write-fails', form: { kind: 'count', what: 'The number of failing database writes' } },
  { fate: 'failed', mark: 'fail', roles: ['commit'], short: 'Fail a write', says: 'and the write fails' },
  { one: 'failing database write', many: 'failing database writes' },
)
