/**
 * What a run has counted so far, in fixed memory. Metrics are read off it; what each of them means is said in
 * `metrics/`.
 */
import { Histogram } from './histogram'
import { Intervals } from './intervals'

/** The columns of the series, sums first. */
export const column = {
  reads: 0,
  writes: 1,
  readTicks: 2,
  writeTicks: 3,
  hits: 4,
  misses: 5,
  databaseReads: 6,
  databaseWrites: 7,
  staleReads: 8,
  lostWrites: 9,
  pending: 10,
  databaseQueue: 11,
  inFlight: 12,
} as const

const LEVELS_FROM = column.pending
const kinds = Object.values(column).map((at) => (at < LEVELS_FROM ? 'sum' : 'level'))

/** The first width of the intervals, in ticks. */
const INTERVAL_TICKS = 1000

export class Tally {
  readonly intervals = new Intervals(kinds, INTERVAL_TICKS)
  /** From the beginning of an operation to its answer. */
  readonly readTimes = new Histogram()
  readonly writeTimes = new Histogram()
  readonly readBackTimes = new Histogram()
  /** How long before the answer the version of a stale read was superseded. */
  readonly staleAges = new Histogram()
  /** In the queue of the database, before a request is worked on. */
  readonly databaseWaits = new Histogram()
  begun = 0
  /** Ended without an answer: its client died. */
  unanswered = 0
  inFlight = 0
  inFlightMax = 0
  /** The sum over all ticks of how many operations were under way. */
  inFlightArea = 0
  /** How long operations were under way, all together, also those without an answer. */
  underWayTicks = 0
  messages = 0
  cacheRequests = 0
  hits = 0
  misses = 0
  hotHits = 0
  hotMisses = 0
  databaseReads = 0
  databaseWrites = 0
  /** As many as there were at the last answer. */
  databaseReadsAtAnswer = 0
  databaseWritesAtAnswer = 0
  staleReads = 0
  staleReadBacks = 0
  /** Reads that returned no version at all. */
  emptyReads = 0
  refusedStores = 0
  lostDeletes = 0
  evictions = 0
  expiries = 0
  reloads = 0
  pending = 0
  pendingMax = 0
  lostWrites = 0
  /** null until the run is over and everything has run out. */
  staleEntries: number | null = null
  /** When the last operation was answered, and when nothing was left to be done. */
  lastAnswer = 0
  end = 0
  private since = 0

  began(tick: number): void {
    this.passed(tick)
    this.begun++
    this.inFlight++
    if (this.inFlight > this.inFlightMax) this.inFlightMax = this.inFlight
    this.intervals.stand(column.inFlight, tick, this.inFlight)
  }

  /** An operation is over, `ticks` after its beginning. */
  ended(tick: number, ticks: number): void {
    this.passed(tick)
    this.inFlight--
    this.underWayTicks += ticks
    this.intervals.stand(column.inFlight, tick, this.inFlight)
  }

  answered(tick: number, messages: number): void {
    this.messages += messages
    this.lastAnswer = tick
    this.databaseReadsAtAnswer = this.databaseReads
    this.databaseWritesAtAnswer = this.databaseWrites
  }

  read(tick: number, ticks: number, isReadBack: boolean): void {
    this.readTimes.add(ticks)
    if (isReadBack) this.readBackTimes.add(ticks)
    this.intervals.add(column.reads, tick, 1)
    this.intervals.add(column.readTicks, tick, ticks)
  }

  wrote(tick: number, ticks: number): void {
    this.writeTimes.add(ticks)
    this.intervals.add(column.writes, tick, 1)
    this.intervals.add(column.writeTicks, tick, ticks)
  }

  stale(tick: number, age: number, isReadBack: boolean): void {
    this.staleReads++
    if (isReadBack) this.staleReadBacks++
    this.staleAges.add(age)
    this.intervals.add(column.staleReads, tick, 1)
  }

  looked(tick: number, found: boolean, isHot: boolean): void {
    if (found) {
      this.hits++
      if (isHot) this.hotHits++
    } else {
      this.misses++
      if (isHot) this.hotMisses++
    }
    this.intervals.add(found ? column.hits : column.misses, tick, 1)
  }

  selected(tick: number): void {
    this.databaseReads++
    this.intervals.add(column.databaseReads, tick, 1)
  }

  committed(tick: number): void {
    this.databaseWrites++
    this.intervals.add(column.databaseWrites, tick, 1)
  }

  waits(tick: number, pending: number): void {
    this.pending = pending
    if (pending > this.pendingMax) this.pendingMax = pending
    this.intervals.stand(column.pending, tick, pending)
  }

  lost(tick: number, writes: number): void {
    this.lostWrites += writes
    this.intervals.add(column.lostWrites, tick, writes)
  }

  private passed(tick: number): void {
    this.inFlightArea += this.inFlight * (tick - this.since)
    this.since = tick
  }
}
