/**
 * Asks the engine: a witness -> whether its ask is true, with the run that shows it and the counts that were met.
 * Everything that the page and the command line say about a witness is found here.
 */
import { replay } from '../../model/engine/replay'
import { worldAt, type Trace } from '../../model/engine/trace'
import { isBetweenRounds } from '../../model/engine/view'
import { check } from '../../model/explore/check'
import { countRuns, type RunCounts } from '../../model/explore/countRuns'
import { answerIn } from '../../model/explore/report'
import { everyRun } from '../../model/explore/everyRun'
import { firstViolation } from '../../model/explore/firstViolation'
import { propertyNamed } from '../../model/properties'
import type { Scenario } from '../../model/scenario/scenario'
import { askOf, type Ask, type Quantifier } from './ask'
import type { Witness } from './claim'
import { askLoad, type Measurement } from './load'
import { askServers, type Exchange } from './servers'
import { evaluate } from '../lesson/expression'

/** Worlds of one check; a claim that needs more is one that nobody can follow. */
const WORLDS_MAX = 500_000

/** Runs that are taken one by one. */
const RUNS_MAX = 20_000

/** What the exhaustive check said of one property. */
export interface Found {
  readonly property: string
  readonly verdict: 'holds' | 'violated'
  /** Of runs without end: what whoever reads for ever sees. */
  readonly answer: 'never' | 'bounded' | 'for-ever' | null
  /** Null where there are too many runs to count, or no end to them. */
  readonly runs: RunCounts | null
}

interface Answered {
  readonly isTrue: boolean
  /** The run that shows it, or one of those that were asked. */
  readonly schedule: readonly string[]
}

export type Answer = Answered &
  (
    | { readonly kind: 'run' }
    | { readonly kind: 'servers'; readonly exchanges: readonly Exchange[] }
    | { readonly kind: 'load'; readonly measured: readonly Measurement[]; readonly operations: number }
    | { readonly kind: 'verdicts'; readonly worlds: number; readonly found: readonly Found[] }
    | {
        readonly kind: 'runs'
        readonly quantifier: Quantifier
        readonly total: number
        /** Runs of which the expression is true: at their end, at every moment of them, or at some moment. */
        readonly matching: number
      }
  )

/** The answer, or one sentence about why there is none. */
export function answerTo({ subject, ask: text }: Witness): Answer | { readonly problem: string } {
  if (subject.kind === 'load') return ofLoad(subject, text)
  if (subject.kind !== 'scenario') return ofServers(subject, text)
  const { scenario, schedule } = subject
  const ask = askOf(text, scenario, schedule !== null)
  if ('problem' in ask) return ask
  if (schedule !== null) return ofRun(ask, scenario, schedule)
  return ask.quantifier === null ? ofVerdicts(ask, scenario) : ofRuns(ask, ask.quantifier, scenario)
}

function ofLoad(subject: Parameters<typeof askLoad>[0], text: string) {
  const asked = askLoad(subject, text)
  return 'problem' in asked ? asked : ({ kind: 'load', schedule: [], ...asked } as const)
}

function ofServers(subject: Parameters<typeof askServers>[0], text: string) {
  const asked = askServers(subject, text)
  return 'problem' in asked ? asked : ({ kind: 'servers', schedule: [], ...asked } as const)
}

function ofRun({ expression }: Ask, scenario: Scenario, schedule: readonly string[]) {
  const trace = replay(scenario, schedule)
  if (trace.refused !== null) return { problem: trace.refused.message }
  const verdicts = (name: string) => {
    const property = propertyNamed(name)
    return [property && firstViolation(scenario, property, schedule) === null ? 'holds' : 'violated']
  }
  const isTrue = evaluate(expression, trace, trace.steps.length, verdicts)
  return { kind: 'run', isTrue, schedule } as const
}

function ofVerdicts({ expression, properties }: Ask, scenario: Scenario) {
  const asked = { ...scenario, check: properties, expect: {} }
  const { results, states } = check(asked, { budget: { worlds: WORLDS_MAX } })
  const found: Found[] = []
  let shown: readonly string[] = []
  for (const result of results) {
    const { property: name, verdict } = result
    if (verdict === 'unknown') return { problem: `The check of ${name} did not end: ${result.reason}` }
    if (verdict === 'holds' && result.judged === 0)
      return { problem: `${name} holds because nothing that it could judge ever happens. Give the scenario something.` }
    const answer = answerIn(result)
    if (shown.length === 0) shown = (verdict === 'violated' ? result.schedule : result.example) ?? []
    const property = propertyNamed(name)
    const runs = property && answer === null ? countRuns(asked, property) : null
    found.push({ property: name, verdict, answer, runs })
  }
  const start = replay(scenario, [])
  const isTrue = evaluate(expression, start, 0, (name) =>
    found.flatMap(({ property, verdict, answer }) => (property === name ? [verdict, answer ?? ''] : [])),
  )
  return {
    ...({ kind: 'verdicts', isTrue, worlds: states, found } as const),
    schedule: shown.length > 0 ? shown : firstRun(scenario),
  }
}

function ofRuns({ expression }: Ask, quantifier: Quantifier, scenario: Scenario) {
  const { over, kind } = quantifier
  const runs = everyRun(scenario, RUNS_MAX)
  if (runs === null)
    return { problem: `There are more than ${RUNS_MAX.toLocaleString('en')} runs to take one by one. Ask for less.` }
  /** The first step after which the expression is what decides: false after "every", true after "some" and "no". */
  const decidedAt = (trace: Trace): number | null => {
    const from = over === 'ends' ? trace.steps.length : 0
    for (let step = from; step <= trace.steps.length; step++)
      if (evaluate(expression, trace, step) === (kind !== 'every')) return step
    return null
  }
  const shown: { trace: Trace; step: number }[] = []
  for (const trace of runs) {
    const step = decidedAt(trace)
    if (step !== null) shown.push({ trace, step })
  }
  const shortest = shown.reduce<(typeof shown)[number] | null>(
    (best, next) => (best === null || next.step < best.step ? next : best),
    null,
  )
  const schedule = shortest
    ? shortest.trace.steps.slice(0, shortest.step).map(({ word }) => word)
    : (runs[0]?.steps.map(({ word }) => word) ?? [])
  const isTrue = kind === 'some' ? shortest !== null : shortest === null
  const matching = kind === 'every' ? runs.length - shown.length : shown.length
  return { kind: 'runs', isTrue, quantifier, total: runs.length, matching, schedule } as const
}

/** One run to its end: always the first step that has to happen. */
function firstRun(scenario: Scenario): readonly string[] {
  const schedule: string[] = []
  for (let trace = replay(scenario, schedule); !trace.isQuiet; trace = replay(scenario, schedule)) {
    const { clients } = worldAt(trace, trace.steps.length)
    const word = trace.enabled.find((next) => !isBetweenRounds(clients[next]))
    if (word === undefined) break
    schedule.push(word)
  }
  return schedule
}
