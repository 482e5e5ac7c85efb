/**
 * Least frequently used: the entry goes that was used least often since it was put in place; of several, the one whose
 * last use is longest ago. An entry that is removed loses its count. Counts never fade, as servers let them.
 *
 * A ring of counts in rising order, and under each count a ring of its entries in the order of their last uses: a use
 * moves an entry to the next count, which stands beside its own or is put there.
 * Source: Shah, Mitra and Matani, An O(1) algorithm for implementing the LFU cache eviction scheme (2010).
 */
import type { Eviction } from './policy'

/** Rings of numbers on two arrays; a number by itself is a ring of one. */
class Rings {
  private readonly before: Int32Array
  readonly after: Int32Array

  constructor(length: number) {
    this.before = Int32Array.from({ length }, (_, number) => number)
    this.after = this.before.slice()
  }

  insert(number: number, before: number): void {
    const after = this.after[before]!
    this.before[number] = before
    this.after[number] = after
    this.after[before] = number
    this.before[after] = number
  }

  /** Last of the ring that `joint` stands for. */
  append(number: number, joint: number): void {
    this.insert(number, this.before[joint]!)
  }

  take(number: number): void {
    const before = this.before[number]!
    const after = this.after[number]!
    this.after[before] = after
    this.before[after] = before
    this.before[number] = number
    this.after[number] = number
  }

  isAlone(number: number): boolean {
    return this.after[number] === number
  }
}

export class Lfu implements Eviction {
  size = 0
  /** The group of a key, -1 where it is not cached. Group 0 is the joint of the ring of groups, with the count 0. */
  private readonly groups: Int32Array
  private readonly counts: Float64Array
  private readonly ringOfGroups: Rings
  /** Keys, and behind them the joint of each group. */
  private readonly ringOfKeys: Rings
  /** Groups without keys, the first `freeCount` of them. */
  private readonly free: Int32Array
  private freeCount: number

  /** As many counts at a time as keys, and two more while an entry moves. */
  constructor(private readonly keys: number) {
    const groups = keys + 2
    this.groups = new Int32Array(keys).fill(-1)
    this.counts = new Float64Array(groups)
    this.ringOfGroups = new Rings(groups)
    this.ringOfKeys = new Rings(keys + groups)
    this.freeCount = groups - 1
    this.free = Int32Array.from({ length: groups - 1 }, (_, index) => groups - 1 - index)
  }

  touched(key: number): void {
    const group = this.groups[key]!
    if (group === -1) return
    const next = this.groupAfter(group, this.counts[group]! + 1)
    this.leave(key, group)
    this.join(key, next)
  }

  stored(key: number): void {
    if (this.groups[key] !== -1) {
      this.touched(key)
      return
    }
    this.size += 1
    this.join(key, this.groupAfter(0, 1))
  }

  removed(key: number): void {
    const group = this.groups[key]!
    if (group === -1) return
    this.leave(key, group)
    this.groups[key] = -1
    this.size -= 1
  }

  victim(): number {
    if (this.size === 0) return -1
    const least = this.ringOfGroups.after[0]!
    return this.ringOfKeys.after[this.keys + least]!
  }

  /** The group of a count that stands behind the given one, or a new one put there. */
  private groupAfter(group: number, count: number): number {
    const after = this.ringOfGroups.after[group]!
    if (after !== 0 && this.counts[after] === count) return after
    const fresh = this.free[--this.freeCount]!
    this.counts[fresh] = count
    this.ringOfGroups.insert(fresh, group)
    return fresh
  }

  private join(key: number, group: number): void {
    this.groups[key] = group
    this.ringOfKeys.append(key, this.keys + group)
  }

  private leave(key: number, group: number): void {
    this.ringOfKeys.take(key)
    if (!this.ringOfKeys.isAlone(this.keys + group)) return
    this.ringOfGroups.take(group)
    this.free[this.freeCount++] = group
  }
}
