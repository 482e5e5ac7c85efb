/**
 * Lost delete: a delete of the cache, by a client or by a timer, never arrives. Nobody notices: the client
 * goes on as if it had been answered, and a timer does not fire again.
 *
 * Left out: a client that tries again (the guard would have to remember what it owes; see change-log).
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 4.1 (invalidations
 * that do not reach the cache).
 */
import { faultAtRequest, type Times } from './atRequest'
import type { Fault } from './fault'

export const lostDelete: Fault<'lost-delete', Times> = faultAtRequest(
  {
    name: 'lost-delete',
    form: { kind: 'count-or-true', what: 'The number of lost deletes (or true)' },
    lacks: ({ write, protocol, guards }) =>
      write.deletes === true || guards['undo'] !== undefined
        ? null
        : `about a delete of the cache, and ${protocol.write} deletes nothing. Remove it, or write with write-invalidate.`,
  },
  { fate: 'lost', mark: 'lost', roles: ['delete'], short: 'Lose a delete', says: 'and the delete is lost' },
  { one: 'lost delete', many: 'lost deletes', any: 'any lost delete' },
)
