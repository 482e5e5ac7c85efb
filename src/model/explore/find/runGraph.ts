/**
 * Every run of a scenario, breadth first, with a follower in the world: where the runs that are looked for are met, and
 * the graph that counts them.
 *
 * Steps are taken through the memory, one by one, and nothing is merged that the follower tells apart. Worlds are also
 * counted without the follower's cells, which are the last ones of the memory: that is the number that a report gives.
 */
import { compile, type Model } from '../../engine/compile'
import { actionNamed, type Action } from '../../engine/enabled'
import { takeStep, type Inside } from '../../engine/events'
import { viewAs, type CellWidth } from '../../engine/layout'
import { mustHappen, type Mover } from '../../engine/mover'
import type { Scenario } from '../../scenario/scenario'
import type { Follower, Following } from './follower'
import { WorldIndex } from './worldIndex'

interface Step {
  readonly mover: Mover
  readonly choice: number
}

export class RunGraph {
  /** The first edge of each expanded world; its last one ends where the next world's begins. */
  readonly firstEdge: number[] = [0]
  readonly targets: number[] = []
  /** Nothing more has to happen: a run may end here. */
  readonly isQuiet: boolean[] = []
  /** A run that ends here is one that is looked for. */
  readonly isMet: boolean[] = []
  /** The first world, breadth first, in which a run is met; null where none was yet. */
  met: number | null = null
  private readonly model: Model
  private readonly following: Following
  private readonly steps: Step[] = []
  private readonly stepOfEdge: number[] = []
  private readonly stepIds = new Map<Mover, number[]>()
  private readonly metBy: number[] = [-1]
  private readonly metFrom: number[] = [-1]
  private readonly worlds: WorldIndex
  private readonly bare: WorldIndex
  private readonly bareRow: Int32Array
  private readonly followerAt: number
  private readonly inside: Inside = new Map()

  /** Searches the runs that begin with the steps of `prefix`, each of which has to be enabled. */
  constructor(scenario: Scenario, follower: Follower, width: CellWidth, prefix: readonly string[] = []) {
    let at = 0
    this.model = compile(scenario, {
      width,
      reserve(layout, keys) {
        at = layout.reserveForWorld('find', 1)
        follower.reserve(layout, scenario, keys)
      },
    })
    const { memory, clients } = this.model
    this.followerAt = at
    this.following = follower.bind(this.model)
    for (const client of clients) client.watcher = this.following.watcher
    this.worlds = new WorldIndex(memory.words.length)
    this.bareRow = new Int32Array(memory.words.length)
    this.bare = new WorldIndex(memory.words.length)
    this.model.reset()
    this.following.begin()
    for (const word of prefix) this.follow(word)
    this.worlds.numberOf(memory.words)
    this.noteBare()
  }

  get count(): number {
    return this.worlds.count
  }

  /** Worlds without what the follower knows of them. */
  get bareCount(): number {
    return this.bare.count
  }

  get expanded(): number {
    return this.firstEdge.length - 1
  }

  get isDone(): boolean {
    return this.expanded === this.count
  }

  get bytes(): number {
    return this.worlds.bytes + this.bare.bytes + this.targets.length * 16 + this.count * 40
  }

  /** Expands up to `count` worlds. */
  advance(count: number): void {
    for (let i = 0; i < count && !this.isDone; i++) this.expand(this.expanded)
  }

  /** The words of a shortest way from the start to a world, without the prefix. */
  wayTo(world: number): readonly string[] {
    const edges: number[] = []
    for (let at = world; at !== 0; at = this.metFrom[at]!) edges.push(this.metBy[at]!)
    return edges.reverse().map((edge) => this.word(edge))
  }

  /** What a step is called in a schedule. */
  word(edge: number): string {
    const { mover, choice } = this.steps[this.stepOfEdge[edge]!]!
    this.worlds.load(this.sourceOf(edge), this.model.memory.words)
    return mover.word(choice)
  }

  private follow(word: string): void {
    for (const client of this.model.clients) client.watcher = null
    const action = actionNamed(this.model, word)
    for (const client of this.model.clients) client.watcher = this.following.watcher
    if (action === undefined) throw new Error(`"${word}" cannot happen where the search should begin.`)
    this.take(action)
  }

  /** Takes a step that is enabled, and lets the follower note it. */
  private take(step: Pick<Action, 'mover' | 'choice'>): void {
    const { words, width } = this.model.memory
    const before = viewAs(words.slice(), width)
    const event = takeStep(this.model, step, this.inside)
    this.following.note(event, before)
  }

  private expand(world: number): void {
    const { model, following, worlds } = this
    const { words } = model.memory
    worlds.load(world, words)
    let isQuiet = true
    for (const mover of model.movers) {
      const { choices } = mover
      for (let choice = 0; choice < choices; choice++) {
        if (!this.isEnabled(mover, choice)) continue
        worlds.load(world, words)
        if (mustHappen(mover, choice)) isQuiet = false
        this.take({ mover, choice })
        this.meet(world, mover, choice)
        worlds.load(world, words)
      }
    }
    this.firstEdge.push(this.targets.length)
    const isMet = following.isMet()
    const isEnd = isMet || (isQuiet && following.isMetWhenQuiet())
    this.isQuiet.push(isQuiet)
    this.isMet.push(isEnd)
    if (isEnd) this.met ??= world
  }

  /** Whether a step can be taken; the follower does not hear of the attempt, and the world is another one afterwards. */
  private isEnabled(mover: Mover, choice: number): boolean {
    const { clients } = this.model
    for (let i = 0; i < clients.length; i++) clients[i]!.watcher = null
    const moves = mover.move(choice)
    for (let i = 0; i < clients.length; i++) clients[i]!.watcher = this.following.watcher
    return moves
  }

  private meet(from: number, mover: Mover, choice: number): void {
    const known = this.worlds.count
    const to = this.worlds.numberOf(this.model.memory.words)
    if (to === known) {
      this.metBy.push(this.targets.length)
      this.metFrom.push(from)
      this.noteBare()
    }
    this.stepOfEdge.push(this.stepId(mover, choice))
    this.targets.push(to)
  }

  private stepId(mover: Mover, choice: number): number {
    let ids = this.stepIds.get(mover)
    if (ids === undefined) this.stepIds.set(mover, (ids = []))
    return (ids[choice] ??= this.steps.push({ mover, choice }) - 1)
  }

  private noteBare(): void {
    const { words, width } = this.model.memory
    this.bareRow.set(words)
    viewAs(this.bareRow, width).fill(0, this.followerAt)
    this.bare.numberOf(this.bareRow)
  }

  private sourceOf(edge: number): number {
    let low = 0
    let high = this.expanded
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.firstEdge[middle]! <= edge) low = middle
      else high = middle
    }
    return low
  }
}
