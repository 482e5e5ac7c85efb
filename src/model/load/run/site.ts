/**
 * What the parts of a run share: virtual time, the cells of all keys, what has been counted, and who wants to be told
 * of a change. A daemon puts what it will do into the agenda under a number of its own.
 */
import { Agenda } from '../agenda/agenda'
import { Tally } from '../measure/tally'
import { onePlace } from '../plan/onePlace'
import { Freshness } from '../slots/freshness'
import { Slots } from '../slots/slots'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { Actors } from './actors'
import { Entries } from './entries'
import { Waiting } from './waiting'
import type { Watch } from './watch'

/** What becomes of an entry in the agenda when its time has come. */
type Due = (a: number, b: number) => void

/** Why a key's cells have changed. */
export type Cause = 'start' | 'request' | 'flush' | 'evicted' | 'expired' | 'lost'

/** Is told of a change while the key's cells are in the memory; `isStored` where it has another entry now. */
type Change = (key: number, cause: Cause, isStored: boolean) => void

export class Site {
  readonly agenda = new Agenda()
  readonly tally = new Tally()
  readonly actors = new Actors()
  readonly slots: Slots
  readonly entries: Entries
  readonly freshness: Freshness
  readonly waiting: Waiting
  /** Told of each commit, and of each promised delete. */
  readonly onCommit: ((key: number, version: number) => void)[] = []
  readonly onPromise: ((key: number, version: number) => void)[] = []
  /** Told that the cache is about to lose its memory. */
  readonly onLoss: (() => void)[] = []
  /** Told that every operation is over, so that nothing more will be asked. */
  readonly onEnd: (() => void)[] = []
  /** Whether nothing more will be asked, be it that all is answered, be it that those who are left wait for ever. */
  isOver: () => boolean = () => false
  /** Why the run cannot go on; null while it can. */
  stopped: string | null = null
  /** How many events have happened. */
  events = 0
  private readonly dues: Due[] = []
  private readonly changes: Change[] = []
  private readonly cacheAt: number

  constructor(
    readonly workload: Workload,
    readonly strategy: Strategy,
    readonly watch: Watch | null,
  ) {
    const scenario = onePlace(strategy)
    this.slots = new Slots(scenario, workload.keys, {
      committed: (_key, version) => {
        const { key } = this.slots
        this.tally.committed(this.now)
        this.freshness.known(key, version, this.now)
        for (const tell of this.onCommit) tell(key, version)
      },
      promised: (_key, _client, version) => {
        for (const tell of this.onPromise) tell(this.slots.key, version)
      },
    })
    this.freshness = new Freshness(workload.keys)
    this.entries = new Entries(this.slots, workload, scenario.guards['expiry'] === 'after-access', (key, why) => {
      if (why === 'evicted') this.tally.evictions++
      else this.tally.expiries++
      this.watch?.note(this.now, why === 'evicted' ? 'evict' : 'expire', key, -1)
      this.tell(key, why, false)
    })
    this.waiting = new Waiting(
      this.agenda,
      this.actors,
      workload.keys,
      this.on((place) => this.waiting.look(place)),
    )
    this.cacheAt = this.slots.offset('cache')
  }

  get now(): number {
    return this.agenda.tick
  }

  /** Gives out the number under which something is put into the agenda. */
  on(due: Due): number {
    return this.dues.push(due) - 1
  }

  /** Asks to be told of changes of a key's cells, while they are in the memory. */
  onChange(tell: Change): void {
    this.changes.push(tell)
  }

  /** Brings a key's cells into the memory as they are now. */
  use(key: number): void {
    this.slots.use(key)
    this.entries.expire(key, this.agenda.tick)
  }

  /** The version that is cached under the key in the memory; 0 for none. */
  get cached(): number {
    return this.slots.memory.cells[this.cacheAt]!
  }

  /** The key in the memory may have changed; `isStored` where it has another entry now. */
  changed(key: number, cause: Cause, isStored: boolean): void {
    if (isStored && this.cached > 0) this.freshness.stored(key, this.cached)
    this.tell(key, cause, isStored)
    this.entries.noted(key, this.agenda.tick, isStored)
  }

  /** Lets the next thing happen; false where nothing is left to be done. */
  step(): boolean {
    const { agenda } = this
    if (this.stopped !== null || !agenda.pop()) return false
    this.events++
    this.dues[agenda.kind]!(agenda.a, agenda.b)
    return true
  }

  private tell(key: number, cause: Cause, isStored: boolean): void {
    for (const change of this.changes) change(key, cause, isStored)
    this.waiting.wake(key)
  }
}
