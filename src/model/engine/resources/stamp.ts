/**
 * Stamps: a fill carries the time of its select, and the cache refuses it once that lies a lifetime back.
 *
 * There are no ticks, so stamps compare as fresh and too old, and a stamp grows old by what proves that a lifetime has
 * passed: an entry of the key that was stored (or, with expiry after access, read) since the stamp was taken expires by
 * age. An entry that is older than the stamp proves nothing when it expires, nor does one that is evicted, deleted or
 * lost with a restart; that is the hole of the rule. The stamps of a fast clock are never too old, those of a slow one
 * always.
 *
 * Atomic: taking the stamp with the select; comparing it with the store. Left out: time that passes while nothing is
 * cached, which no other step could tell apart from a short pause.
 * Source: see the guard `reject-old-fills`.
 */
import type { Bound, Ground, RequestKind } from '../kind'
import { offsetOf, type Memory } from '../layout'
import { changed, type Asking, type Request } from '../program'
import { driftsOfValue } from '../../guards/clock'
import type { Scenario } from '../../scenario/scenario'
import type { Resource } from './resource'

/** Fresh, and what is cached, if anything is, was there before it. */
const FRESH = 1
/** Fresh, and what is cached is not older: once that has expired, the stamp is too old. */
const OUTLASTING = 2
const TOO_OLD = 3

/** When the stamp of a fill is taken. */
export type StampTime = NonNullable<Request['stamp']>

/** Runs `inner` with all that it asks stamped. */
export const stamped = <Result>(inner: Asking<Result>, stamp: StampTime): Asking<Result> =>
  changed(inner, (request) => ({ ...request, stamp }))

/** Whose clock is off, and how, by client. */
function driftsOf({ clients, guards }: Scenario): readonly number[] {
  const drifts = driftsOfValue(guards['clock'] ?? '')
  return clients.map(({ name }) => drifts.get(name) ?? 0)
}

/** The request with what its stamp does to it: taken by a select, and compared by a store. */
export function withStamp(ground: Ground, { key, stamp }: Request, { role }: RequestKind, bound: Bound): Bound {
  const { memory, scenario } = ground
  const offset = offsetOf(memory, 'stamp')
  if (stamp === undefined) return bound
  const { cells } = memory
  const drifts = driftsOf(scenario)
  const at = offset + ground.keyIndex(key) * drifts.length
  const isTooOld = (client: number) => drifts[client]! < 0 || (stamp === 'at-select' && cells[at + client] === TOO_OLD)
  if (role === 'store') return { ...bound, perform: (client) => (isTooOld(client) ? 0 : bound.perform(client)) }
  if (role !== 'select' || offset < 0) return bound
  return {
    ...bound,
    perform(client) {
      if (drifts[client] === 0) cells[at + client] = FRESH
      return bound.perform(client)
    },
  }
}

/** Turns every stamp of a key that is in one state into another. */
type Turn = (keyIndex: number) => void

function turner(memory: Memory, scenario: Scenario, from: number, to: number): Turn | null {
  const offset = offsetOf(memory, 'stamp')
  if (offset < 0) return null
  const { cells } = memory
  const count = scenario.clients.length
  return (keyIndex) => {
    const start = offset + keyIndex * count
    for (let at = start; at < start + count; at++) if (cells[at] === from) cells[at] = to
  }
}

/** Returns what a new lifetime does to the stamps of a key; null where nothing carries any. */
export const onNewLifetime = (memory: Memory, scenario: Scenario) => turner(memory, scenario, FRESH, OUTLASTING)

/** The same for an entry that is gone and has not expired. */
export const onLoss = (memory: Memory, scenario: Scenario) => turner(memory, scenario, OUTLASTING, FRESH)

/** The same for an entry that has expired. */
export const onExpiry = (memory: Memory, scenario: Scenario) => turner(memory, scenario, OUTLASTING, TOO_OLD)

/** Returns what a hit does: with expiry after access it restarts the lifetime. */
export function onHit({ memory, scenario }: Ground): Turn | null {
  return scenario.guards['expiry'] === 'after-access' ? onNewLifetime(memory, scenario) : null
}

/** Whether a client's stamp on a key is too old; null where it has none. */
export function isStampTooOld({ cells, offsets }: Memory, index: number): boolean | null {
  const offset = offsets.get('stamp')
  if (offset === undefined || cells[offset + index] === 0) return null
  return cells[offset + index] === TOO_OLD
}

/** Cells: `stamp` by key and client: 0 none, FRESH, OUTLASTING or TOO_OLD; it lasts as long as the operation. */
export const stampResource: Resource = {
  kinds: [],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['reject-old-fills'] === 'at-select') layout.reservePerKeyAndClient('stamp')
  },
  movers({ memory, clients }) {
    const offset = offsetOf(memory, 'stamp')
    if (offset < 0) return []
    for (const client of clients)
      client.forget = (keyIndex) => {
        memory.cells[offset + keyIndex * clients.length + client.index] = 0
      }
    return []
  },
}
