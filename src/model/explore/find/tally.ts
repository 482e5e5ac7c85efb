/**
 * How many runs a graph has, how many of them are looked for, and a typical one of these: of all of them, by length and
 * then in canonical order, the one in the middle of those that are as long as the median.
 */
import type { RunGraph } from './runGraph'

export interface Tally {
  /** Complete schedules: each to a world in which nothing more has to happen. */
  readonly all: number
  readonly met: number
}

/** Counts past this one are no longer exact. */
const EXACT_MAX = Number.MAX_SAFE_INTEGER

/** Numbers that are kept to find a typical run. */
const KEPT_MAX = 8_000_000

/** Worlds so that every step leads to a later one, or null where runs can come back to where they have been. */
function inOrder({ count, firstEdge, targets }: RunGraph): readonly number[] | null {
  const waiting = new Int32Array(count)
  for (const to of targets) waiting[to]!++
  const order: number[] = [0]
  for (const world of order)
    for (let edge = firstEdge[world]!; edge < firstEdge[world + 1]!; edge++) {
      const to = targets[edge]!
      if (--waiting[to]! === 0) order.push(to)
    }
  return waiting[0] === 0 && order.length === count ? order : null
}

/** The counts, or one sentence that says why there are none. */
export function tallied(graph: RunGraph): Tally | string {
  const order = inOrder(graph)
  if (order === null) return 'Runs of this scenario can go on for ever, so they are not counted.'
  const { firstEdge, targets, isQuiet, isMet } = graph
  const all = new Float64Array(graph.count)
  const met = new Float64Array(graph.count)
  for (const world of order.toReversed()) {
    all[world] = isQuiet[world] === true ? 1 : 0
    met[world] = isQuiet[world] === true && isMet[world] === true ? 1 : 0
    for (let edge = firstEdge[world]!; edge < firstEdge[world + 1]!; edge++) {
      all[world] += all[targets[edge]!]!
      met[world] += met[targets[edge]!]!
    }
  }
  if (all[0]! > EXACT_MAX) return `There are more than ${EXACT_MAX.toLocaleString('en')} schedules.`
  return { all: all[0]!, met: met[0]! }
}

/** How many runs that are looked for go on from each world, by how many steps; null where that is too much to keep. */
function byLength(graph: RunGraph, order: readonly number[]): readonly Float64Array[] | null {
  const { firstEdge, targets, isQuiet, isMet } = graph
  const counts: Float64Array[] = Array.from({ length: graph.count }, () => new Float64Array(0))
  let kept = 0
  for (const world of order.toReversed()) {
    let longest = 1
    for (let edge = firstEdge[world]!; edge < firstEdge[world + 1]!; edge++)
      longest = Math.max(longest, counts[targets[edge]!]!.length + 1)
    kept += longest
    if (kept > KEPT_MAX) return null
    const here = new Float64Array(longest)
    if (isQuiet[world] === true && isMet[world] === true) here[0] = 1
    for (let edge = firstEdge[world]!; edge < firstEdge[world + 1]!; edge++)
      counts[targets[edge]!]!.forEach((count, length) => (here[length + 1]! += count))
    counts[world] = here
  }
  return counts
}

/** The first index at which the running sum reaches `rank`, and what is left of the rank there. */
function reach(counts: Float64Array, rank: number): { readonly index: number; readonly rest: number } {
  let rest = rank
  let index = 0
  for (; index < counts.length - 1 && rest > counts[index]!; index++) rest -= counts[index]!
  return { index, rest }
}

/** The typical run that is looked for; null where there is none, or too much to choose from. */
export function typicalRun(graph: RunGraph): readonly string[] | null {
  const order = inOrder(graph)
  const counts = order === null ? null : byLength(graph, order)
  if (counts === null) return null
  const total = counts[0]!.reduce((sum, count) => sum + count, 0)
  if (total === 0 || total > EXACT_MAX) return null
  const length = reach(counts[0]!, Math.ceil(total / 2)).index
  let rank = Math.ceil(counts[0]![length]! / 2)
  const words: string[] = []
  let world = 0
  for (let left = length; left > 0; left--) {
    let edge = graph.firstEdge[world]!
    const count = (): number => counts[graph.targets[edge]!]![left - 1] ?? 0
    for (; rank > count(); edge++) rank -= count()
    words.push(graph.word(edge))
    world = graph.targets[edge]!
  }
  return words
}
