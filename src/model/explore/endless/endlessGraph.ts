/**
 * All worlds of a scenario whose runs need not end, with every step between them: what liveness is read off.
 *
 * Steps are taken through the memory, one by one, because whether a read is stale may depend on anything. A step
 * belongs to a *process*: a client, or one step of a timer, a daemon or an expiry. A process is fair in a world where
 * its step is possible and must come at last if it stays possible; a step that a fault strikes is nobody's.
 */
import type { Model } from '../../engine/compile'
import { ClientMover } from '../../engine/client'
import type { Mover } from '../../engine/mover'
import type { Observer } from '../../properties/property'

/** One step that some mover may offer. */
interface Step {
  readonly mover: Mover
  readonly choice: number
  readonly process: number
}

/** A step of no process. */
export const NOBODY = -1

export class EndlessGraph {
  /** Worlds so far, the start included. */
  count = 1
  /** The first edge of each expanded world; its last one ends where the next world's begins. */
  readonly firstEdge: number[] = [0]
  readonly targets: number[] = []
  readonly processes: number[] = []
  readonly isFair: boolean[] = []
  readonly isStale: boolean[] = []
  private readonly steps: Step[] = []
  private readonly stepOfEdge: number[] = []
  private readonly stepIds = new Map<Mover, number[]>()
  private readonly worlds: Int32Array[]
  private readonly known: Map<string, number>
  /** The edge by which each world was first met, and where that edge begins. */
  private readonly metBy: number[] = [NOBODY]
  private readonly metFrom: number[] = [NOBODY]
  private processCount: number

  constructor(
    readonly model: Model,
    private readonly observer: Observer,
  ) {
    for (const client of model.clients) client.watcher = observer.watcher
    model.reset()
    const { words } = model.memory
    this.worlds = [words.slice()]
    this.known = new Map([[words.join(), 0]])
    this.processCount = model.clients.length
  }

  get isDone(): boolean {
    return this.expanded === this.count
  }

  /** Worlds whose steps are known. */
  get expanded(): number {
    return this.firstEdge.length - 1
  }

  /** What all this takes, roughly: a world's words, its name and its place; an edge's five entries. */
  get bytes(): number {
    const words = this.model.memory.words.length
    return this.count * (words * 8 + 64) + this.targets.length * 24
  }

  /** Expands up to `count` worlds. */
  advance(count: number): void {
    for (let i = 0; i < count && !this.isDone; i++) this.expand(this.expanded)
  }

  private expand(world: number): void {
    const { model, observer } = this
    const { words } = model.memory
    const here = this.worlds[world]!
    words.set(here)
    for (const mover of model.movers) {
      const { choices } = mover
      for (let choice = 0; choice < choices; choice++) {
        const id = this.stepId(mover, choice)
        const { process } = this.steps[id]!
        const isFair = process !== NOBODY && (mover.isFair?.(choice) ?? mover.awaited)
        observer.sawStale = false
        if (!mover.move(choice)) continue
        this.isStale.push(observer.sawStale)
        this.isFair.push(isFair)
        this.processes.push(process)
        this.stepOfEdge.push(id)
        this.targets.push(this.meet(world))
        words.set(here)
      }
    }
    this.firstEdge.push(this.targets.length)
  }

  /** The number of the world in memory, to which the edge that is added last leads. */
  private meet(from: number): number {
    const { words } = this.model.memory
    const name = words.join()
    const known = this.known.get(name)
    if (known !== undefined) return known
    this.known.set(name, this.count)
    this.worlds.push(words.slice())
    this.metBy.push(this.targets.length)
    this.metFrom.push(from)
    return this.count++
  }

  private stepId(mover: Mover, choice: number): number {
    let ids = this.stepIds.get(mover)
    if (ids === undefined) this.stepIds.set(mover, (ids = []))
    return (ids[choice] ??= this.steps.push({ mover, choice, process: this.processOf(mover, choice) }) - 1)
  }

  private processOf(mover: Mover, choice: number): number {
    if (mover instanceof ClientMover) return mover.faultOf(choice) === null ? mover.index : NOBODY
    return mover.word(choice).includes('!') ? NOBODY : this.processCount++
  }

  /** The world in which an edge begins. */
  sourceOf(edge: number): number {
    let low = 0
    let high = this.expanded
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.firstEdge[middle]! <= edge) low = middle
      else high = middle
    }
    return low
  }

  /** The edges of a world; none of one that has not been expanded. */
  *edgesOf(world: number): Generator<number, void> {
    const end = this.firstEdge[world + 1] ?? 0
    for (let edge = this.firstEdge[world] ?? end; edge < end; edge++) yield edge
  }

  /** The edges of a shortest way from the start to a world. */
  wayTo(world: number): number[] {
    const way: number[] = []
    for (let at = world; at !== 0; at = this.metFrom[at]!) way.push(this.metBy[at]!)
    return way.reverse()
  }

  /** What a step is called in a schedule. */
  word(edge: number): string {
    const { mover, choice } = this.steps[this.stepOfEdge[edge]!]!
    this.model.memory.words.set(this.worlds[this.sourceOf(edge)]!)
    return mover.word(choice)
  }
}
