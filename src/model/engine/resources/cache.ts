/**
 * The cache: one entry a key, or none. Models the plain commands of Redis and memcached.
 *
 * Atomic: each command on its own (both servers run one command at a time). Left out: the value itself
 * (a version *is* the value), sizes, and what a server would answer to a delete (programs may not use
 * it, so it would only split worlds).
 * Source: redis.io/commands GET, SET, SET NX, DEL; memcached doc/protocol.txt "set", "add", "delete".
 *
 * Any command that writes or removes an entry also removes what belongs to it (see `belongings.ts`).
 */
import { nothing, type Ground, type RequestKind } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import { ask, type Cache, type Hit, type Key, type Row, type Stored } from '../program'
import { protocols } from '../../protocols'
import { absenceOf, replacer, voider } from './belongings'
import { counterOf } from './counts'
import type { Resource } from './resource'
import { onHit } from './stamp'

export const ABSENT = 0

/** Reply code of a store that was accepted; 0 is a refused one. */
export const ACCEPTED = 1

const miss: Hit = Object.freeze({ found: false })
const stored: Stored = Object.freeze({ stored: true })
const refused: Stored = Object.freeze({ stored: false })

/** What a conditional store replies. */
export const decodeStored = (code: number): Stored => (code === ACCEPTED ? stored : refused)

/**
 * Returns what invalidates a key: the entry goes and its token is void. Under the guard `tombstone` the
 * version stays behind, unless what is cached is at least as new already; a delete that knows no version
 * (0) removes the entry and leaves the tombstone that is there. Under `serve-stale` the entry stays and is
 * marked; its token is void all the same.
 */
export function invalidator(ground: Ground, keyIndex: number): (version: number) => void {
  const { cells } = ground.memory
  const entry = offsetOf(ground.memory, 'cache') + keyIndex
  const tombstones = offsetOf(ground.memory, 'tombstone')
  const marks = offsetOf(ground.memory, 'marked')
  const replaces = replacer(ground, keyIndex)
  const voids = voider(ground, keyIndex)
  if (marks >= 0)
    return () => {
      voids()
      if (cells[entry] !== ABSENT) cells[marks + keyIndex] = 1
    }
  return (version) => {
    if (tombstones >= 0) {
      if (version > 0 && cells[entry]! >= version) return
      cells[tombstones + keyIndex] = Math.max(cells[tombstones + keyIndex]!, version)
    }
    cells[entry] = ABSENT
    replaces()
  }
}

const entryOf = (ground: Ground, key: Key) => offsetOf(ground.memory, 'cache') + ground.keyIndex(key)

/** A store that happens when `accepts` says so; replies 1 when stored and 0 when refused. */
export function conditionalStore(
  kind: string,
  label: string,
  accepts: (present: number, version: number, expected: number, isThere: boolean) => boolean,
): RequestKind {
  return {
    kind,
    label,
    resource: 'cache',
    role: 'store',
    bind(ground, request) {
      const { cells } = ground.memory
      const at = entryOf(ground, request.key)
      const replaces = replacer(ground, ground.keyIndex(request.key), request.version)
      const mark = absenceOf(ground.memory, ground.keyIndex(request.key))
      const isThere = () => cells[at] !== ABSENT || (mark >= 0 && cells[mark] !== 0)
      return {
        perform: () => {
          const version = request.version ?? 0
          if (!accepts(cells[at]!, version, request.expected ?? 0, isThere())) return 0
          cells[at] = version
          replaces()
          return ACCEPTED
        },
      }
    },
    decode: decodeStored,
  }
}

const get: RequestKind = {
  kind: 'cache.get',
  label: 'GET',
  resource: 'cache',
  bind(ground, request) {
    const { cells } = ground.memory
    const at = entryOf(ground, request.key)
    const key = ground.keyIndex(request.key)
    const hit = onHit(ground)
    if (hit === null) return { perform: () => cells[at]! }
    return {
      perform() {
        if (cells[at] !== ABSENT) hit(key)
        return cells[at]!
      },
    }
  },
  decode: (code): Hit => (code === ABSENT ? miss : Object.freeze({ found: true, version: code })),
}

const set: RequestKind = {
  ...conditionalStore('cache.set', 'SET', () => true),
  // Nothing refuses it but a stamp that it carries.
  decode: (code) => (code === ACCEPTED ? nothing : refused),
}

const remove: RequestKind = {
  kind: 'cache.delete',
  label: 'DELETE',
  resource: 'cache',
  role: 'delete',
  bind(ground, request) {
    const invalidate = invalidator(ground, ground.keyIndex(request.key))
    return {
      perform: () => {
        invalidate(request.version ?? 0)
        return 0
      },
    }
  },
  decode: () => nothing,
}

const setNext: RequestKind = {
  kind: 'cache.setNext',
  label: 'SET NEXT',
  resource: 'cache',
  makesVersion: true,
  bind(ground, request) {
    const { cells, max, width } = ground.memory
    const at = entryOf(ground, request.key)
    const counters = offsetOf(ground.memory, 'counter')
    if (counters < 0)
      throw new Error('Only a pattern that is registered with `cacheCounts` lets the cache count versions.')
    const counter = counters + ground.keyIndex(request.key)
    const row = offsetOf(ground.memory, 'database') + ground.keyIndex(request.key)
    const replaces = replacer(ground, ground.keyIndex(request.key))
    const count = counterOf(ground, request)
    return {
      perform: () => {
        const version = cells[counter]! + 1
        if (version > max) throw new CellOverflow(width)
        count(version, cells[at]! || cells[row]!)
        cells[counter] = version
        cells[at] = version
        replaces()
        return version
      },
    }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** Stores only where nothing is cached (`SET NX`, `add`). */
const setIfAbsent = conditionalStore('cache.setIfAbsent', 'ADD', (_present, _version, _expected, isThere) => !isThere)

/** Cells: `cache` version by key, 0 when absent; `counter` the last version that the cache gave out itself. */
export const cacheResource: Resource = {
  kinds: [get, set, setIfAbsent, remove, setNext],
  reserve(layout, _keys, scenario) {
    layout.reservePerKey('cache')
    if (protocols.write[scenario.protocol.write]?.cacheCounts) layout.reservePerKey('counter')
  },
  start(memory, keys, scenario) {
    const cache = offsetOf(memory, 'cache')
    const counter = offsetOf(memory, 'counter')
    keys.forEach((key, index) => {
      const version = scenario.start.cache[key] ?? ABSENT
      memory.cells[cache + index] = version
      if (counter >= 0) memory.cells[counter + index] = Math.max(version, scenario.start.database[key] ?? 1)
    })
  },
}

/** The plain cache that a protocol starts from. */
export const cache: Cache = {
  get: (key) => ask<Hit>({ kind: 'cache.get', key }),
  set: (key, row) => ask({ kind: 'cache.set', key, version: row.version }),
  setNext: (key) => ask<Row>({ kind: 'cache.setNext', key }),
  delete: (key) => ask({ kind: 'cache.delete', key }),
}
