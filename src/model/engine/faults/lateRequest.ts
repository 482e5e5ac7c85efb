/**
 * Late request: a store or a delete of the cache times out. The client goes on as if it had been answered,
 * and the request is still under way: it is part of the world and arrives in a step of its own, whole,
 * with its condition and its lease token.
 *
 * Left out: requests that are late and lost in the end (see lost-delete and lost-store), and a timer's
 * delete that is late, which is a timer that fires later.
 * Source: Deutsch, "The Eight Fallacies of Distributed Computing", 1994 (latency is zero); the request
 * that timed out and is applied all the same, as one can watch on any server.
 */
import { leaver } from '../resources/network'
import { faultAtRequest } from './atRequest'
import type { Fault } from './fault'

export const lateRequest: Fault<'late-request', number> = faultAtRequest(
  { name: 'late-request', form: { kind: 'count', what: 'The number of late requests' } },
  { fate: 'late', mark: 'late', roles: ['store', 'delete'], short: 'Delay a request', says: 'and the request is late' },
  { one: 'late request', many: 'late requests' },
  leaver,
)
