/**
 * Least recently used: the entry goes whose last use is longest ago. A ring of all entries in the order of their last
 * uses, so exact, where a server such as Redis looks at a few samples and memcached keeps several such rings.
 */
import type { Eviction } from './policy'

export class Lru implements Eviction {
  size = 0
  /** Neighbours in the ring, by key; the last element is the ring's joint. A key outside the ring has -1. */
  private readonly older: Int32Array
  private readonly newer: Int32Array
  private readonly joint: number

  constructor(keys: number) {
    this.older = new Int32Array(keys + 1).fill(-1)
    this.newer = new Int32Array(keys + 1).fill(-1)
    this.joint = keys
    this.older[keys] = keys
    this.newer[keys] = keys
  }

  touched(key: number): void {
    if (this.older[key] === -1) return
    this.take(key)
    this.add(key)
  }

  stored(key: number): void {
    if (this.older[key] === -1) this.size += 1
    else this.take(key)
    this.add(key)
  }

  removed(key: number): void {
    if (this.older[key] === -1) return
    this.take(key)
    this.older[key] = -1
    this.size -= 1
  }

  victim(): number {
    return this.size === 0 ? -1 : this.newer[this.joint]!
  }

  private take(key: number): void {
    const older = this.older[key]!
    const newer = this.newer[key]!
    this.newer[older] = newer
    this.older[newer] = older
  }

  private add(key: number): void {
    const { joint } = this
    const newest = this.older[joint]!
    this.older[key] = newest
    this.newer[key] = joint
    this.newer[newest] = key
    this.older[joint] = key
  }
}
