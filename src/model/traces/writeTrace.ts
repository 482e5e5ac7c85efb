/**
 * A run as a JSON file: the scenario as the text of its file, the schedule, and what each step did. The first two bring the
 * run back; the steps are there for other programs, and to notice when the same schedule comes out differently.
 *
 * Format version 1. Later versions add fields and never change the meaning of one. docs/export.md describes it.
 */
import { worldAt, type StepEvent, type Trace } from '../engine/trace'
import { openingOf } from '../run/course'
import { printScenario } from '../scenario/print'
import { keysOf, type Versions } from '../scenario/scenario'

export const FORMAT = 'cachescope-trace'
export const FORMAT_VERSION = 1

/** Steps that are told one by one; a longer run is brought back all the same. */
const LISTED_MAX = 2000

interface WrittenStep {
  readonly number: number
  readonly word: string
  readonly event: StepEvent
  /** What each holds after the step; null for an absent entry. */
  readonly cache: Readonly<Record<string, number | null>>
  readonly database: Versions
}

/** How many steps of a run are those that its seed draws. */
function drawnOf({ scenario, steps }: Trace): number {
  const opening = scenario.seed === undefined ? [] : openingOf(scenario)
  const first = steps.findIndex(({ word }, index) => word !== opening[index])
  return first === -1 ? Math.min(steps.length, opening.length) : first
}

/** What the file says of a step; null past the end. */
export function written(trace: Trace, number: number): WrittenStep | null {
  const step = trace.steps[number - 1]
  if (step === undefined) return null
  const { cache, database } = worldAt(trace, number)
  const keys = keysOf(trace.scenario)
  const rows = keys.filter((key) => trace.scenario.composed?.[key] === undefined)
  return {
    ...{ number, word: step.word, event: step.event },
    cache: Object.fromEntries(keys.map((key) => [key, cache[key] ?? null])),
    database: Object.fromEntries(rows.map((key) => [key, database[key] ?? 0])),
  }
}

/** The text of the file. `step` is where the reader stands. */
export function writeTrace(trace: Trace, step: number): string {
  const drawn = drawnOf(trace)
  const file = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    title: trace.scenario.title,
    scenario: printScenario(trace.scenario),
    ...(drawn > 0 && { drawn }),
    schedule: trace.steps.slice(drawn).map(({ word }) => word),
    step,
    steps: trace.steps.slice(0, LISTED_MAX).map(({ number }) => written(trace, number)),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}
