/**
 * All verdicts of a scenario: exhaustive, with shortest witnesses and with what was searched.
 *
 * `checking` is a generator, so that whoever runs it (a worker, the command line, a test) can show
 * progress between slices, stop, and bring the clock that the model does not have.
 */
import { CellOverflow, type CellWidth } from '../engine/layout'
import { compile } from '../engine/compile'
import { unrolled } from '../engine/unrolled'
import { isOfHistories, type Judge, type Property } from '../properties/property'
import { propertyNamed } from '../properties'
import { judging } from '../run/judging'
import type { Scenario } from '../scenario/scenario'
import { beyondBounds, isRun } from './bounds'
import { exploreEndless } from './endless/exploreEndless'
import { Meter } from './meter'
import { IdOverflow } from './parts'
import { defaultBudget, type Budget, type Report, type Result } from './report'
import { Search } from './search'
import { searchedOf } from './searched'
import { largestBacklog } from './largestBacklog'
import { sometimesOf } from './sometimes'

/** Worlds between two looks at the budget. */
const SLICE = 4096

export interface CheckOptions {
  readonly budget?: Partial<Budget>
  /** Milliseconds from any origin. Without a clock there is no limit of time. */
  readonly now?: () => number
  /** Whether clients that are alike count as interchangeable; they do unless this says no. Counts and verdicts are the same. */
  readonly isSymmetric?: boolean
}

export interface Progress {
  /** Worlds met by the exploration that is running. */
  readonly worlds: number
  /** What its tables take. */
  readonly bytes: number
  /** What it explores for. */
  readonly properties: readonly string[]
}

/** Checks to the end. */
export function check(scenario: Scenario, options: CheckOptions = {}): Report {
  const run = checking(scenario, options)
  for (;;) {
    const step = run.next()
    if (step.done === true) return step.value
  }
}

/** Checks in slices, or plays the one run that the scenario asks for; each yield is a good moment to show progress or to give up. */
export function* checking(given: Scenario, options: CheckOptions = {}): Generator<Progress, Report> {
  if (isRun(given)) return yield* judging(given)
  const scenario = unrolled(given)
  const refusal = beyondBounds(scenario)
  if (refusal !== null) return unchecked(scenario, refusal)
  const meter = new Meter({ ...defaultBudget, ...options.budget }, options.now)
  const task: Task = { scenario, meter, isSymmetric: options.isSymmetric ?? true }
  const chosen = scenario.check.map((name) => propertyNamed(name)!)
  const ofWorlds = chosen.filter((property) => !isOfHistories(property) && !property.endless)
  const plain = yield* explore(task, ofWorlds)
  const results = new Map<string, Result>(plain.results.map((result) => [result.property, result]))
  for (const property of chosen.filter(isOfHistories)) {
    const { results: found } = yield* explore(task, [property])
    results.set(property.name, found[0]!)
  }
  const facts = largestBacklog(plain.search)
  for (const property of chosen) if (property.endless) results.set(property.name, yield* answered(task, property))
  return {
    scenario: scenario.scenario,
    states: plain.search.states,
    transitions: plain.search.transitions,
    isComplete: plain.search.isDone,
    results: chosen.map((property) => results.get(property.name)!),
    searched: searchedOf(scenario),
    sometimes: sometimesOf(plain.search.model),
    ...(facts.length > 0 && { facts }),
  }
}

/** The report of a scenario that is not searched at all. */
const unchecked = (scenario: Scenario, reason: string): Report => ({
  scenario: scenario.scenario,
  states: 0,
  transitions: 0,
  isComplete: false,
  results: scenario.check.map((property) => ({ property, judged: 0, verdict: 'unknown', reason })),
  searched: searchedOf(scenario),
  sometimes: [],
})

/** What is explored, and within which limits. */
interface Task {
  readonly scenario: Scenario
  readonly meter: Meter
  readonly isSymmetric: boolean
}

/** Explores once for properties that can share a search, with cells and ids as wide as it takes. */
function* explore(
  task: Task,
  chosen: readonly Property[],
  cells: CellWidth = 1,
  ids: CellWidth = 1,
): ReturnType<typeof exploreWith> {
  try {
    return yield* exploreWith(task, chosen, cells, ids)
  } catch (error) {
    if (error instanceof CellOverflow && cells < 4) return yield* explore(task, chosen, wider(cells), ids)
    if (error instanceof IdOverflow && ids < 4) return yield* explore(task, chosen, cells, wider(ids))
    throw error
  }
}

const wider = (width: CellWidth): CellWidth => (width === 1 ? 2 : 4)

function* exploreWith(
  { scenario, meter, isSymmetric }: Task,
  chosen: readonly Property[],
  cells: CellWidth,
  ids: CellWidth,
) {
  const model = compile(scenario, {
    width: cells,
    reserve: (layout, keys) => chosen.forEach((property) => property.reserve?.(layout, scenario, keys)),
  })
  const judges = chosen.map((property) => property.bind(model))
  const search = new Search(model, judges, ids, isSymmetric)
  let reason: string | null = null
  for (;;) {
    search.advance(SLICE)
    yield {
      worlds: search.states,
      bytes: search.table.bytes,
      properties: chosen.map((property) => property.name),
    } satisfies Progress
    if (search.isDone) break
    reason = meter.exceeded(search.states, search.table.bytes)
    if (reason !== null) break
  }
  const results = chosen.map((property, i) => resultOf(property, judges[i]!, search, reason))
  return { search, results }
}

/** What a property of runs without end comes to, with cells as wide as it takes. */
function* answered(task: Task, property: Property, cells: CellWidth = 1): Generator<Progress, Result> {
  try {
    return yield* exploreEndless(task.scenario, property, task.meter, cells)
  } catch (error) {
    if (error instanceof CellOverflow && cells < 4) return yield* answered(task, property, wider(cells))
    throw error
  }
}

function resultOf(property: Property, judge: Judge, search: Search, reason: string | null): Result {
  // Before the witness, whose way is walked once more under the judge's eyes.
  const judged = { property: property.name, judged: judge.judged }
  const schedule = search.witness(judge)
  if (schedule) return { ...judged, verdict: 'violated', steps: schedule.length, schedule }
  return reason === null ? { ...judged, verdict: 'holds' } : { ...judged, verdict: 'unknown', reason }
}
