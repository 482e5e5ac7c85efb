/**
 * The remote marker: a note in the cache of a region without the master that the region's replica has not
 * seen a commit of the key yet. A writer leaves it before it commits, and whoever misses looks at it to
 * know whom to ask. The commit takes it away when it arrives at the replica.
 *
 * It is an entry of the cache: capacity, age and a restart take it too. It does not count writes, so the
 * first of two commits to arrive takes it away although the second is still under way.
 * Atomic: setting it; looking at it. Left out: its lifetime as a number of seconds.
 * Source: Nishtala et al., "Scaling Memcache at Facebook", NSDI 2013, section 5.
 */
import { nothing, type Ground, type RequestKind } from '../kind'
import { offsetOf } from '../layout'
import { ask, type Key, type Request } from '../program'
import type { Resource } from './resource'

/** Reply to a look at the marker. */
export interface Marked {
  readonly marked: boolean
}

const marked: Marked = Object.freeze({ marked: true })
const unmarked: Marked = Object.freeze({ marked: false })

const markerOf = (ground: Ground, request: Request) => offsetOf(ground.memory, 'marker') + ground.keyIndex(request.key)

const setMarker: RequestKind = {
  kind: 'cache.setMarker',
  label: 'SET MARKER',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = markerOf(ground, request)
    return {
      perform: () => {
        cells[at] = 1
        return 0
      },
    }
  },
  decode: () => nothing,
}

const getMarker: RequestKind = {
  kind: 'cache.getMarker',
  label: 'GET MARKER',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = markerOf(ground, request)
    return { perform: () => cells[at]! }
  },
  decode: (code): Marked => (code === 1 ? marked : unmarked),
}

/** Cells: `marker` 1 by key while it is set. */
export const markerResource: Resource = {
  kinds: [setMarker, getMarker],
  reserve(layout, _keys, scenario) {
    if (scenario.guards['remote-marker'] !== undefined) layout.reservePerKey('marker')
  },
}

export const leaveMarker = (key: Key) => ask({ kind: 'cache.setMarker', key })

export const lookForMarker = (key: Key) => ask<Marked>({ kind: 'cache.getMarker', key })
