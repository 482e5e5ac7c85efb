/**
 * Answers questions about every run: the shortest run that is looked for, or that there is none, or that nobody can say.
 *
 * `finding` is a generator, like `checking`: whoever runs it shows progress, stops it and brings the clock.
 */
import { CellOverflow, type CellWidth } from '../../engine/layout'
import { unrolled } from '../../engine/unrolled'
import type { Scenario } from '../../scenario/scenario'
import { beyondBounds, isRun } from '../bounds'
import { Meter } from '../meter'
import { defaultBudget, type Budget } from '../report'
import type { Follower } from './follower'
import { followingOf } from './following'
import type { Query } from './query'
import { RunGraph } from './runGraph'
import { tallied, type Tally } from './tally'

/** Worlds between two looks at the budget. */
const SLICE = 1024

/** Less than a check may use, because every step between worlds is kept. */
export const findBudget: Budget = { worlds: 400_000, milliseconds: 30_000, bytes: defaultBudget.bytes / 2 }

export interface FindOptions {
  readonly budget?: Partial<Budget>
  /** Milliseconds from any origin. Without a clock there is no limit of time. */
  readonly now?: () => number
}

interface Counted {
  /** Different worlds, counted without what the question remembers of the past. */
  readonly worlds: number
  /** How many complete schedules there are, and how many are looked for; a sentence where they are not counted. */
  readonly runs: Tally | string
}

export type Found =
  | ({
      readonly outcome: 'found'
      /** A shortest schedule, up to the step at which it is one that is looked for. */
      readonly schedule: readonly string[]
    } & Counted)
  | ({ readonly outcome: 'none' } & Counted)
  | { readonly outcome: 'unknown'; readonly reason: string; readonly worlds: number }

export interface FindProgress {
  readonly worlds: number
}

/** Searches to the end. */
export function find(scenario: Scenario, query: Query, options: FindOptions = {}): Found {
  const run = finding(scenario, query, options)
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value
}

/** Searches in slices; each yield is a good moment to show progress or to give up. */
export function* finding(given: Scenario, query: Query, options: FindOptions = {}): Generator<FindProgress, Found> {
  const searched = yield* exploring(given, followingOf(query), options)
  return typeof searched === 'string'
    ? { outcome: 'unknown', reason: searched, worlds: 0 }
    : foundIn(searched.graph, searched.reason)
}

function foundIn(graph: RunGraph, reason: string | null): Found {
  const worlds = graph.bareCount
  if (graph.met === null && reason !== null) return { outcome: 'unknown', reason, worlds }
  const runs = reason ?? tallied(graph)
  return graph.met === null
    ? { outcome: 'none', worlds, runs }
    : { outcome: 'found', schedule: graph.wayTo(graph.met), worlds, runs }
}

export interface Explored {
  readonly graph: RunGraph
  /** Why the graph is not whole; null where it is, or where no more was asked for. */
  readonly reason: string | null
}

/** What there is to explore besides the scenario and the follower. */
export interface ExploreOptions extends FindOptions {
  /** Only runs that begin with these steps. */
  readonly prefix?: readonly string[]
  /** Ends at the first run that is met. */
  readonly isFirstEnough?: boolean
}

/** Explores the runs of a scenario under a follower's eyes; a sentence where they cannot be explored at all. */
export function* exploring(
  given: Scenario,
  follower: Follower,
  options: ExploreOptions = {},
): Generator<FindProgress, Explored | string> {
  if (isRun(given))
    return 'This scenario plays one run, and the question is about every run. Take its seed away, or ask a smaller one.'
  const scenario = unrolled(given)
  const refusal = beyondBounds(scenario)
  if (refusal !== null) return refusal
  const meter = new Meter({ ...findBudget, ...options.budget }, options.now)
  for (const width of [1, 2, 4] as const) {
    try {
      return yield* exploringWith(scenario, follower, meter, width, options)
    } catch (error) {
      if (!(error instanceof CellOverflow) || width === 4) throw error
    }
  }
  return ''
}

function* exploringWith(
  scenario: Scenario,
  follower: Follower,
  meter: Meter,
  width: CellWidth,
  { prefix, isFirstEnough = false }: ExploreOptions,
): Generator<FindProgress, Explored> {
  const graph = new RunGraph(scenario, follower, width, prefix)
  for (;;) {
    graph.advance(SLICE)
    yield { worlds: graph.bareCount }
    if (graph.isDone || (isFirstEnough && graph.met !== null)) return { graph, reason: null }
    const reason = meter.exceeded(graph.count, graph.bytes)
    if (reason !== null) return { graph, reason }
  }
}
