/** Every complete schedule of a scenario: played until nothing is enabled, one by one, nothing merged. */
import { replay } from '../engine/replay'
import type { Trace } from '../engine/trace'
import type { Scenario } from '../scenario/scenario'
import { isQuiet } from './naive'

/** The traces of all prefixes of one schedule, the empty one first and the complete one last. */
export type Path = readonly Trace[]

export const wordsOf = (trace: Trace): readonly string[] => trace.steps.map((step) => step.word)

/** All complete schedules, in canonical order. Grows fast: for scenarios of a few steps only. */
export function* complete(scenario: Scenario, path: Path = [replay(scenario, [])]): Generator<Path, void> {
  const trace = path.at(-1)!
  if (trace.enabled.length === 0) yield path
  for (const word of trace.enabled) yield* complete(scenario, [...path, replay(scenario, [...wordsOf(trace), word])])
}

/** All runs to a quiet world; a run that goes on to another quiet world, by a fault, counts again there. */
export function* runsOf(scenario: Scenario, path: Path = [replay(scenario, [])]): Generator<Path, void> {
  const trace = path.at(-1)!
  if (isQuiet(trace)) yield path
  for (const word of trace.enabled) yield* runsOf(scenario, [...path, replay(scenario, [...wordsOf(trace), word])])
}
