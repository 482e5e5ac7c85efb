/** A moment of the Lab: a scenario, a run out of all that were tried, and a playhead. What undo brings back. */
import { isOnTape, prefixOf } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import { COMPARED_MAX } from '../../model/scenario/beside'
import type { Scenario } from '../../model/scenario/scenario'
import { emptyTree, forksAt, grow, keep, pathTo, ROOT, wordsTo, type Fork, type RunTree } from './runTree'
import { enabledInAny, type Replay, type Replays } from './traces'

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
  /** Other scenarios for the same clients, seen on the same schedule; empty while nothing is compared. */
  readonly beside: readonly Scenario[]
}

/** A moment with what follows from it. */
export interface Shown extends Moment {
  /**
   * The chosen run, as far as the scenario lets it happen; `refused` says why it goes no further. Beside others every
   * word is a step, and what cannot happen is left out.
   */
  readonly trace: Trace
  /** The same run up to the playhead; its `enabled` is what may happen now, to any of those side by side. */
  readonly here: Trace
  /** The same schedule under the scenarios beside it. */
  readonly besideTraces: readonly Trace[]
}

/** A run to show. */
export interface Opening {
  readonly base: Scenario
  /** The base with its edits; the base itself when left out. */
  readonly scenario?: Scenario
  readonly schedule: readonly string[]
  readonly step: number
  readonly beside?: readonly Scenario[]
}

export const momentOf = ({ treeNumber, tree, base, scenario, tip, playhead, beside }: Moment): Moment => ({
  treeNumber,
  tree,
  base,
  scenario,
  tip,
  playhead,
  beside,
})

const within = (playhead: number, count: number): number =>
  Math.max(0, Math.min(Number.isNaN(playhead) ? 0 : Math.trunc(playhead), count))

/** Derives the traces of a moment and moves its playhead to the nearest step that there is. */
export function show(replays: Replays, moment: Moment): Shown {
  const words = wordsTo(moment.tree, moment.tip)
  if (moment.beside.length > 0) return showBeside(replays.adapted, moment, words)
  const trace = replays.strict(moment.scenario, words)
  const playhead = within(moment.playhead, trace.steps.length)
  // A long run is cut short where its world is known; playing it again would take as long as all of it.
  const here = isOnTape(trace) ? prefixOf(trace, playhead) : replays.strict(moment.scenario, words.slice(0, playhead))
  return { ...momentOf(moment), playhead, trace, here, besideTraces: [] }
}

/** Several scenarios on one schedule: every word is a step of each of them. Of a longer one its beginning is shown. */
function showBeside(adapted: Replay, moment: Moment, schedule: readonly string[]): Shown {
  const { scenario, beside } = moment
  const words = schedule.slice(0, COMPARED_MAX)
  const trace = adapted(scenario, words)
  const besideTraces = beside.map((other) => adapted(other, words))
  const playhead = within(moment.playhead, words.length)
  let enabled: readonly string[] | null = null
  const here: Trace = {
    ...trace,
    steps: trace.steps.slice(0, playhead),
    // Each step asks for it, and most of them only to draw buttons.
    get enabled() {
      return (enabled ??= enabledInAny([trace, ...besideTraces], playhead))
    },
  }
  return {
    ...momentOf(moment),
    playhead,
    trace,
    here,
    besideTraces,
  }
}

/** A moment with a tree of its own. */
export function planted({ base, scenario = base, schedule, step, beside = [] }: Opening, treeNumber: number): Moment {
  const { tree, id } = grow(emptyTree, ROOT, schedule)
  return { treeNumber, tree, base, scenario, tip: id, playhead: step, beside }
}

/** An earlier moment, in the tree as it has grown since: what was tried in between stays reachable. */
export const returnedTo = (moment: Moment, present: Moment): Moment =>
  moment.treeNumber === present.treeNumber ? { ...moment, tree: keep(present.tree, moment.tip) } : moment

/** The node that the playhead stands at. */
export const nodeAtPlayhead = ({ tree, tip, playhead }: Pick<Moment, 'tree' | 'tip' | 'playhead'>): number =>
  playhead === 0 ? ROOT : (pathTo(tree, tip)[playhead - 1] ?? tip)

/** The futures at the playhead that are not the chosen one. */
export const forksHere = (moment: Omit<Moment, 'beside'>): readonly Fork[] =>
  forksAt(moment.tree, nodeAtPlayhead(moment), moment.tip)
