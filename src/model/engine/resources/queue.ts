/**
 * The queue of write-behind: what the cache has acknowledged and the database has not.
 *
 * One entry a key (later versions replace earlier ones: coalescing). Taking the next version, storing
 * it, queueing it and answering is one step, as a MULTI of the cache would be. A flush writes the newest
 * queued version of a key and clears the entry in one step; with the guard `clear` it takes three (take,
 * write, clear), and another write may come between.
 *
 * Atomic: as said. Left out: batches of several keys, more than one flusher, retries of a flush.
 * Source: redis.io MULTI/EXEC; Jouppi, "Cache write policies and performance", ISCA 1993 (write-back).
 */
import type { RequestKind } from '../kind'
import { CellOverflow, offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { ask, type Queue, type Row } from '../program'
import { protocols } from '../../protocols'
import { voidLease } from './cache'
import { commitNoter } from './database'
import type { Resource, Site } from './resource'

const setAndEnqueue: RequestKind = {
  kind: 'queue.setAndEnqueue',
  label: 'SET + QUEUE',
  resource: 'cache',
  bind(ground, request) {
    const { cells, max, width } = ground.memory
    const key = ground.keyIndex(request.key)
    if (offsetOf(ground.memory, 'dirty') < 0)
      throw new Error('Only a pattern that is registered with `queues` leaves writes to a queue.')
    const [entry, counter, dirty] = ['cache', 'counter', 'dirty'].map((name) => offsetOf(ground.memory, name) + key)
    const voids = voidLease(ground, key)
    return {
      perform: () => {
        const version = cells[counter!]! + 1
        if (version > max) throw new CellOverflow(width)
        cells[counter!] = version
        cells[entry!] = version
        cells[dirty!] = version
        voids()
        return version
      },
    }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** Cells: `dirty` newest queued version by key; `flush` key index + 1, version and phase of a flush under way. */
export const queueResource: Resource = {
  kinds: [setAndEnqueue],
  words: [
    {
      head: 'flush',
      of: 'key',
      verb: 'Flush',
      short: 'Flush',
      why: ({ flush }, key) => (flush === null ? `nothing of ${key} waits` : `a flush of ${flush.key} is under way`),
    },
  ],
  reserve(layout, _keys, scenario) {
    if (protocols.write[scenario.protocol.write]?.queues !== true) return
    layout.reservePerKey('dirty')
    if (scenario.guards['clear'] !== undefined) layout.reserveForWorld('flush', 3)
  },
  movers: (site) => (site.memory.offsets.has('dirty') ? [new Flusher(site)] : []),
}

export const queue: Queue = {
  setAndEnqueue: (key) => ask<Row>({ kind: 'queue.setAndEnqueue', key }),
}

const TAKEN = 1
const WRITTEN = 2

/** The flush of three steps that has begun; null where there is none. */
export function flushUnderWay(memory: Memory): { keyIndex: number; version: number; isWritten: boolean } | null {
  const at = offsetOf(memory, 'flush')
  if (at < 0 || memory.cells[at] === 0) return null
  return {
    keyIndex: memory.cells[at]! - 1,
    version: memory.cells[at + 1]!,
    isWritten: memory.cells[at + 2] === WRITTEN,
  }
}

class Flusher implements OwnMover {
  readonly awaited = true
  readonly choices: number
  private readonly dirty: number
  private readonly database: number
  private readonly flush: number
  private readonly clearsBlindly: boolean
  private readonly note: readonly ((version: number) => void)[]

  constructor(private readonly site: Site) {
    this.choices = site.keys.length
    this.dirty = offsetOf(site.memory, 'dirty')
    this.database = offsetOf(site.memory, 'database')
    this.flush = offsetOf(site.memory, 'flush')
    this.note = site.keys.map((key) => commitNoter(site.ground, key))
    this.clearsBlindly = site.scenario.guards['clear'] === 'plain'
  }

  word(choice: number): string {
    return `flush:${this.site.keys[choice]!}`
  }

  happening(choice: number): Happening {
    return { type: 'flush', key: this.site.keys[choice]!, client: '' }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(key: number): boolean {
    const { cells } = this.site.memory
    if (this.flush >= 0) return this.moveInThree(key)
    if (cells[this.dirty + key] === 0) return false
    this.commit(key, cells[this.dirty + key]!)
    cells[this.dirty + key] = 0
    return true
  }

  private commit(key: number, version: number): void {
    this.site.memory.cells[this.database + key] = version
    this.note[key]!(version)
  }

  private moveInThree(key: number): boolean {
    const { cells } = this.site.memory
    const phase = cells[this.flush + 2]!
    if (phase === 0) {
      if (cells[this.dirty + key] === 0) return false
      cells.set([key + 1, cells[this.dirty + key]!, TAKEN], this.flush)
      return true
    }
    if (cells[this.flush] !== key + 1) return false
    const version = cells[this.flush + 1]!
    if (phase === TAKEN) {
      this.commit(key, version)
      cells[this.flush + 2] = WRITTEN
      return true
    }
    if (this.clearsBlindly || cells[this.dirty + key] === version) cells[this.dirty + key] = 0
    cells.fill(0, this.flush, this.flush + 3)
    return true
  }
}
