/**
 * How an actor asks its way through its program.
 *
 * A request to the cache takes its latency in two halves, there and back, and is performed between them, at once and
 * alone. The database works on a request for its whole latency, once it has waited for its turn; the request is
 * performed in the middle of that. Where the cache runs a reader's program, or a loader, what it asks of itself takes no
 * time, and the answer of the call goes back when it is over. A request that cannot be answered yet waits at its key,
 * where it is looked at again after each change.
 */
import { ticksOf } from '../chance/distribution'
import { column } from '../measure/tally'
import type { PlanEdge, PlanNode, Plans } from '../plan/plan'
import { Station } from '../station'
import { ALIVE, isLoader, RELOAD, UNSENT, WARM_UP, WRITE } from './actors'
import type { Draws } from './draws'
import type { Site } from './site'

/** Customers of the database that are no actors are numbered from here. */
export const OTHERS_FROM = 2 ** 29

/** Who wants to know what becomes of requests. */
export interface RequestHooks {
  /** An actor's program is over, and whoever asked hears of it now; or nobody is left to hear it. */
  over(actor: number, edge: PlanEdge | null): void
  /** A request has been performed that takes along whatever is cached. */
  tookAll: ((key: number) => void) | null
  /** The cache is about to be looked at, and has been. */
  looks: ((key: number) => void) | null
  looked: ((key: number) => void) | null
  /** An actor has selected a version, and has stored or forgotten it. */
  holds: ((actor: number, key: number, version: number) => void) | null
  drops: ((actor: number, key: number) => void) | null
  /** The database begins with somebody who is no actor. */
  serves(customer: number): void
}

export class Requests {
  readonly hooks: RequestHooks = {
    over: () => undefined,
    tookAll: null,
    looks: null,
    looked: null,
    holds: null,
    drops: null,
    serves: () => undefined,
  }
  /** Whose request was performed last. */
  actor = 0
  readonly database: Station
  private readonly replica: Station
  private readonly perform: number
  private readonly enter: number
  private readonly serveEnd: number
  private readonly answer: number
  private readonly lifetime: number
  private readonly tombstoneAt: number

  constructor(
    private readonly site: Site,
    private readonly plans: Plans,
    private readonly draws: Draws,
    /** The most popular keys, whose looks are counted apart. */
    private readonly hotKeys: number,
  ) {
    const { workload } = site
    this.database = new Station(workload.database.concurrency)
    this.replica = new Station(workload.database.concurrency)
    this.perform = site.on((actor) => this.performed(actor))
    this.enter = site.on((actor) => this.entered(actor))
    this.serveEnd = site.on((actor) => this.served(actor))
    this.answer = site.on((actor) => this.over(actor))
    site.waiting.resume = (actor) => this.performed(actor)
    this.lifetime = workload.cache.ttl === null ? Infinity : ticksOf(workload.cache.ttl.ms)
    this.tombstoneAt = site.slots.offset('tombstone')
  }

  /** Lets an actor ask what a node says, at a time that is not before now. */
  send(actor: number, node: PlanNode, at: number): void {
    const { actors, agenda } = this.site
    const draw = actors.draw[actor]!
    const isInside = isLoader(actors.role[actor]!) || (node.isCaches && actors.asked[actor]! > 0)
    let from = at
    if (!isInside && this.draws.pauses(draw, actors.draws[actor]!))
      from += this.draws.pauseLength(draw, actors.draws[actor]!)
    actors.nodes[actor] = node
    actors.asked[actor]!++
    actors.sent[actor] = from
    if (node.target !== 'cache') {
      actors.messages[actor]!++
      if (from > agenda.tick) agenda.push(from, this.enter, actor, 0)
      else this.entered(actor)
    } else if (isInside) {
      if (from > agenda.tick) agenda.push(from, this.perform, actor, 0)
      else this.performed(actor)
    } else {
      actors.messages[actor]!++
      const latency = this.draws.cacheLatency(draw, actors.draws[actor]!++)
      const there = Math.floor(latency / 2)
      actors.back[actor] = latency - there
      agenda.push(from + there, this.perform, actor, 0)
    }
  }

  /** Somebody comes to the database; says whether it begins with them at once. */
  arrive(customer: number): boolean {
    const { site, database } = this
    const isServed = database.arrive(site.now, customer)
    if (!isServed) site.tally.intervals.stand(column.databaseQueue, site.now, database.waiting)
    return isServed
  }

  /** The database is done with somebody, and begins with the next one. */
  leave(): void {
    const { site, database } = this
    const next = database.leave(site.now)
    if (next < 0) return
    site.tally.intervals.stand(column.databaseQueue, site.now, database.waiting)
    if (next >= OTHERS_FROM) this.hooks.serves(next)
    else this.serve(next)
  }

  private entered(actor: number): void {
    const { site } = this
    const { actors } = site
    if (actors.dead[actor] === UNSENT) {
      this.hooks.over(actor, null)
      return
    }
    actors.entered[actor] = site.now
    const isMaster = actors.nodes[actor]!.target === 'database'
    if (isMaster ? this.arrive(actor) : this.replica.arrive(site.now, actor)) this.serve(actor)
  }

  private serve(actor: number): void {
    const { site } = this
    const { actors, agenda, tally } = site
    const node = actors.nodes[actor]!
    const draw = actors.draw[actor]!
    const n = actors.draws[actor]!++
    const ticks = node.role === 'commit' ? this.draws.update(draw, n) : this.draws.select(draw, n)
    const half = Math.floor(ticks / 2)
    actors.rest[actor] = ticks - half
    if (node.target === 'database') tally.databaseWaits.add(agenda.tick - actors.entered[actor]!)
    agenda.push(agenda.tick + half, this.perform, actor, 0)
  }

  /** The database, or its replica, has answered. */
  private served(actor: number): void {
    const { site } = this
    const { actors } = site
    const node = actors.nodes[actor]!
    if (node.target === 'database') this.leave()
    else {
      const next = this.replica.leave(site.now)
      if (next >= 0) this.serve(next)
    }
    const edge = actors.edges[actor]!
    const isCall = node.isCaches && actors.asked[actor]! > 1
    this.follow(actor, edge, isCall ? actors.back[actor]! : 0)
  }

  private performed(actor: number): void {
    const { site } = this
    const { actors, agenda } = site
    if (actors.dead[actor] === UNSENT) {
      this.hooks.over(actor, null)
      return
    }
    const node = actors.nodes[actor]!
    const key = actors.key[actor]!
    site.use(key)
    if (node.ready !== null && !node.ready(actors.serial[actor]!)) {
      const isBatch = node.kind.makesVersion === true
      site.waiting.park(actor, isBatch ? site.waiting.batch : key)
      return
    }
    const edge = this.act(actor, node, key)
    if (node.target === 'cache') {
      this.follow(actor, edge, actors.back[actor]!)
      return
    }
    actors.edges[actor] = edge
    agenda.push(agenda.tick + actors.rest[actor]!, this.serveEnd, actor, 0)
  }

  /** Does what the request asks for, and tells everybody. */
  private act(actor: number, node: PlanNode, key: number): PlanEdge {
    const { site, hooks } = this
    const { actors, tally } = site
    const { request, role } = node
    if (node.version !== null) request.version = actors.valueOf(actor, node.version)
    if (node.expected !== null) request.expected = actors.valueOf(actor, node.expected)
    this.actor = actor
    if (hooks.looks !== null && node.target === 'cache') hooks.looks(key)
    const isLost = role === 'delete' && this.draws.losesDelete(actors.draw[actor]!, actors.draws[actor]!)
    const code = isLost ? 0 : this.isTooOld(actor, node) ? 0 : node.perform(actors.serial[actor]!)
    if (site.watch !== null) this.note(actor, node, key, isLost)
    const hasVersion = code > node.base
    const edge = node.edges[hasVersion ? node.base + 1 : code] ?? this.plans.grow(node, code)
    if (hasVersion) actors.note(actor, node.register, code - node.base)
    if (role === 'select') {
      actors.superseded[actor] = -1
      actors.selected[actor] = site.now
      tally.selected(site.now)
      if (hooks.holds !== null) hooks.holds(actor, key, code - node.base)
    } else if (node.target === 'cache') this.cacheActed(actor, node, key, code, edge, isLost)
    return edge
  }

  private cacheActed(actor: number, node: PlanNode, key: number, code: number, edge: PlanEdge, isLost: boolean): void {
    const { site, hooks } = this
    const { actors, tally } = site
    tally.cacheRequests++
    if (edge.found !== null) {
      tally.looked(site.now, edge.found, key < this.hotKeys)
      if (edge.found) {
        site.entries.hit(key, site.now)
        actors.superseded[actor] = site.freshness.cachedSupersededAt(key)
      }
    }
    const { role } = node
    let isStored = node.kind.makesVersion === true
    if (role === 'store') {
      isStored = code === 1
      if (!isStored) tally.refusedStores++
      if (hooks.drops !== null) hooks.drops(actor, key)
    } else if (role === 'delete' && this.tombstoneAt >= 0)
      isStored = site.cached === 0 && site.slots.memory.cells[this.tombstoneAt] !== 0
    if (isLost) tally.lostDeletes++
    else {
      site.changed(key, 'request', isStored)
      if (node.kind.isWide === true) hooks.tookAll?.(key)
    }
    if (hooks.looked !== null) hooks.looked(key)
  }

  /** A fill whose stamp is a lifetime old. */
  private isTooOld(actor: number, { stamp, role }: PlanNode): boolean {
    return (
      stamp === 'at-select' && role === 'store' && this.site.now - this.site.actors.selected[actor]! >= this.lifetime
    )
  }

  /** Goes on after a reply, which whoever is outside the cache hears `back` later. */
  private follow(actor: number, edge: PlanEdge, back: number): void {
    const { actors, agenda } = this.site
    const { next } = edge
    const isRound = isLoader(actors.role[actor]!)
    const goesOnInside = next !== null && (isRound || next.isCaches)
    if (actors.dead[actor] !== ALIVE && !goesOnInside) {
      this.hooks.over(actor, null)
      return
    }
    const at = goesOnInside || isRound ? agenda.tick : agenda.tick + back
    if (next !== null) {
      this.send(actor, next, at)
      return
    }
    actors.edges[actor] = edge
    if (at > agenda.tick) agenda.push(at, this.answer, actor, 0)
    else this.over(actor)
  }

  private over(actor: number): void {
    const { actors } = this.site
    this.hooks.over(actor, actors.dead[actor] === ALIVE ? actors.edges[actor]! : null)
  }

  private note(actor: number, { kind }: PlanNode, key: number, isLost: boolean): void {
    const { actors, watch, now } = this.site
    const role = actors.role[actor]!
    const step = role === RELOAD ? 'refresh' : role === WARM_UP ? 'warm' : 'request'
    const isOperation = !isLoader(role)
    watch?.note(now, step, key, isOperation ? actors.serial[actor]! : -1, {
      request: kind.kind,
      deed: isOperation ? (role === WRITE ? 'write' : 'read') : null,
      isLost,
    })
  }
}
