/**
 * Leads a run through a point of the schedule map: the schedule closest to the present one that takes
 * x steps of the first client and y of the second at some moment, and then runs to its end.
 */
import { propertyNamed } from '../properties'
import type { Scenario } from '../scenario/scenario'
import { graphOf, isGraph, type Graph } from './graph'

export interface Route {
  readonly schedule: readonly string[]
  /** How many steps lead to the point. */
  readonly step: number
}

/** The route, or null where no run goes through the point. */
export function routeThrough(scenario: Scenario, schedule: readonly string[], x: number, y: number): Route | null {
  const graph = graphOf(scenario, propertyNamed('converges')!)
  if (!isGraph(graph)) return null
  const reaches = whichReach(graph, x, y)
  if (reaches[0] === 0) return null
  const words: string[] = []
  let world = 0
  const go = (word: string): void => {
    const edge = graph[world]!.edges.find((candidate) => candidate.word === word)!
    words.push(word)
    world = edge.to
  }
  const isThere = () => graph[world]!.taken[0] === x && graph[world]!.taken[1] === y
  const wish = [...schedule]
  while (!isThere()) go(nextWord(graph, world, wish, (to) => reaches[to] === 1))
  const step = words.length
  while (!graph[world]!.isQuiet) go(nextWord(graph, world, wish, () => true))
  return { schedule: words, step }
}

/** The first wished word that leads where it may; otherwise the first step of a client, then one that has to happen. */
function nextWord(graph: Graph, world: number, wish: string[], mayGo: (to: number) => boolean): string {
  const edges = graph[world]!.edges.filter((edge) => mayGo(edge.to))
  const at = wish.findIndex((word) => edges.some((edge) => edge.word === word))
  if (at >= 0) return wish.splice(at, 1)[0]!
  return (edges.find((edge) => edge.client >= 0) ?? edges.find((edge) => edge.isAwaited) ?? edges[0]!).word
}

/** From which worlds a world at (x, y) can be reached; 1 where it can. */
function whichReach(graph: Graph, x: number, y: number): Uint8Array {
  const reaches = new Uint8Array(graph.length)
  const before: number[][] = graph.map(() => [])
  graph.forEach((world, from) => world.edges.forEach((edge) => before[edge.to]!.push(from)))
  const queue = graph.flatMap((world, index) => (world.taken[0] === x && world.taken[1] === y ? [index] : []))
  for (const world of queue) reaches[world] = 1
  for (let world = queue.pop(); world !== undefined; world = queue.pop())
    for (const from of before[world]!) {
      if (reaches[from] === 1) continue
      reaches[from] = 1
      queue.push(from)
    }
  return reaches
}
