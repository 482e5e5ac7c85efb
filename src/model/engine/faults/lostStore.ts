/**
 * Lost store: a store of the cache, by a writer or by a fill, never arrives (the cache is full, away or
 * slow). Nobody notices: the client goes on as if the store had been accepted. Under a lease the token
 * stays out, because only the store or a delete would have ended it.
 *
 * Left out: stores whose answer carries the version that the cache has counted (write-behind,
 * write-through with the cache first); without it the client has nothing to go on with.
 * Source: redis.io "Key eviction" (under `noeviction` a full cache answers stores with an error).
 */
import { faultAtRequest, type Times } from './atRequest'
import type { Fault } from './fault'

export const lostStore: Fault<'lost-store', Times> = faultAtRequest(
  { name: 'lost-store', form: { kind: 'count-or-true', what: 'The number of lost stores (or true)' } },
  { fate: 'lost', mark: 'lost', roles: ['store'], short: 'Lose a store', says: 'and the store is lost' },
  { one: 'lost store', many: 'lost stores', any: 'any lost store' },
)
