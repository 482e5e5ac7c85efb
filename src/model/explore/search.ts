/**
 * Breadth-first search over all worlds of a compiled model, resumable after any number of worlds.
 *
 * Properties of worlds share one search, which always runs to its end so that the counts are whole. A
 * property of histories has a search of its own, with its monitor in the world, and ends at the first
 * violation: breadth first, that one is the shortest.
 */
import type { ClientMover } from '../engine/client'
import type { Model } from '../engine/compile'
import type { Mover } from '../engine/mover'
import type { Judge } from '../properties/property'
import { WorldTable } from './worldTable'

/** Where a violation was met. */
interface Sighting {
  /** The world that violates, or from which the violating step was taken. */
  readonly world: number
  /** The violating step, or null when the world itself violates. */
  readonly step: { readonly mover: Mover; readonly choice: number } | null
}

export class Search {
  readonly table: WorldTable
  transitions = 0
  /** How deep the last expanded world lies, in steps. */
  depth = 0
  private readonly sightings = new Map<Judge, Sighting>()
  private next = 0
  private levelEnd = 1
  private readonly stopsEarly: boolean

  constructor(
    readonly model: Model,
    private readonly judges: readonly Judge[],
  ) {
    this.stopsEarly = judges.some((judge) => judge.watcher !== null)
    const watcher = judges.find((judge) => judge.watcher !== null)?.watcher ?? null
    for (const client of model.clients) client.watcher = watcher
    model.reset()
    this.table = new WorldTable(model.memory.words)
    this.table.add(-1)
  }

  get isDone(): boolean {
    return this.next >= this.table.count || (this.stopsEarly && this.sightings.size > 0)
  }

  /** Expands up to `count` worlds. */
  advance(count: number): void {
    const end = this.next + count
    while (this.next < end && !this.isDone) {
      if (this.next === this.levelEnd) {
        this.depth++
        this.levelEnd = this.table.count
      }
      this.expand(this.next++)
    }
  }

  /** Takes every enabled step of one world. Clients apart, so that the calls in the hot loop stay of one kind. */
  private expand(index: number): void {
    const { table, judges } = this
    const { clients, movers } = this.model
    table.load(index)
    let isQuiet = true
    for (let c = 0; c < clients.length; c++) if (this.step(index, clients[c]!)) isQuiet = false
    for (let m = clients.length; m < movers.length; m++) {
      const mover = movers[m]!
      if (this.stepOther(index, mover) && mover.awaited) isQuiet = false
    }
    if (!isQuiet) return
    for (const judge of judges)
      if (judge.violatedWhenQuiet() && !this.sightings.has(judge))
        this.sightings.set(judge, { world: index, step: null })
  }

  /** Takes a client's enabled steps; whether there was one. */
  private step(index: number, client: ClientMover): boolean {
    const { table } = this
    const choices = client.choices
    let hasStepped = false
    for (let choice = 0; choice < choices; choice++) {
      if (!client.move(choice)) continue
      hasStepped = true
      this.transitions++
      if (this.stopsEarly) this.look(index, client, choice)
      table.add(index)
      table.load(index)
    }
    return hasStepped
  }

  /** The same for timers and faults, whose steps no history sees. */
  private stepOther(index: number, mover: Mover): boolean {
    const { table } = this
    const choices = mover.choices
    let hasStepped = false
    for (let choice = 0; choice < choices; choice++) {
      if (!mover.move(choice)) continue
      hasStepped = true
      this.transitions++
      table.add(index)
      table.load(index)
    }
    return hasStepped
  }

  private look(world: number, mover: Mover, choice: number): void {
    for (const judge of this.judges) {
      if (!judge.broken) continue
      judge.broken = false
      if (!this.sightings.has(judge)) this.sightings.set(judge, { world, step: { mover, choice } })
    }
  }

  /** The shortest schedule that violates, or null where none has been met. */
  witness(judge: Judge): readonly string[] | null {
    const sighting = this.sightings.get(judge)
    if (!sighting) return null
    const words = this.wayTo(sighting.world)
    if (sighting.step === null) return words
    this.table.load(sighting.world)
    return [...words, sighting.step.mover.word(sighting.step.choice)]
  }

  /** The words of a shortest way from the start to a world. */
  private wayTo(world: number): string[] {
    const way: number[] = []
    for (let at = world; at !== -1; at = this.table.parentOf(at)) way.push(at)
    way.reverse()
    return way.slice(1).map((to, i) => this.wordBetween(way[i]!, to))
  }

  private wordBetween(from: number, to: number): string {
    const { table } = this
    for (const mover of this.model.movers) {
      table.load(from)
      const choices = mover.choices
      for (let choice = 0; choice < choices; choice++) {
        table.load(from)
        if (!mover.move(choice)) continue
        if (table.add(from) !== to) continue
        table.load(from)
        return mover.word(choice)
      }
    }
    throw new Error(`No step leads from world ${from} to world ${to}; the search has lost its way.`)
  }
}
