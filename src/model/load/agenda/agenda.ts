/**
 * What is due in a run, and when: the next thing is taken first, and of things due at the same tick the one that was
 * put down first. Nothing is allocated per entry: a heap of four children a node on typed arrays that grow by doubling.
 */
export class Agenda {
  /** What was popped last. */
  tick = 0
  kind = 0
  a = 0
  b = 0
  size = 0

  private pushed = 0
  // The heap: when, in which order, and where the rest is.
  private ticks = new Float64Array(1024)
  private orders = new Float64Array(1024)
  private slots = new Int32Array(1024)
  // The rest, which stays in its slot; slots past the heap's size are the free ones.
  private kinds = new Uint8Array(1024)
  private firsts = new Int32Array(1024)
  private seconds = new Int32Array(1024)

  constructor() {
    this.slots.forEach((_, slot) => (this.slots[slot] = slot))
  }

  /** `kind` is a number up to 255; `a` and `b` are whole numbers of 31 bits and a sign. */
  push(tick: number, kind: number, a: number, b: number): void {
    if (this.size === this.slots.length) this.grow()
    const slot = this.slots[this.size]!
    this.kinds[slot] = kind
    this.firsts[slot] = a
    this.seconds[slot] = b
    this.rise(this.size++, tick, this.pushed++, slot)
  }

  /** Takes the next entry into `tick`, `kind`, `a` and `b`; false where there is none. */
  pop(): boolean {
    if (this.size === 0) return false
    const slot = this.slots[0]!
    this.tick = this.ticks[0]!
    this.kind = this.kinds[slot]!
    this.a = this.firsts[slot]!
    this.b = this.seconds[slot]!
    const last = --this.size
    this.sink(this.ticks[last]!, this.orders[last]!, this.slots[last]!)
    this.slots[last] = slot
    return true
  }

  private rise(from: number, tick: number, order: number, slot: number): void {
    const { ticks } = this
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 2
      // What is new comes after everything of its tick.
      if (ticks[parent]! <= tick) break
      this.move(parent, at)
      at = parent
    }
    this.set(at, tick, order, slot)
  }

  /** Puts an entry where the first one was taken away. */
  private sink(tick: number, order: number, slot: number): void {
    const { ticks, orders, size } = this
    let at = 0
    for (;;) {
      const first = 4 * at + 1
      if (first >= size) break
      const end = Math.min(first + 4, size)
      let least = first
      for (let child = first + 1; child < end; child++) {
        const apart = ticks[child]! - ticks[least]!
        if (apart < 0 || (apart === 0 && orders[child]! < orders[least]!)) least = child
      }
      const apart = ticks[least]! - tick
      if (apart > 0 || (apart === 0 && orders[least]! > order)) break
      this.move(least, at)
      at = least
    }
    this.set(at, tick, order, slot)
  }

  private move(from: number, to: number): void {
    this.set(to, this.ticks[from]!, this.orders[from]!, this.slots[from]!)
  }

  private set(at: number, tick: number, order: number, slot: number): void {
    this.ticks[at] = tick
    this.orders[at] = order
    this.slots[at] = slot
  }

  private grow(): void {
    const { length } = this.slots
    const doubled = <T extends Float64Array | Int32Array | Uint8Array>(old: T, longer: T): T => {
      longer.set(old)
      return longer
    }
    this.ticks = doubled(this.ticks, new Float64Array(2 * length))
    this.orders = doubled(this.orders, new Float64Array(2 * length))
    this.slots = doubled(this.slots, new Int32Array(2 * length))
    this.kinds = doubled(this.kinds, new Uint8Array(2 * length))
    this.firsts = doubled(this.firsts, new Int32Array(2 * length))
    this.seconds = doubled(this.seconds, new Int32Array(2 * length))
    for (let slot = length; slot < 2 * length; slot++) this.slots[slot] = slot
  }
}
