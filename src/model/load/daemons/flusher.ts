/**
 * The flusher of write-behind: brings what waits to the database, so many writes at a time.
 *
 * It works in rounds, one in so many milliseconds, and in each writes as many updates as waited when it began. With
 * `flush-every` it begins when a batch is complete instead, and goes on until nothing waits; once every operation is
 * over, it takes what is left. A write takes out what it has written in the moment in which it commits; with `clear` the
 * version is taken when the write is sent, and cleared half a request to the cache after its answer. A crash of the cache
 * stops those. What each step does is the engine's.
 */
import { batchOf } from '../../engine/resources/backlog'
import { bringer } from '../../engine/resources/flusher'
import { forgetSynced } from '../../engine/resources/writeAheadLog'
import { ticksOf } from '../chance/distribution'
import { KEY } from '../plan/onePlace'
import { FLUSHES_FROM } from '../run/draws'
import { OTHERS_FROM } from '../run/requests'
import type { Crew, Part } from './part'
import { Pending } from './pending'

class Flusher {
  private readonly pending: Pending
  private readonly bring: (version: number) => boolean
  private readonly forget: (key: number, version: number) => void
  private readonly every: number
  private readonly clears: string | undefined
  private readonly inBatches: boolean
  /** Updates that this round has yet to write. */
  private left = 0
  private isPlanned = false
  private writes = 0
  private free: number[]
  /** Of each write under way: its key, its version where that is taken first, when it came, what is left of it. */
  private readonly keys: Int32Array
  private readonly versions: Uint32Array
  private readonly entered: Float64Array
  private readonly rest: Float64Array
  private readonly round: number
  private readonly writeNext: number
  private readonly commit: number
  private readonly answered: number
  private readonly clear: number

  constructor(private readonly crew: Crew) {
    const { site, requests } = crew
    const { scenario, memory, ground } = site.slots
    const { everyMs, concurrency } = site.workload.flush
    this.pending = new Pending(site)
    this.bring = bringer(ground, KEY)
    this.forget = forgetSynced(memory)
    this.every = ticksOf(everyMs)
    this.clears = scenario.guards['clear']
    this.inBatches = batchOf(scenario) !== null
    this.free = Array.from({ length: concurrency }, (_, index) => concurrency - 1 - index)
    this.keys = new Int32Array(concurrency)
    this.versions = new Uint32Array(concurrency)
    this.entered = new Float64Array(concurrency)
    this.rest = new Float64Array(concurrency)
    this.round = site.on(() => this.beginRound())
    this.writeNext = site.on(() => this.writeOn())
    this.commit = site.on((write) => this.commits(write))
    this.answered = site.on((write) => this.isAnswered(write))
    this.clear = site.on((write) => this.clearsEntry(write))
    this.pending.added = () => this.plan()
    // What comes while the last write of a batch is being answered belongs to the next one.
    this.pending.emptied = () => {
      this.left = 0
    }
    requests.hooks.serves = (customer) => this.serve(customer - OTHERS_FROM)
    site.onEnd.push(() => {
      if (this.inBatches) this.flushAll()
    })
    // What a write has taken is no longer the newest truth about what waits.
    site.onLoss.push(() => this.versions.fill(0))
  }

  private plan(): void {
    const { site } = this.crew
    if (this.inBatches) {
      if (this.pending.backlog.isFull) this.flushAll()
      return
    }
    if (this.isPlanned) return
    this.isPlanned = true
    site.agenda.push((Math.floor(site.now / this.every) + 1) * this.every, this.round, 0, 0)
  }

  private beginRound(): void {
    this.isPlanned = false
    this.left = this.pending.total
    this.writeOn()
    if (this.pending.total > 0) this.plan()
  }

  private flushAll(): void {
    this.left = Infinity
    // The change that completes a batch has yet to be told to everybody.
    this.crew.site.agenda.push(this.crew.site.now, this.writeNext, 0, 0)
  }

  private writeOn(): void {
    while (this.left > 0 && this.free.length > 0) {
      const key = this.pending.take()
      if (key < 0) return
      this.left--
      this.begin(this.free.pop()!, key)
    }
  }

  private begin(write: number, key: number): void {
    const { site, requests } = this.crew
    site.use(key)
    this.keys[write] = key
    this.versions[write] = this.clears === undefined ? 0 : this.pending.backlog.next(0)
    if (this.clears !== undefined) site.watch?.note(site.now, 'flush', key, -1)
    this.entered[write] = site.now
    if (requests.arrive(OTHERS_FROM + write)) this.serve(write)
  }

  private serve(write: number): void {
    const { site, draws } = this.crew
    const ticks = draws.update(FLUSHES_FROM + this.writes++, 0)
    const half = Math.floor(ticks / 2)
    this.rest[write] = ticks - half
    site.tally.databaseWaits.add(site.now - this.entered[write]!)
    site.agenda.push(site.now + half, this.commit, write, 0)
  }

  private commits(write: number): void {
    const { site } = this.crew
    const key = this.keys[write]!
    site.use(key)
    const { backlog } = this.pending
    const version = this.clears === undefined ? backlog.next(0) : this.versions[write]!
    if (version > 0) {
      this.bring(version)
      site.watch?.note(site.now, 'flush', key, -1)
      if (this.clears === undefined) {
        backlog.remove(0, version)
        this.forget(0, version)
      }
      site.changed(key, 'flush', false)
    }
    site.agenda.push(site.now + this.rest[write]!, this.answered, write, 0)
  }

  private isAnswered(write: number): void {
    const { site, requests, draws } = this.crew
    requests.leave()
    if (this.clears === undefined) this.end(write)
    else
      site.agenda.push(
        site.now + Math.floor(draws.cacheLatency(FLUSHES_FROM + this.writes, 0) / 2),
        this.clear,
        write,
        0,
      )
  }

  private clearsEntry(write: number): void {
    const { site } = this.crew
    const key = this.keys[write]!
    const version = this.versions[write]!
    if (version > 0) {
      site.use(key)
      if (this.clears === 'plain') this.pending.backlog.keep(0, 0)
      else this.pending.backlog.remove(0, version)
      this.forget(0, version)
      site.watch?.note(site.now, 'flush', key, -1)
      site.changed(key, 'flush', false)
    }
    this.end(write)
  }

  private end(write: number): void {
    this.pending.giveBack(this.keys[write]!)
    this.free.push(write)
    this.writeOn()
  }
}

export const flusher: Part = (crew) => {
  if (crew.site.slots.offset('dirty') < 0) return null
  new Flusher(crew)
  return () => undefined
}
