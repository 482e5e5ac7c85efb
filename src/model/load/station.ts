/**
 * A place that works on some requests at a time and lets the others wait in their order: the database with its
 * connections. It knows nothing of how long a request takes: who is served says when it is done.
 * Ticks are whole, so the areas under its queue and its busy servers are exact, and Little's law is an equality: the
 * area under the queue is the sum of all waits, once nobody waits any more.
 */
export class Station {
  busy = 0
  waiting = 0
  /** Most that ever waited at a time. */
  waitingMax = 0
  private ring = new Int32Array(256)
  private head = 0
  private tick = 0
  private queueTicks = 0
  private busyTicks = 0

  /** null for no limit: then nobody waits. */
  constructor(private readonly servers: number | null) {}

  /** A customer comes; true where its service begins at once, and otherwise it waits. */
  arrive(tick: number, customer: number): boolean {
    this.pass(tick)
    if (this.servers === null || this.busy < this.servers) {
      this.busy += 1
      return true
    }
    if (this.waiting === this.ring.length) this.grow()
    this.ring[(this.head + this.waiting) & (this.ring.length - 1)] = customer
    this.waiting += 1
    if (this.waiting > this.waitingMax) this.waitingMax = this.waiting
    return false
  }

  /** A service ends; gives the customer whose service begins with it, -1 where nobody waits. */
  leave(tick: number): number {
    this.pass(tick)
    if (this.waiting === 0) {
      this.busy -= 1
      return -1
    }
    const customer = this.ring[this.head]!
    this.head = (this.head + 1) & (this.ring.length - 1)
    this.waiting -= 1
    return customer
  }

  /** The sum over all ticks of how many waited. */
  queueArea(tick: number): number {
    return this.queueTicks + this.waiting * (tick - this.tick)
  }

  /** The sum over all ticks of how many were served. */
  busyArea(tick: number): number {
    return this.busyTicks + this.busy * (tick - this.tick)
  }

  /** The share of its servers' time that was worked; null without a limit, and before any time has passed. */
  utilisation(tick: number): number | null {
    return this.servers === null || tick === 0 ? null : this.busyArea(tick) / (this.servers * tick)
  }

  private pass(tick: number): void {
    this.queueTicks += this.waiting * (tick - this.tick)
    this.busyTicks += this.busy * (tick - this.tick)
    this.tick = tick
  }

  private grow(): void {
    const longer = new Int32Array(2 * this.ring.length)
    longer.set(this.ring.subarray(this.head))
    longer.set(this.ring.subarray(0, this.head), this.ring.length - this.head)
    this.ring = longer
    this.head = 0
  }
}
