/**
 * Tombstones: a delete that leaves the version behind, so that a fill has something to be compared with.
 *
 * A fill over a tombstone is stored when its version is at least as new; over a value, when it is newer.
 * Atomic: comparing and storing together. A tombstone is an entry of the cache like any other: capacity,
 * age and a restart take it too, and then nothing is remembered.
 * Source: versioned deletes, as in Cassandra's tombstones, applied to a cache entry.
 */
import type { RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Key, type Stored } from '../program'
import { replacer } from './belongings'
import { ABSENT, decodeStored } from './cache'
import type { Resource } from './resource'

const fill: RequestKind = {
  kind: 'cache.fillOverTombstone',
  label: 'SET IF FRESH',
  resource: 'cache',
  role: 'store',
  bind(ground, request) {
    const { cells } = ground.memory
    const key = ground.keyIndex(request.key)
    const entry = offsetOf(ground.memory, 'cache') + key
    const tombstone = offsetOf(ground.memory, 'tombstone') + key
    const replaces = replacer(ground, key, request.version)
    return {
      perform: () => {
        const version = request.version ?? 0
        const isOld = cells[entry] === ABSENT ? version < cells[tombstone]! : version <= cells[entry]!
        if (isOld) return 0
        cells[entry] = version
        cells[tombstone] = 0
        replaces()
        return 1
      },
    }
  },
  decode: decodeStored,
}

/** Cells: `tombstone` version by key, 0 where there is none. */
export const tombstoneResource: Resource = {
  kinds: [fill],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['tombstone'] !== undefined) layout.reservePerKey('tombstone')
  },
}

export const fillOverTombstone = (key: Key, version: number) =>
  ask<Stored>({ kind: 'cache.fillOverTombstone', key, version })
