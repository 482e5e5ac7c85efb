/**
 * The whole state graph of a small scenario, with its edges: what the schedule map, counts of schedules
 * and hints are read off.
 *
 * A world here also knows whether the property has been violated on the way to it, and how many steps
 * each client has taken, so that a point of the map is a part of the world.
 */
import { compile, withCells, type Model } from '../engine/compile'
import type { Cells, CellWidth } from '../engine/layout'
import { mustHappen } from '../engine/mover'
import type { Property } from '../properties/property'
import { isEndless, type Scenario } from '../scenario/scenario'
import { isRun } from './bounds'

/** One enabled step of one world. */
export interface GraphEdge {
  readonly to: number
  readonly word: string
  /** Index of the client that steps, or -1 for a timer or a fault. */
  readonly client: number
  /** It has to happen before a world is quiet. */
  readonly isAwaited: boolean
  /** What the client asks; empty for a timer or a fault. */
  readonly label: string
}

export interface GraphWorld {
  readonly edges: readonly GraphEdge[]
  /** Steps taken by each client. */
  readonly taken: readonly number[]
  /** Nothing more has to happen: a schedule may end here. */
  readonly isQuiet: boolean
  /** A schedule that ends here violates the property. */
  readonly isBad: boolean
}

/** Worlds in order of discovery; the first is the start. */
export type Graph = readonly GraphWorld[]

/** More worlds than this are not drawn. */
export const GRAPH_MAX = 20_000

/** Why there is no graph: its runs need not end, or it has more than GRAPH_MAX worlds. */
export type NoGraph = 'endless' | 'too large'

export const isGraph = (built: Graph | NoGraph): built is Graph => typeof built !== 'string'

/** Builds the graph, or says why there is none. */
export function graphOf(scenario: Scenario, property: Property): Graph | NoGraph {
  if (isEndless(scenario)) return 'endless'
  return isRun(scenario) ? 'too large' : withCells((width) => build(scenario, property, width))
}

function build(scenario: Scenario, property: Property, width: CellWidth): Graph | NoGraph {
  let at = 0
  const model = compile(scenario, {
    width,
    reserve: (layout, keys) => {
      property.reserve?.(layout, scenario, keys)
      at = layout.reserveForWorld('map', 1 + scenario.clients.length)
    },
  })
  const judge = property.bind(model)
  for (const client of model.clients) client.watcher = judge.watcher
  model.reset()
  const { cells } = model.memory
  // Only an operation that starts over can lead back to where a run has been.
  const rounds = scenario.guards['retry-refused-fill'] === undefined ? null : new Rounds()
  const worlds = [model.memory.words.slice()]
  const known = new Map([[model.memory.words.join(), 0]])
  const indexOfMemory = (): number => {
    const name = model.memory.words.join()
    const index = known.get(name) ?? worlds.push(model.memory.words.slice()) - 1
    known.set(name, index)
    return index
  }
  const load = (world: number) => model.memory.words.set(worlds[world]!)
  const graph: GraphWorld[] = []
  for (let world = 0; world < worlds.length; world++) {
    if (worlds.length > GRAPH_MAX) return 'too large'
    const edges: GraphEdge[] = []
    let isQuiet = true
    load(world)
    if (rounds?.closes(world, cells, at) === true) return 'endless'
    const taken = [...cells.subarray(at + 1, at + 1 + scenario.clients.length)]
    for (const { mover, client, choice } of stepsOf(model)) {
      const before = describe(model, client, choice)
      const word = mover.word(choice)
      const isAwaited = mustHappen(mover, choice)
      if (!mover.move(choice)) continue
      if (isAwaited) isQuiet = false
      if (judge.broken) cells[at] = 1
      judge.broken = false
      if (client >= 0) cells[at + 1 + client]!++
      const to = indexOfMemory()
      rounds?.note(to, world)
      edges.push({ to, word, client, isAwaited, label: before })
      load(world)
    }
    const isBad = cells[at] === 1 || (isQuiet && judge.violatedWhenQuiet())
    graph.push({ edges, taken, isQuiet, isBad })
  }
  return graph
}

/** Runs that come back to a world in which they have been, and so never have to end. */
class Rounds {
  /** The world from which each one was first met. */
  private readonly from: number[] = [-1]
  private readonly bare: string[] = []

  note(world: number, from: number): void {
    this.from[world] ??= from
  }

  /** Whether a world is, but for what the map counts from `at` on, one of those on the way to it. Asked in order of discovery. */
  closes(world: number, cells: Cells, at: number): boolean {
    const text = cells.subarray(0, at).join()
    this.bare[world] = text
    for (let before = this.from[world]!; before !== -1; before = this.from[before]!)
      if (this.bare[before] === text) return true
    return false
  }
}

function* stepsOf(model: Model) {
  for (const [index, mover] of model.movers.entries())
    for (let choice = 0; choice < mover.choices; choice++)
      yield { mover, choice, client: index < model.clients.length ? index : -1 }
}

const describe = (model: Model, client: number, choice: number): string =>
  model.clients[client]?.at(choice)?.kind.label ?? ''

/** How many complete schedules go through each world, from it on: all, and those that violate. */
export interface Completions {
  readonly all: Float64Array
  readonly bad: Float64Array
}

/** Counts paths to quiet worlds. Exact up to 2^53. The graph has no cycles: every step uses something up. */
export function completionsOf(graph: Graph): Completions {
  const all = new Float64Array(graph.length)
  const bad = new Float64Array(graph.length)
  const isKnown = new Uint8Array(graph.length)
  const stack = [0]
  while (stack.length > 0) {
    const world = stack.at(-1)!
    const { edges, isQuiet, isBad } = graph[world]!
    const open = edges.filter((edge) => isKnown[edge.to] === 0)
    if (isKnown[world] === 0 && open.length > 0) {
      stack.push(...open.map((edge) => edge.to))
      continue
    }
    stack.pop()
    if (isKnown[world] === 1) continue
    isKnown[world] = 1
    all[world] = edges.reduce((sum, edge) => sum + all[edge.to]!, isQuiet ? 1 : 0)
    bad[world] = edges.reduce((sum, edge) => sum + bad[edge.to]!, isQuiet && isBad ? 1 : 0)
  }
  return { all, bad }
}
