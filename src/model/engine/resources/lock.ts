/**
 * Locks of writers: one a key, kept beside the cache, held by one client at a time.
 *
 * `take` waits until nobody holds the lock. `release` removes the caller's own lock and nobody else's, so a
 * holder whose lock ran out takes none away from the next one; but nothing tells it, and it goes on writing.
 * Atomic: each request (`SET lock owner NX PX`; a script that compares the owner and deletes). Left out:
 * fencing tokens, which would let the database refuse the late holder; a lock that is evicted.
 * Source: redis.io, "Distributed locks with Redis", the single instance; Kleppmann, "How to do distributed
 * locking", 2016, for what it does not promise.
 */
import { nothing, type Ground, type RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Key } from '../program'
import type { Resource } from './resource'

const lockOf = (ground: Ground, key: Key) => offsetOf(ground.memory, 'lock') + ground.keyIndex(key)

const take: RequestKind = {
  kind: 'lock.take',
  label: 'LOCK',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = lockOf(ground, request.key)
    return {
      ready: () => cells[at] === 0,
      perform: (client) => {
        cells[at] = client + 1
        return 0
      },
    }
  },
  decode: () => nothing,
}

const release: RequestKind = {
  kind: 'lock.release',
  label: 'UNLOCK',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = lockOf(ground, request.key)
    return {
      perform: (client) => {
        if (cells[at] === client + 1) cells[at] = 0
        return 0
      },
    }
  },
  decode: () => nothing,
}

/** Cells: `lock` holder by key, as client index + 1, or 0 when nobody holds it. */
export const lockResource: Resource = {
  kinds: [take, release],
  reserve(layout, keys, scenario) {
    if (scenario.guards['write-lock'] === undefined) return
    layout.reservePerKey('lock')
    layout.namesClients('lock', keys.length)
  },
}

export const takeLock = (key: Key) => ask({ kind: 'lock.take', key })

export const releaseLock = (key: Key) => ask({ kind: 'lock.release', key })
