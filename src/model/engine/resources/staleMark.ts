/**
 * Stale marks: an invalidation that leaves the entry where it is and says that it is stale.
 *
 * Whoever looks next wins the token and refills; until that has happened everybody else is handed the marked
 * entry. A mark voids the token that is out, so the next one to look wins again. Where nothing is cached there is
 * nothing to mark, and the token is void all the same. With `late-fills` a fill whose token is dead is stored and
 * marked, in place of whatever is cached, be it newer and clean; where neither an entry nor a token is left it is
 * refused.
 *
 * Atomic: marking; storing. Left out: the lifetime that a mark may bring along; a classic `get`, which hands out a
 * marked entry and does not say so.
 * Source: memcached doc/protocol.txt, meta delete `I`, meta set `I`, the flags `W`, `X` and `Z` of meta get.
 */
import { nothing, type Ground, type RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Key, type Stored } from '../program'
import { replacer } from './belongings'
import { ABSENT, ACCEPTED, decodeStored, invalidator } from './cache'
import type { Resource } from './resource'

const markStale: RequestKind = {
  kind: 'cache.markStale',
  label: 'MARK STALE',
  resource: 'cache',
  role: 'delete',
  bind(ground, request) {
    const invalidate = invalidator(ground, ground.keyIndex(request.key))
    return {
      perform: () => {
        invalidate(0)
        return 0
      },
    }
  },
  decode: () => nothing,
}

const leaseSetOrMark: RequestKind = {
  kind: 'cache.leaseSetOrMark',
  label: 'LEASE SET OR MARK',
  resource: 'cache',
  role: 'store',
  needsToken: true,
  bind(ground: Ground, request) {
    const { memory } = ground
    const { cells } = memory
    const key = ground.keyIndex(request.key)
    const [entry, lease, marked] = ['cache', 'lease', 'marked'].map((name) => offsetOf(memory, name) + key)
    const replaces = replacer(ground, key)
    return {
      perform: (client) => {
        const isAlive = cells[lease!] === client + 1
        if (!isAlive && cells[entry!] === ABSENT && cells[lease!] === 0) return 0
        cells[entry!] = request.version ?? 0
        replaces()
        if (!isAlive) cells[marked!] = 1
        return ACCEPTED
      },
    }
  },
  decode: decodeStored,
}

/** Cells: `marked` 1 by key while its entry is marked stale; it belongs to the entry. */
export const staleMarkResource: Resource = {
  kinds: [markStale, leaseSetOrMark],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['serve-stale'] !== undefined) layout.reservePerKey('marked')
  },
}

export const markAsStale = (key: Key) => ask({ kind: 'cache.markStale', key })

/** Stores as it is with a living token, and marked as stale without one. */
export const fillOrMark = (key: Key, version: number) => ask<Stored>({ kind: 'cache.leaseSetOrMark', key, version })
