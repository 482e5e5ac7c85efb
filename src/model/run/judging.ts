/**
 * Judges one long run: the one that a scenario's schedule or seed gives.
 *
 * A run can show that a property is violated, with itself as the witness. It cannot show that one holds, because
 * it is one schedule out of all; so what it has not violated stays *unknown*, with a reason that says what the run
 * has seen. The run is played on a plain model, and each step is taken again on one that carries the monitors.
 */
import { compile } from '../engine/compile'
import type { Model } from '../engine/compile'
import { unrolled } from '../engine/unrolled'
import type { Progress } from '../explore/check'
import type { Report, Result } from '../explore/report'
import { searchedOf } from '../explore/searched'
import { sometimesOf } from '../explore/sometimes'
import { propertyNamed } from '../properties'
import type { Judge, Property } from '../properties/property'
import type { Scenario } from '../scenario/scenario'
import { courseOf, type End, type Taken } from './course'
import { Tally } from './tally'

/** Steps between two looks from outside. */
const SLICE = 2048

/** One property on its way through the run. */
interface Case {
  readonly property: Property
  /** Null where a run cannot be judged by it: it is about runs without end, or has to remember too much of a long one. */
  readonly judge: Judge | null
  /** After how many steps it was violated; null while it is not. */
  violatedAfter: number | null
}

/** Plays and judges in slices; each yield is a good moment to show progress or to give up. */
export function* judging(given: Scenario): Generator<Progress, Report> {
  const scenario = unrolled(given)
  const model = compile(scenario, { width: 4 })
  model.reset()
  const tally = new Tally(model)
  const { cases, judged } = casesOf(scenario)
  const words: string[] = []
  const course = courseOf(scenario, model)
  let step = course.next()
  while (step.done !== true) {
    follow(step.value, words, cases, judged)
    tally.add(step.value.event)
    if (words.length % SLICE === 0)
      yield { worlds: words.length, bytes: 0, properties: cases.map(({ property }) => property.name) }
    step = course.next()
  }
  if (step.value.isQuiet) judgeQuiet(cases, words.length)
  const { operations } = tally
  return {
    scenario: given.scenario,
    states: words.length + 1,
    transitions: words.length,
    isComplete: true,
    results: cases.map((each) => resultOf(each, words, operations, step.value)),
    searched: searchedOf(scenario),
    sometimes: sometimesOf(model),
    facts: tally.facts(step.value.isQuiet),
    run: { operations, steps: words.length, isQuiet: step.value.isQuiet },
  }
}

/** The properties to judge, with a model that carries all their monitors. */
function casesOf(scenario: Scenario): { readonly cases: readonly Case[]; readonly judged: Model } {
  const properties = scenario.check.map((name) => propertyNamed(name)!)
  const able = properties.filter((property) => !property.endless && property.isTooLong?.(scenario) !== true)
  const judged = compile(scenario, {
    width: 4,
    reserve: (layout, keys) => able.forEach((property) => property.reserve?.(layout, scenario, keys)),
  })
  const cases = properties.map((property): Case => {
    const judge = able.includes(property) ? property.bind(judged) : null
    return { property, judge, violatedAfter: null }
  })
  const watchers = cases.flatMap(({ judge }) => judge?.watcher ?? [])
  for (const client of judged.clients)
    client.watcher = {
      invoked: (...about) => watchers.forEach((watcher) => watcher.invoked(...about)),
      responded: (...about) => watchers.forEach((watcher) => watcher.responded(...about)),
      failed: (...about) => watchers.forEach((watcher) => watcher.failed?.(...about)),
    }
  judged.reset()
  return { cases, judged }
}

/** Takes the step once more, under the eyes of the judges. */
function follow(
  { word, mover, choice, wasQuiet }: Taken,
  words: string[],
  cases: readonly Case[],
  judged: Model,
): void {
  if (wasQuiet) judgeQuiet(cases, words.length)
  judged.movers[mover]!.move(choice)
  words.push(word)
  for (const each of cases) if (each.judge?.broken === true) each.violatedAfter ??= words.length
}

function judgeQuiet(cases: readonly Case[], steps: number): void {
  for (const each of cases) if (each.judge?.violatedWhenQuiet() === true) each.violatedAfter ??= steps
}

function resultOf(
  { property, judge, violatedAfter }: Case,
  words: readonly string[],
  operations: number,
  end: End,
): Result {
  const judged = { property: property.name, judged: judge?.judged ?? 0 }
  if (violatedAfter !== null) {
    const schedule = words.slice(0, violatedAfter)
    return { ...judged, verdict: 'violated', steps: violatedAfter, schedule }
  }
  return { ...judged, verdict: 'unknown', reason: reasonOf(property, judge, operations, end) }
}

/** Why a run leaves a property open; one sentence that says what the run has seen of it. */
function reasonOf({ endless }: Property, judge: Judge | null, operations: number, { isQuiet, stopped }: End): string {
  const here = `this run of ${operations.toLocaleString('en')} ${operations === 1 ? 'operation' : 'operations'}`
  if (endless) return `It is about runs that never end, and ${here} does.`
  if (judge === null) return `It cannot be judged in ${here}, which is too long to be remembered as a whole.`
  if (judge.judged > 0) return `It is not violated in ${here}, and other runs were not tried.`
  if (isQuiet) return `There was nothing to judge in ${here}.`
  return `There was nothing to judge in ${here}, which ends before everything is quiet. ${stopped ?? 'Add a seed to play it to its end.'}`
}
