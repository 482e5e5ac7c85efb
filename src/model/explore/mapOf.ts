/**
 * Draws the schedule map of a scenario with two clients: every interleaving, coloured by how it ends.
 *
 * Different pasts meet at one point of the map: a reader that selected before the commit and one that
 * selected after it. So the map is drawn for the run so far: what still lies ahead is coloured by the
 * completions of this run alone, what was passed by the choice that was made, and what can no longer be
 * reached by all runs together.
 */
import { propertyNamed } from '../properties'
import { isEndless, type Scenario } from '../scenario/scenario'
import { isRun } from './bounds'
import { completionsOf, graphOf, GRAPH_MAX, type Completions, type Graph } from './graph'
import { noMapOfRun, type Fate, type MapEdge, type MapPoint, type ScheduleMap } from './scheduleMap'

/** Why there is no map; one sentence. */
export interface NoMap {
  readonly reason: string
}

/** The map for one property after the steps of `prefix`, or why there is none. */
export function mapOf(scenario: Scenario, propertyName: string, prefix: readonly string[] = []): ScheduleMap | NoMap {
  const [first, second, third] = scenario.clients
  if (!first || !second || third)
    return { reason: `The map shows two clients, and this scenario has ${scenario.clients.length}.` }
  if (isEndless(scenario))
    return { reason: 'The map shows runs that come to an end, and a client of this scenario reads for ever.' }
  if (isRun(scenario)) return noMapOfRun
  const property = propertyNamed(propertyName)
  if (!property) return { reason: `There is no property "${propertyName}".` }
  const graph = graphOf(scenario, property)
  if (graph === 'endless')
    return { reason: 'The map shows runs that end, and those of this scenario may go on for ever.' }
  if (graph === 'too large')
    return { reason: `The map shows up to ${GRAPH_MAX.toLocaleString('en')} worlds, and this scenario has more.` }
  const completions = completionsOf(graph)
  const rank = ranksOf(graph, prefix)
  return {
    clients: [first.name, second.name],
    property: propertyName,
    points: pointsOf(graph, completions, rank),
    edges: edgesOf(graph, completions, rank),
    schedules: completions.all[0]!,
    bad: completions.bad[0]!,
  }
}

/** How much a world says about this run: 2 it was passed, 1 it still lies ahead, 0 it cannot be reached any more. */
interface Ranks {
  readonly worlds: Uint8Array
  /** The word that was taken from a passed world. */
  readonly taken: ReadonlyMap<number, string>
}

function ranksOf(graph: Graph, prefix: readonly string[]): Ranks {
  const worlds = new Uint8Array(graph.length)
  const taken = new Map<number, string>()
  let here = 0
  for (const word of prefix) {
    const edge = graph[here]!.edges.find((candidate) => candidate.word === word)
    if (!edge) break
    worlds[here] = 2
    taken.set(here, word)
    here = edge.to
  }
  const ahead = [here]
  for (let world = ahead.pop(); world !== undefined; world = ahead.pop())
    for (const { to } of graph[world]!.edges) {
      if (worlds[to] !== 0) continue
      worlds[to] = 1
      ahead.push(to)
    }
  worlds[here] = 2
  return { worlds, taken }
}

interface Place<Item> {
  readonly item: Item
  readonly rank: number
  readonly all: number
  readonly bad: number
}

/** Collects how worlds or steps that share a place on the map end; those that say most of this run decide. */
class Fates<Item> {
  private readonly places = new Map<string, Place<Item>>()

  add(place: string, found: Place<Item>, merge: (old: Item) => Item): void {
    const known = this.places.get(place)
    if (!known) return void this.places.set(place, found)
    const item = merge(known.item)
    const [all, bad] =
      known.rank > found.rank
        ? [known.all, known.bad]
        : known.rank < found.rank
          ? [found.all, found.bad]
          : [known.all + found.all, known.bad + found.bad]
    this.places.set(place, { item, rank: Math.max(known.rank, found.rank), all, bad })
  }

  list<Result>(make: (item: Item, fate: Fate) => Result): Result[] {
    return [...this.places.values()].map(({ item, all, bad }) =>
      make(item, bad === 0 ? 'safe' : bad === all ? 'doomed' : 'mixed'),
    )
  }
}

const placeOf = (taken: readonly number[]) => ({ x: taken[0]!, y: taken[1]! })

function pointsOf(graph: Graph, { all, bad }: Completions, ranks: Ranks): MapPoint[] {
  const fates = new Fates<Omit<MapPoint, 'fate'>>()
  graph.forEach((world, index) => {
    const { x, y } = placeOf(world.taken)
    const found = {
      item: { x, y, isEnd: world.isQuiet },
      rank: ranks.worlds[index]!,
      all: all[index]!,
      bad: bad[index]!,
    }
    fates.add(`${x} ${y}`, found, (old) => ({ ...old, isEnd: old.isEnd || world.isQuiet }))
  })
  return fates.list((point, fate) => ({ ...point, fate }))
}

interface Unfated {
  readonly x: number
  readonly y: number
  readonly axis: 'x' | 'y'
  readonly labels: ReadonlySet<string>
}

function edgesOf(graph: Graph, { all, bad }: Completions, ranks: Ranks): MapEdge[] {
  const fates = new Fates<Unfated>()
  graph.forEach((world, index) => {
    for (const edge of world.edges) {
      if (edge.client < 0) continue
      const { x, y } = placeOf(world.taken)
      const axis = edge.client === 0 ? 'x' : 'y'
      const wasTaken = ranks.taken.get(index)
      const rank = wasTaken === undefined ? Math.min(1, ranks.worlds[index]!) : wasTaken === edge.word ? 2 : 0
      const item: Unfated = { x, y, axis, labels: new Set([edge.label]) }
      const found = { item, rank, all: all[edge.to]!, bad: bad[edge.to]! }
      fates.add(`${x} ${y} ${axis}`, found, (old) => ({ ...old, labels: new Set([...old.labels, edge.label]) }))
    }
  })
  return fates.list(({ x, y, axis, labels }, fate) => ({ x, y, axis, fate, label: [...labels].join(' / ') }))
}
