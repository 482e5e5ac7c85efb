/** Any entry, with even chances. Which one is drawn by the number of the eviction, so that a run can be repeated. */
import { rootOf, unitAt } from '../chance/hash'
import { streams } from '../chance/streams'
import type { Eviction } from './policy'

export class RandomEviction implements Eviction {
  size = 0
  /** The cached keys without gaps, and where each stands; -1 where it is not cached. */
  private readonly cached: Int32Array
  private readonly places: Int32Array
  private readonly root: number
  private drawn = 0

  constructor(keys: number, seed: number) {
    this.cached = new Int32Array(keys)
    this.places = new Int32Array(keys).fill(-1)
    this.root = rootOf(seed, streams.eviction)
  }

  /** Chance has no memory. */
  touched(): void {
    return
  }

  stored(key: number): void {
    if (this.places[key] !== -1) return
    this.places[key] = this.size
    this.cached[this.size++] = key
  }

  removed(key: number): void {
    const place = this.places[key]!
    if (place === -1) return
    const last = this.cached[--this.size]!
    this.cached[place] = last
    this.places[last] = place
    this.places[key] = -1
  }

  victim(): number {
    return this.size === 0 ? -1 : this.cached[Math.floor(unitAt(this.root, this.drawn++, 0) * this.size)]!
  }
}
