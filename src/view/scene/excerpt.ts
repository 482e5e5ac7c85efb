/**
 * A stretch of a large run, as if it were a run of its own: its steps are numbered from 1, and its scenario shows the
 * clients and keys that there is room for. Whoever needs what came before asks for the run that it was cut from.
 */
import { worldAt, type Trace, type TraceStep } from '../../model/engine/trace'
import { castOf } from './cast'

const wholes = new WeakMap<Trace, Trace>()

/** The run that an excerpt was cut from; any other run is its own. */
export const wholeOf = (trace: Trace): Trace => wholes.get(trace) ?? trace

/** The steps behind the first `from` ones, up to the one with number `to`. */
export function excerptOf(trace: Trace, from: number, to: number): Trace {
  const steps = trace.steps.slice(from, to)
  const excerpt: Trace = {
    ...{ refused: null, enabled: [], isQuiet: false },
    scenario: castOf(trace.scenario, steps),
    initial: worldAt(trace, from),
    steps: steps.map((step, index) => renumbered(step, index + 1)),
  }
  wholes.set(excerpt, trace)
  return excerpt
}

/** The same step under another number; its worlds are still only looked up when they are asked for. */
const renumbered = (step: TraceStep, number: number): TraceStep => ({
  number,
  word: step.word,
  event: step.event,
  get before() {
    return step.before
  },
  get after() {
    return step.after
  },
})
