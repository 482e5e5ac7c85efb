/**
 * Leases: a miss hands out one token a key, and only a live token may fill.
 *
 * `lease get` answers with the entry, or with the token (the caller won), or says that another client
 * holds it. A delete of the key voids the token, so a fill that started before the delete is refused.
 * A token names its holder; nobody else can use it. An entry that is marked stale is a miss for whoever may take
 * the token, and a hit for everybody else (see `staleMark.ts`).
 *
 * Atomic: each request. Left out: the token's number (one a key is out at a time), placeholders that
 * are evicted before they are filled. A token runs out by a step of its own (see `timeout.ts`).
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 3.2.1; memcached
 * doc/protocol.txt, meta get `N`, meta set `C`, meta delete.
 */
import type { Bound, Ground, RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Key, type Request, type Stored } from '../program'
import { absenceOf, replacer } from './belongings'
import { ABSENT, ACCEPTED, decodeStored } from './cache'
import { voidOlderTokens } from './network'
import type { Resource } from './resource'
import { onHit } from './stamp'

/** Reply to a lease get: the entry, the token, or neither. */
export type LeaseReply =
  { readonly found: true; readonly version: number } | { readonly found: false; readonly token: boolean }

const WON = 0
const LOST = 1
const FOUND = 2 // a version v travels as FOUND + v; 0 stands for a row that is not there

const won: LeaseReply = Object.freeze({ found: false, token: true })
const lost: LeaseReply = Object.freeze({ found: false, token: false })

function leaseGet(kind: string, waits: boolean): RequestKind {
  return {
    kind,
    label: 'LEASE GET',
    resource: 'cache',
    bind(ground: Ground, request: Request): Bound {
      const { cells } = ground.memory
      const key = ground.keyIndex(request.key)
      const entry = offsetOf(ground.memory, 'cache') + key
      const lease = offsetOf(ground.memory, 'lease') + key
      const voidOlder = voidOlderTokens(ground, key)
      const hit = onHit(ground)
      const marks = offsetOf(ground.memory, 'marked')
      const mark = marks < 0 ? -1 : marks + key
      const isClean = mark < 0 ? () => true : () => cells[mark] === 0
      const absence = absenceOf(ground.memory, key)
      const isThere = () => cells[entry] !== ABSENT || (absence >= 0 && cells[absence] !== 0)
      const perform = (client: number) => {
        const isTaken = cells[lease] !== 0 && cells[lease] !== client + 1
        if (isThere() && (isTaken || isClean())) {
          hit?.(key)
          return FOUND + cells[entry]!
        }
        if (isTaken) return LOST
        if (cells[lease] === 0) voidOlder(client)
        cells[lease] = client + 1
        return WON
      }
      if (!waits) return { perform }
      const ready = (client: number) => isThere() || cells[lease] === 0 || cells[lease] === client + 1
      return { perform, ready }
    },
    decode: (code): LeaseReply => {
      if (code === WON) return won
      return code === LOST ? lost : Object.freeze({ found: true, version: code - FOUND })
    },
  }
}

const leaseSet: RequestKind = {
  kind: 'cache.leaseSet',
  label: 'LEASE SET',
  resource: 'cache',
  role: 'store',
  needsToken: true,
  bind(ground, request) {
    const { cells } = ground.memory
    const entry = offsetOf(ground.memory, 'cache') + ground.keyIndex(request.key)
    const lease = offsetOf(ground.memory, 'lease') + ground.keyIndex(request.key)
    const replaces = replacer(ground, ground.keyIndex(request.key), request.version)
    return {
      perform: (client) => {
        if (cells[lease] !== client + 1) return 0
        cells[entry] = request.version ?? 0
        replaces()
        return ACCEPTED
      },
    }
  },
  decode: decodeStored,
}

/** Cells: `lease` holder by key, as client index + 1, or 0 when no token is out. */
export const leaseResource: Resource = {
  kinds: [leaseGet('cache.leaseGetOrWait', true), leaseGet('cache.leaseGet', false), leaseSet],
  reserve(layout, keys, scenario) {
    if (scenario.guards['lease'] === undefined) return
    layout.reservePerKey('lease')
    layout.namesClients('lease', keys.length)
  },
}

/** Looks the key up; on a miss takes the token, or learns (or, with `waits`, waits) that another has it. */
export const takeLease = (key: Key, waits: boolean) =>
  ask<LeaseReply>({ kind: waits ? 'cache.leaseGetOrWait' : 'cache.leaseGet', key })

/** Stores if the caller's token is still alive. */
export const fillWithLease = (key: Key, version: number) => ask<Stored>({ kind: 'cache.leaseSet', key, version })
