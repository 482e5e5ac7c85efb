/**
 * The stock of writes that wait for the database: how many, of which keys, in which order, and which of them went
 * without having been written. What waits is read off the engine's backlog after each change of a key.
 *
 * Versions of a key go up by one with each update, so what is lost with a queue is a stretch of them: those above the
 * row's and above what is left.
 */
import { Backlog } from '../../engine/resources/backlog'
import type { Site } from '../run/site'

export class Pending {
  readonly backlog: Backlog
  /** How many updates wait, all keys together. */
  total = 0
  /** Told when something waits that did not. */
  added: () => void = () => undefined
  /** Told that nothing waits any more. */
  emptied: () => void = () => undefined
  private readonly counts: Int32Array
  /** The newest version of each key that waits, or has been lost. */
  private readonly newest: Uint32Array
  private readonly lostUpTo: Uint32Array
  /** Keys to be flushed, the one that has waited longest first; each is there once, also while it is under way. */
  private readonly queue: Int32Array
  private readonly isQueued: Uint8Array
  private head = 0
  private length = 0
  private keysWaiting = 0
  private batched = 0
  private readonly batchAt: number
  private readonly rowAt: number

  constructor(private readonly site: Site) {
    const { slots, workload } = site
    this.backlog = new Backlog(slots.memory, slots.scenario)
    this.counts = new Int32Array(workload.keys)
    this.newest = new Uint32Array(workload.keys)
    this.lostUpTo = new Uint32Array(workload.keys)
    this.queue = new Int32Array(workload.keys)
    this.isQueued = new Uint8Array(workload.keys)
    this.batchAt = slots.offset('batch')
    this.rowAt = slots.offset('database')
    site.onChange((key) => this.look(key))
  }

  /** The key that has waited longest, which is under way from now on; -1 for none. */
  take(): number {
    while (this.length > 0) {
      const key = this.queue[this.head]!
      this.head = (this.head + 1) % this.queue.length
      this.length--
      if (this.counts[key]! > 0) return key
      // Nothing of it waits any more: it was lost.
      this.isQueued[key] = 0
    }
    return -1
  }

  /** A key is no longer under way. */
  giveBack(key: number): void {
    this.isQueued[key] = 0
    if (this.counts[key]! > 0) this.enqueue(key)
  }

  private enqueue(key: number): void {
    this.isQueued[key] = 1
    this.queue[(this.head + this.length) % this.queue.length] = key
    this.length++
  }

  private look(key: number): void {
    const count = this.backlog.count(0)
    const newest = this.backlog.newest(0)
    const before = this.counts[key]!
    this.noteLost(key, newest)
    if (count !== before) {
      this.counts[key] = count
      this.total += count - before
      this.keysWaiting += Number(count > 0) - Number(before > 0)
      this.site.tally.waits(this.site.now, this.total)
      if (this.total === 0) this.emptied()
    }
    if (this.batchAt >= 0) this.keepBatch()
    if (count > 0 && this.isQueued[key] === 0) this.enqueue(key)
    if (newest > this.newest[key]!) this.added()
    this.newest[key] = newest
  }

  private noteLost(key: number, newest: number): void {
    const before = this.newest[key]!
    if (before <= newest) return
    const kept = Math.max(newest, this.site.slots.memory.cells[this.rowAt]!, this.lostUpTo[key]!)
    if (before <= kept) return
    this.lostUpTo[key] = before
    this.site.tally.lost(this.site.now, before - kept)
  }

  /** The engine closes a batch when nothing of the key in the memory waits; here other keys may still do. */
  private keepBatch(): void {
    const { cells } = this.site.slots.memory
    if (this.keysWaiting === 0) {
      cells[this.batchAt] = 0
      if (this.batched > 0) this.site.waiting.wake(this.site.waiting.batch)
    } else if (cells[this.batchAt] === 0) cells[this.batchAt] = this.batched
    this.batched = cells[this.batchAt]!
  }
}
