/**
 * How long a load can hold on to an old version: from its select to its fill. Whatever outlasts that, outlasts every
 * stale fill, so it is where the boundaries of sweeps lie.
 */
import { protocols } from '../../protocols'
import { TICKS_PER_MS, ticksOf } from '../chance/distribution'
import type { Strategy } from '../strategy'
import type { Distribution, Workload } from '../workload/workload'

/** The longest time that can be drawn, in ticks; null where there is no longest one. */
export function longestTicks(distribution: Distribution): number | null {
  if (distribution.kind === 'constant') return ticksOf(distribution.ms)
  return distribution.kind === 'uniform' ? ticksOf(distribution.to) : null
}

/** The half of a request's time that passes before it is performed, and the one that passes after. */
const before = (ticks: number): number => Math.floor(ticks / 2)
const after = (ticks: number): number => ticks - before(ticks)

/**
 * The longest time from a select to the store that follows it, in ticks: the way back, a pause, and the way to the
 * cache. Where the cache loads by itself only the way back is left. null where there is no longest one.
 */
export function longestHold({ cache, database, pauses }: Workload, { protocol }: Strategy): number | null {
  const select = longestTicks(database.select)
  if (select === null) return null
  if (protocols.read[protocol.read]?.owner === 'cache') return after(select)
  const latency = longestTicks(cache.latency)
  const pause = pauses.chance === 0 ? 0 : longestTicks(pauses.length)
  return latency === null || pause === null ? null : after(select) + pause + before(latency)
}

/**
 * The longest time that an old entry can be handed out after its row has changed, besides its lifetime: the load that
 * stored it, and the way back of the answer.
 */
export function longestBesides(workload: Workload, strategy: Strategy): number | null {
  const hold = longestHold(workload, strategy)
  const latency = longestTicks(workload.cache.latency)
  return hold === null || latency === null ? null : hold + after(latency)
}

/** The shortest time from a commit to its answer, from which on the delay of a deferred delete counts. */
export function shortestAnswer({ database }: Workload): number {
  const { update } = database
  if (update.kind === 'constant') return after(ticksOf(update.ms))
  return update.kind === 'uniform' ? after(ticksOf(update.from)) : after(1)
}

export const msOf = (ticks: number): number => ticks / TICKS_PER_MS
