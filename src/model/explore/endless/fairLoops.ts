/**
 * Where a fair run can go on for ever.
 *
 * A run that stays among the worlds of one component is fair when each process takes a step again and again, or is
 * again and again not due: its step is not possible, or need not come. So a component carries a fair run, through all of
 * its steps, exactly when each process either has a step inside it or some world in it in which it is not due; and no
 * part of a component that does not can carry one.
 * Source: Emerson and Lei, "Modalities for Model Checking", 1987.
 */
import { componentsOf } from './components'
import { NOBODY, type EndlessGraph } from './endlessGraph'

export class FairLoops {
  private readonly component: Int32Array
  private readonly members = new Map<number, number[]>()
  private readonly judged = new Map<number, boolean>()

  constructor(private readonly graph: EndlessGraph) {
    this.component = componentsOf(graph)
    this.component.forEach((number, world) => {
      const members = this.members.get(number)
      if (members) members.push(world)
      else this.members.set(number, [world])
    })
  }

  /** Whether a fair run takes this step again and again. */
  canRepeat(edge: number): boolean {
    const number = this.component[this.graph.sourceOf(edge)]!
    if (this.component[this.graph.targets[edge]!] !== number) return false
    const known = this.judged.get(number)
    if (known !== undefined) return known
    const worlds = this.members.get(number)!
    const isFair = this.processesDue(worlds).size === 0
    this.judged.set(number, isFair)
    return isFair
  }

  /** Processes that are due in every one of these worlds and take no step from one of them to another. */
  private processesDue(worlds: readonly number[]): ReadonlySet<number> {
    const due = new Set(this.dueIn(worlds[0]!))
    for (const world of worlds) {
      if (due.size === 0) break
      const here = this.dueIn(world)
      for (const process of due) if (!here.has(process)) due.delete(process)
      for (const edge of this.edgesWithin(world)) due.delete(this.graph.processes[edge]!)
    }
    return due
  }

  private dueIn(world: number): ReadonlySet<number> {
    const { isFair, processes } = this.graph
    return new Set([...this.graph.edgesOf(world)].filter((edge) => isFair[edge]).map((edge) => processes[edge]!))
  }

  private *edgesWithin(world: number): Generator<number, void> {
    for (const edge of this.graph.edgesOf(world))
      if (this.component[this.graph.targets[edge]!] === this.component[world]) yield edge
  }

  /** A fair round: steps that lead from the end of `edge` back to its beginning, and `edge` itself at last. */
  roundOf(edge: number): readonly number[] {
    const { graph } = this
    const start = graph.sourceOf(edge)
    let way: number[] = []
    let at = graph.targets[edge]!
    for (;;) {
      const round = [...way, ...this.wayWithin(at, (world) => world === start), edge]
      const due = this.dueOn(round)
      const [process] = due
      if (process === undefined) return round
      const isServed = (world: number) => !this.dueIn(world).has(process)
      const isStep = (step: number) => graph.processes[step] === process
      way = [...way, ...this.wayWithin(at, isServed, isStep)]
      at = way.length === 0 ? at : graph.targets[way.at(-1)!]!
    }
  }

  /** Processes that a round treats unfairly. */
  private dueOn(round: readonly number[]): ReadonlySet<number> {
    const { processes } = this.graph
    const steps = new Set(round.map((edge) => processes[edge]!))
    const due = round.map((edge) => this.dueIn(this.graph.sourceOf(edge)))
    return new Set([...due[0]!].filter((one) => !steps.has(one) && due.every((others) => others.has(one))))
  }

  /** The edges of a shortest way inside the component to a world, or over a step, of the wanted kind. */
  private wayWithin(
    from: number,
    isWanted: (world: number) => boolean,
    isStep: (edge: number) => boolean = () => false,
  ): number[] {
    const metBy = new Map([[from, NOBODY]])
    const back = (world: number): number[] => {
      const way: number[] = []
      for (let edge = metBy.get(world)!; edge !== NOBODY; edge = metBy.get(this.graph.sourceOf(edge))!) way.push(edge)
      return way.reverse()
    }
    for (const world of metBy.keys()) {
      if (isWanted(world)) return back(world)
      for (const edge of this.edgesWithin(world)) {
        if (isStep(edge)) return [...back(world), edge]
        const to = this.graph.targets[edge]!
        if (!metBy.has(to)) metBy.set(to, edge)
      }
    }
    throw new Error('A component falls apart; the search for a fair round has lost its way.')
  }
}
