/**
 * Everything that chance decides in a run, by the number of what was drawn: that of an arrival (or of a client's turn),
 * which is the same under every strategy, and for what daemons do a number of their own beyond all of those.
 */
import { drawer, type TicksDrawer } from '../chance/distribution'
import { rootOf, unitAt } from '../chance/hash'
import { keyDrawer, type KeyDrawer } from '../chance/popularity'
import { streams, type Stream } from '../chance/streams'
import type { Workload } from '../workload/workload'

/** Draws of daemons begin here: flushes, and rounds of loaders. */
export const FLUSHES_FROM = 2 ** 30
export const ROUNDS_FROM = 2 ** 31

/** A read-back has the number of the write that it follows; its draws begin here. */
export const READ_BACK_DRAWS_FROM = 1000

type Chance = (draw: number, n: number) => boolean

export class Draws {
  readonly key: KeyDrawer
  readonly writtenKey: KeyDrawer
  readonly isRead: Chance
  readonly isReadBack: Chance
  readonly readBackAfter: TicksDrawer
  readonly cacheLatency: TicksDrawer
  readonly select: TicksDrawer
  readonly update: TicksDrawer
  readonly lag: TicksDrawer
  readonly delay: TicksDrawer
  readonly pauses: Chance
  readonly pauseLength: TicksDrawer
  readonly losesDelete: Chance

  constructor({ seed, keys, popularity, writePopularity, ...workload }: Workload) {
    const chance = (share: number, stream: Stream): Chance => {
      if (share <= 0) return () => false
      const root = rootOf(seed, stream)
      return (draw, n) => unitAt(root, draw, n) < share
    }
    this.key = keyDrawer(popularity, keys, seed)
    this.writtenKey = writePopularity === null ? this.key : keyDrawer(writePopularity, keys, seed)
    this.isRead = chance(workload.reads, streams.kind)
    this.isReadBack = chance(workload.readBack.share, streams.readBack)
    this.readBackAfter = drawer(workload.readBack.after, seed, streams.readBackAfter)
    this.cacheLatency = drawer(workload.cache.latency, seed, streams.cacheLatency)
    this.select = drawer(workload.database.select, seed, streams.select)
    this.update = drawer(workload.database.update, seed, streams.update)
    this.lag = drawer(workload.lag, seed, streams.lag)
    this.delay = drawer(workload.delay, seed, streams.delay)
    this.pauses = chance(workload.pauses.chance, streams.pause)
    this.pauseLength = drawer(workload.pauses.length, seed, streams.pauseLength)
    this.losesDelete = chance(workload.lostDeletes, streams.lostDelete)
  }
}
