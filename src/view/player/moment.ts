/** A moment of the Lab: a scenario, a run out of all that were tried, and a playhead. What undo brings back. */
import { isOnTape, prefixOf } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import type { Scenario } from '../../model/scenario/scenario'
import { emptyTree, forksAt, grow, keep, pathTo, ROOT, wordsTo, type Fork, type RunTree } from './runTree'
import type { Replay } from './traces'

export interface Moment {
  /** Counts the trees: moments with the same number share one. */
  readonly treeNumber: number
  readonly tree: RunTree
  /** As the catalogue has it. */
  readonly base: Scenario
  /** With the edits: switched guards, other patterns, faults. */
  readonly scenario: Scenario
  /** The node at which the chosen run ends. */
  readonly tip: number
  readonly playhead: number
}

/** A moment with what follows from it. */
export interface Shown extends Moment {
  /** The chosen run, as far as the scenario lets it happen; `refused` says why it goes no further. */
  readonly trace: Trace
  /** The same run up to the playhead; its `enabled` is what may happen now. */
  readonly here: Trace
}

/** A run to show. */
export interface Opening {
  readonly base: Scenario
  /** The base with its edits; the base itself when left out. */
  readonly scenario?: Scenario
  readonly schedule: readonly string[]
  readonly step: number
}

export const momentOf = ({ treeNumber, tree, base, scenario, tip, playhead }: Moment): Moment => ({
  treeNumber,
  tree,
  base,
  scenario,
  tip,
  playhead,
})

/** Derives the traces of a moment and moves its playhead to the nearest step that there is. */
export function show(replay: Replay, moment: Moment): Shown {
  const words = wordsTo(moment.tree, moment.tip)
  const trace = replay(moment.scenario, words)
  const wished = Number.isNaN(moment.playhead) ? 0 : Math.trunc(moment.playhead)
  const playhead = Math.max(0, Math.min(wished, trace.steps.length))
  // A long run is cut short where its world is known; playing it again would take as long as all of it.
  const here = isOnTape(trace) ? prefixOf(trace, playhead) : replay(moment.scenario, words.slice(0, playhead))
  return { ...momentOf(moment), playhead, trace, here }
}

/** A moment with a tree of its own. */
export function planted({ base, scenario = base, schedule, step }: Opening, treeNumber: number): Moment {
  const { tree, id } = grow(emptyTree, ROOT, schedule)
  return { treeNumber, tree, base, scenario, tip: id, playhead: step }
}

/** An earlier moment, in the tree as it has grown since: what was tried in between stays reachable. */
export const returnedTo = (moment: Moment, present: Moment): Moment =>
  moment.treeNumber === present.treeNumber ? { ...moment, tree: keep(present.tree, moment.tip) } : moment

/** The node that the playhead stands at. */
export const nodeAtPlayhead = ({ tree, tip, playhead }: Moment): number =>
  playhead === 0 ? ROOT : (pathTo(tree, tip)[playhead - 1] ?? tip)

/** The futures at the playhead that are not the chosen one. */
export const forksHere = (moment: Moment): readonly Fork[] => forksAt(moment.tree, nodeAtPlayhead(moment), moment.tip)
