/**
 * The operations of a workload: when they begin, what they are about, and what is counted when they are answered.
 *
 * Each arrival, or each turn of a closed client, has a number of its own by which everything about it is drawn, so that
 * every strategy meets the same ones. A read is stale when it returns an older version than the newest one that was
 * known when it began. Open arrivals never wait for the system; where it falls behind without end, the run stops.
 */
import { nextArrival, type NextArrival } from '../chance/arrivals'
import { drawer, TICKS_PER_MS, type TicksDrawer } from '../chance/distribution'
import { streams } from '../chance/streams'
import type { PlanEdge, PlanNode } from '../plan/plan'
import { ALIVE, isLoader, READ, READ_BACK, UNHEARD, UNSENT, WRITE } from './actors'
import { READ_BACK_DRAWS_FROM, type Draws } from './draws'
import type { Requests } from './requests'
import type { Site } from './site'
import type { StaleRead } from '../result'
import { UNDER_WAY_MAX } from '../workload/limits'

/** So many stale reads are kept. */
const STALE_READS_MAX = 100

const NO_CLIENT = -1

export interface Programs {
  readonly read: PlanNode
  readonly write: PlanNode
}

export class Operations {
  readonly staleReads: StaleRead[] = []
  /** How many are over, with an answer or without. */
  done = 0
  /** How many have begun or have a time at which they will. */
  private planned = 0
  private pendingArrivals = 0
  private hasStarted = false
  private readonly arrive: number
  private readonly readBack: number
  private readonly next: NextArrival | null
  private readonly think: TicksDrawer | null
  private readonly clients: number
  /** By closed client, how many turns it has had. */
  private readonly turns: Int32Array
  private drawn = 0

  constructor(
    private readonly site: Site,
    private readonly requests: Requests,
    private readonly draws: Draws,
    private readonly programs: Programs,
  ) {
    const { arrivals, seed } = site.workload
    this.arrive = site.on((draw, client) => this.arrived(draw, client))
    this.readBack = site.on((draw, client) => this.readsBack(draw, client))
    this.next = arrivals.kind === 'open' ? nextArrival(arrivals, seed) : null
    this.think = arrivals.kind === 'closed' ? drawer(arrivals.think, seed, streams.think) : null
    this.clients = arrivals.kind === 'closed' ? arrivals.clients : 0
    this.turns = new Int32Array(this.clients)
    site.isOver = () => this.hasStarted && this.pendingArrivals === 0 && site.tally.inFlight <= site.waiting.count
  }

  start(): void {
    this.hasStarted = true
    if (this.next !== null) this.plan(this.next(), NO_CLIENT)
    for (let client = 0; client < this.clients; client++) this.plan(this.thinkTime(client), client)
  }

  get progress(): number {
    return this.done / this.site.workload.operations
  }

  /** Every client dies: what they have sent is still done, and nobody hears of it. */
  crash(): void {
    const { actors, now } = this.site
    for (let actor = 0; actor < actors.length; actor++) {
      if (actors.nodes[actor] === null || actors.dead[actor] !== ALIVE || isLoader(actors.role[actor]!)) continue
      actors.dead[actor] = actors.sent[actor]! > now ? UNSENT : UNHEARD
      this.endUnheard(actor)
    }
  }

  /** An actor's program is over; `edge` is null where nobody hears of it. */
  over(actor: number, edge: PlanEdge | null): void {
    const { actors } = this.site
    if (edge !== null) this.answered(actor, edge)
    actors.release(actor)
    if (edge !== null) this.checkEnd()
  }

  private plan(tick: number, client: number): void {
    if (this.planned === this.site.workload.operations) return
    this.planned++
    this.pendingArrivals++
    const draw = client === NO_CLIENT ? this.drawn++ : this.turns[client]!++ * this.clients + client
    this.site.agenda.push(tick, this.arrive, draw, client)
  }

  private thinkTime(client: number): number {
    return this.site.now + this.think!(client, this.turns[client]!)
  }

  private arrived(draw: number, client: number): void {
    this.pendingArrivals--
    if (this.next !== null) this.plan(this.next(), NO_CLIENT)
    this.begin(draw, client, this.draws.isRead(draw, 0) ? READ : WRITE)
  }

  private readsBack(draw: number, client: number): void {
    this.pendingArrivals--
    this.begin(draw, client, READ_BACK)
  }

  private begin(draw: number, client: number, role: number): void {
    const { site } = this
    const { actors, tally } = site
    if (tally.inFlight >= UNDER_WAY_MAX) {
      this.stop()
      return
    }
    const actor = actors.take()
    const key = role === READ ? this.draws.key(draw) : this.draws.writtenKey(draw)
    actors.role[actor] = role
    actors.key[actor] = key
    actors.serial[actor] = tally.begun
    actors.draw[actor] = draw
    actors.draws[actor] = role === READ_BACK ? READ_BACK_DRAWS_FROM : 0
    actors.client[actor] = client
    actors.began[actor] = site.now
    actors.asked[actor] = 0
    actors.messages[actor] = 0
    actors.newest[actor] = site.freshness.newest[key]!
    actors.superseded[actor] = -1
    actors.dead[actor] = ALIVE
    tally.began(site.now)
    this.requests.send(actor, role === WRITE ? this.programs.write : this.programs.read, site.now)
  }

  private answered(actor: number, edge: PlanEdge): void {
    const { site } = this
    const { actors, tally, now } = site
    const ticks = now - actors.began[actor]!
    const role = actors.role[actor]!
    const key = actors.key[actor]!
    const result = edge.result === null ? null : actors.valueOf(actor, edge.result)
    tally.ended(now, ticks)
    tally.answered(now, actors.messages[actor]!)
    if (role === WRITE) {
      tally.wrote(now, ticks)
      if (result !== null) site.freshness.known(key, result, now)
    } else {
      tally.read(now, ticks, role === READ_BACK)
      if (result === null) tally.emptyReads++
      else if (result < actors.newest[actor]!) this.stale(actor, key, result)
    }
    this.done++
    this.goOn(actor, role)
  }

  private stale(actor: number, key: number, version: number): void {
    const { actors, tally, freshness, now } = this.site
    const found = actors.superseded[actor]!
    const since = found >= 0 && found < Infinity ? found : freshness.supersededAt(key, version)
    const age = Math.max(0, now - since)
    tally.stale(now, age, actors.role[actor] === READ_BACK)
    if (this.staleReads.length >= STALE_READS_MAX) return
    this.staleReads.push({
      operation: actors.serial[actor]!,
      key: key + 1,
      atMs: now / TICKS_PER_MS,
      ageMs: age / TICKS_PER_MS,
      version,
      newest: actors.newest[actor]!,
    })
  }

  /** What the client does next: it reads what it has written, or thinks before its next turn. */
  private goOn(actor: number, role: number): void {
    const { actors, agenda, workload } = this.site
    const client = actors.client[actor]!
    const draw = actors.draw[actor]!
    if (role === WRITE && this.planned < workload.operations && this.draws.isReadBack(draw, 0)) {
      this.planned++
      this.pendingArrivals++
      agenda.push(agenda.tick + this.draws.readBackAfter(draw, 0), this.readBack, draw, client)
    } else if (client !== NO_CLIENT) this.plan(this.thinkTime(client), client)
  }

  private endUnheard(actor: number): void {
    const { site } = this
    const { actors, tally, now } = site
    tally.ended(now, now - actors.began[actor]!)
    tally.unanswered++
    this.done++
    const client = actors.client[actor]!
    if (client !== NO_CLIENT) this.plan(this.thinkTime(client), client)
    this.checkEnd()
  }

  private checkEnd(): void {
    if (this.done === this.site.workload.operations) for (const tell of this.site.onEnd) tell()
  }

  private stop(): void {
    const { site } = this
    const { arrivals } = site.workload
    const seconds = site.now / (1000 * TICKS_PER_MS)
    const asked = arrivals.kind === 'open' ? arrivals.perSecond : 0
    const answered = seconds === 0 ? 0 : Math.round((site.tally.begun - site.tally.inFlight) / seconds)
    site.stopped = `Operations arrive faster than the system answers them: ${asked.toLocaleString('en')} a second arrive, ${answered.toLocaleString('en')} a second are answered, and ${UNDER_WAY_MAX.toLocaleString('en')} are under way at once. Let fewer arrive, or give the database more concurrency.`
  }
}
