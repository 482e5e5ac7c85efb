/** The same policies, kept slowly: for comparing. */
import type { Eviction } from './policy'

export class NaiveLru implements Eviction {
  /** From the least recently used one. */
  private keys: number[] = []

  get size(): number {
    return this.keys.length
  }

  touched(key: number): void {
    if (this.keys.includes(key)) this.stored(key)
  }

  stored(key: number): void {
    this.removed(key)
    this.keys.push(key)
  }

  removed(key: number): void {
    this.keys = this.keys.filter((other) => other !== key)
  }

  victim(): number {
    return this.keys[0] ?? -1
  }
}

export class NaiveLfu implements Eviction {
  private readonly uses = new Map<number, { count: number; last: number }>()
  private clock = 0

  get size(): number {
    return this.uses.size
  }

  touched(key: number): void {
    const use = this.uses.get(key)
    if (use !== undefined) this.uses.set(key, { count: use.count + 1, last: this.clock++ })
  }

  stored(key: number): void {
    if (this.uses.has(key)) this.touched(key)
    else this.uses.set(key, { count: 1, last: this.clock++ })
  }

  removed(key: number): void {
    this.uses.delete(key)
  }

  victim(): number {
    const order = [...this.uses].sort(([, a], [, b]) => a.count - b.count || a.last - b.last)
    return order[0]?.[0] ?? -1
  }
}
