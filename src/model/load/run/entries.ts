/**
 * The entries of the cache as things that take room and grow old: which are there, when each one's lifetime ends, and
 * which has to go where no more fit. How an entry goes, with all that belongs to it, is the engine's removal.
 *
 * Lifetimes are exact and removed late: an entry whose time is over is gone before anybody looks at its key, and only
 * its room is given back when that happens, as servers do. With a soft lifetime it stays and is only called old. Left
 * out: sizes; a remote marker takes no room.
 */
import { removerOf, type Remover } from '../../engine/faults/removal'
import { ticksOf } from '../chance/distribution'
import { rootOf, unitAt } from '../chance/hash'
import { streams } from '../chance/streams'
import { evictionOf } from '../eviction'
import type { Eviction } from '../eviction/policy'
import type { Slots } from '../slots/slots'
import type { Workload } from '../workload/workload'

/** Tells that an entry has gone, while its key's cells are in the memory. */
export type Gone = (key: number, why: 'evicted' | 'expired') => void

export class Entries {
  count = 0
  /** 1 where something is cached. */
  readonly present: Uint8Array
  private readonly remover: Remover
  private readonly policy: Eviction | null
  private readonly capacity: number
  /** When each one's lifetime ends; null where entries have none. */
  private readonly ends: Float64Array | null
  private readonly lifetime: number
  private readonly jitter: number
  private readonly jitterRoot: number
  private lifetimes = 0

  constructor(
    private readonly slots: Slots,
    { cache, keys, seed }: Workload,
    private readonly renewsOnHit: boolean,
    private readonly gone: Gone,
  ) {
    const hasLifetime = cache.ttl !== null && slots.scenario.guards['expiry'] !== 'none'
    this.present = new Uint8Array(keys)
    this.remover = removerOf(slots.memory, slots.scenario)
    this.capacity = cache.capacity ?? Infinity
    this.policy = this.capacity < keys ? evictionOf(cache.eviction, keys, seed) : null
    this.ends = hasLifetime ? new Float64Array(keys).fill(Infinity) : null
    this.lifetime = cache.ttl === null ? 0 : ticksOf(cache.ttl.ms)
    this.jitter = cache.ttl?.jitter ?? 0
    this.jitterRoot = rootOf(seed, streams.jitter)
  }

  /** A key's cells have come into the memory: an entry whose lifetime is over goes first. */
  expire(key: number, now: number): void {
    if (this.ends === null || this.present[key] === 0 || this.ends[key]! > now) return
    this.remove(key, 'expired')
  }

  /** A read has found an entry. */
  hit(key: number, now: number): void {
    this.policy?.touched(key)
    if (this.renewsOnHit && this.ends !== null) this.ends[key] = now + this.drawn(key)
  }

  /** Something about the key may have changed; `isStored` where there is another entry now. */
  noted(key: number, now: number, isStored: boolean): void {
    const isThere = this.remover.holds(0)
    if (!isThere) {
      if (this.present[key] === 1) this.forget(key)
      return
    }
    if (this.present[key] === 1 && !isStored) return
    if (this.ends !== null) this.ends[key] = now + this.drawn(key)
    this.policy?.stored(key)
    if (this.present[key] === 1) return
    this.present[key] = 1
    this.count++
    this.makeRoom(key)
  }

  /** Whether nothing will ever remove what is cached under the key. */
  staysForEver(key: number): boolean {
    return this.present[key] === 1 && this.ends === null
  }

  private makeRoom(key: number): void {
    while (this.count > this.capacity) {
      const victim = this.policy!.victim()
      this.slots.use(victim)
      this.remove(victim, 'evicted')
    }
    this.slots.use(key)
  }

  private remove(key: number, why: 'evicted' | 'expired'): void {
    this.remover.remove(0)
    this.forget(key)
    this.gone(key, why)
  }

  private forget(key: number): void {
    this.present[key] = 0
    this.count--
    this.policy?.removed(key)
  }

  private drawn(key: number): number {
    if (this.jitter === 0) return this.lifetime
    const shorter = this.jitter * unitAt(this.jitterRoot, key, this.lifetimes++)
    return Math.max(1, Math.round(this.lifetime * (1 - shorter)))
  }
}
