/**
 * The queue of write-behind: what the cache has acknowledged and the database has not.
 *
 * Taking the next version, storing it, queueing it and answering is one step, as a MULTI of the cache would
 * be. With `flush-every` a complete batch has to be flushed before the next update is taken, so that no more
 * than a batch ever waits.
 *
 * Atomic: as said. Left out: an update that is queued without being cached.
 * Source: redis.io MULTI/EXEC; Jouppi, "Cache write policies and performance", ISCA 1993 (write-back).
 */
import type { RequestKind } from '../kind'
import { CellOverflow, offsetOf } from '../layout'
import { ask, type Queue, type Row } from '../program'
import { protocols } from '../../protocols'
import { Backlog, batchOf, reserveBacklog } from './backlog'
import { replacer } from './belongings'
import { counterOf } from './counts'
import { Flusher, reserveFlush } from './flusher'
import type { Resource } from './resource'

const setAndEnqueue: RequestKind = {
  kind: 'queue.setAndEnqueue',
  label: 'SET + QUEUE',
  resource: 'cache',
  makesVersion: true,
  bind(ground, request) {
    const { memory, scenario } = ground
    const { cells, max, width } = memory
    const key = ground.keyIndex(request.key)
    const backlog = new Backlog(memory, scenario)
    if (!backlog.exists) throw new Error('Only a pattern that is registered with `queues` leaves writes to a queue.')
    const [entry, counter] = ['cache', 'counter'].map((name) => offsetOf(memory, name) + key)
    const replaces = replacer(ground, key)
    const [waiting, row] = ['dirty', 'database'].map((name) => offsetOf(memory, name) + key)
    const count = counterOf(ground, request)
    const perform = () => {
      const version = cells[counter!]! + 1
      if (version > max) throw new CellOverflow(width)
      count(version, cells[waiting!]! || cells[row!]!)
      cells[counter!] = version
      cells[entry!] = version
      replaces()
      backlog.add(key, version)
      return version
    }
    return batchOf(scenario) === null ? { perform } : { perform, ready: () => !backlog.isFull }
  },
  decode: (code): Row => Object.freeze({ version: code }),
}

/** Cells: those of the backlog and of a flush under way. */
export const queueResource: Resource = {
  kinds: [setAndEnqueue],
  words: [
    {
      head: 'flush',
      of: 'key',
      marks: ['fail', 'unheard'],
      verb: 'Flush',
      short: 'Flush',
      why: ({ flush }, key) => (flush === null ? `nothing of ${key} waits` : `a flush of ${flush.key} is under way`),
    },
  ],
  reserve(layout, _keys, scenario) {
    reserveBacklog(layout, scenario)
    if (protocols.write[scenario.protocol.write]?.queues === true) reserveFlush(layout, scenario)
  },
  movers: (site) => (site.memory.offsets.has('dirty') ? [new Flusher(site)] : []),
}

export const queue: Queue = {
  setAndEnqueue: (key) => ask<Row>({ kind: 'queue.setAndEnqueue', key }),
}
