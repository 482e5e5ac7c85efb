/**
 * Absence: that there is no row, as something that can be cached.
 *
 * A row may be absent; 0 stands for it and is never a version: the first write makes version 1. A load of an
 * absent row stores nothing, so every read asks the database again. With the guard `cache-absent` it stores
 * that there is nothing: an entry like any other, which a hit hands out, and which is as old as nothing, so that
 * every version is newer. It goes with whatever replaces or removes an entry.
 *
 * Atomic: a look that tells such an entry from a miss. Left out: a shorter lifetime for such entries.
 * Source: RFC 2308 (negative caching of DNS); memcached doc/protocol.txt, an item of length 0.
 */
import type { RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Hit, type Key } from '../program'
import { absenceOf } from './belongings'
import { ABSENT } from './cache'
import type { Resource } from './resource'
import { onHit } from './stamp'

const MISS = 0
const FOUND = 1 // a version v travels as FOUND + v

const miss: Hit = Object.freeze({ found: false })

const getOrAbsence: RequestKind = {
  kind: 'cache.getOrAbsence',
  label: 'GET',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const key = ground.keyIndex(request.key)
    const entry = offsetOf(ground.memory, 'cache') + key
    const mark = absenceOf(ground.memory, key)
    const hit = onHit(ground)
    return {
      perform() {
        if (cells[entry] === ABSENT && cells[mark] === 0) return MISS
        hit?.(key)
        return FOUND + cells[entry]!
      },
    }
  },
  decode: (code): Hit => (code === MISS ? miss : Object.freeze({ found: true, version: code - FOUND })),
}

/** Cells: `no-row` 1 by key while the entry says that there is none; its version is 0 then. */
export const absenceResource: Resource = {
  kinds: [getOrAbsence],
  reserve(layout, _keys, { guards }) {
    if (guards['cache-absent'] !== undefined) layout.reservePerKey('no-row')
  },
  start({ cells, offsets }, keys, { start }) {
    const marks = offsets.get('no-row')
    if (marks === undefined) return
    keys.forEach((key, index) => {
      cells[marks + index] = start.cache[key] === ABSENT ? 1 : 0
    })
  },
}

export const lookForAbsence = (key: Key) => ask<Hit>({ kind: getOrAbsence.kind, key })
