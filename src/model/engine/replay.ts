/**
 * Replays a schedule: scenario + words -> trace. Pure; the same words give the same trace everywhere.
 */
import { compile, withCells, type Model } from './compile'
import { actionNamed, enabled, isQuiet, type Action } from './enabled'
import { takeStep, type Inside } from './events'
import { reserveCounts } from './resources/counts'
import { Tape } from './tape'
import type { Refusal, Trace, TraceStep } from './trace'
import { unrolled } from './unrolled'
import { viewOf } from './view'
import type { Scenario } from '../scenario/scenario'

/** Longer schedules are put on tape, so that their worlds come into words only when somebody looks at them. */
const EAGER_MAX = 256

/** Words that a sentence names; the others are counted. */
const NAMED_MAX = 12

/**
 * Runs `schedule` from the scenario's start. A word that names no enabled step ends the run there and
 * is reported in `refused`; the steps before it stand.
 */
export const replay = (scenario: Scenario, schedule: readonly string[]): Trace =>
  withCells((width) => {
    const model = compile(scenario, {
      width,
      reserve: (layout, keys) => reserveCounts(layout, unrolled(scenario), keys),
    })
    model.reset()
    return schedule.length > EAGER_MAX ? runOnTape(scenario, model, schedule) : run(scenario, model, schedule)
  })

function run(scenario: Scenario, model: Model, schedule: readonly string[]): Trace {
  const initial = viewOf(model)
  const steps: TraceStep[] = []
  const inside: Inside = new Map()
  let refused: Refusal | null = null
  for (const word of schedule) {
    const action = actionNamed(model, word)
    if (!action) {
      refused = refusal(model, steps.length + 1, word)
      break
    }
    const before = steps.at(-1)?.after ?? initial
    const event = takeStep(model, action, inside)
    steps.push({ number: steps.length + 1, word, event, before, after: viewOf(model) })
  }
  const actions = enabled(model)
  return { scenario, initial, steps, refused, enabled: wordsOf(actions), isQuiet: isQuiet(actions) }
}

const tapes = new WeakMap<Trace, Tape>()

function runOnTape(scenario: Scenario, model: Model, schedule: readonly string[]): Trace {
  const tape = new Tape(model)
  const steps: TraceStep[] = []
  const inside: Inside = new Map()
  let refused: Refusal | null = null
  for (const word of schedule) {
    const action = actionNamed(model, word)
    if (!action) {
      refused = refusal(model, steps.length + 1, word)
      break
    }
    const event = takeStep(model, action, inside)
    tape.add(action)
    steps.push(stepOnTape(tape, word, event))
  }
  return traceOn(tape, scenario, steps, refused)
}

/** A step whose worlds are looked up when they are asked for. */
function stepOnTape(tape: Tape, word: string, event: TraceStep['event']): TraceStep {
  const number = tape.length
  return {
    number,
    word,
    event,
    get before() {
      return tape.viewAt(number - 1)
    },
    get after() {
      return tape.viewAt(number)
    },
  }
}

function traceOn(tape: Tape, scenario: Scenario, steps: readonly TraceStep[], refused: Refusal | null): Trace {
  let known: readonly Action[] | null = null
  const actions = () => (known ??= tape.enabledAt(steps.length))
  const trace: Trace = {
    scenario,
    get initial() {
      return tape.viewAt(0)
    },
    steps,
    refused,
    get enabled() {
      return wordsOf(actions())
    },
    get isQuiet() {
      return isQuiet(actions())
    },
  }
  tapes.set(trace, tape)
  return trace
}

/** Whether the worlds of a run are looked up rather than kept. */
export const isOnTape = (trace: Trace): boolean => tapes.has(trace)

/** The first steps of a run, as if its schedule had ended there. */
export function prefixOf(trace: Trace, count: number): Trace {
  const tape = tapes.get(trace)
  const steps = trace.steps.slice(0, count)
  return tape
    ? traceOn(tape, trace.scenario, steps, null)
    : replay(
        trace.scenario,
        steps.map(({ word }) => word),
      )
}

const wordsOf = (actions: readonly Action[]): readonly string[] => actions.map((action) => action.word)

function refusal(model: Model, step: number, word: string): Refusal {
  const words = wordsOf(enabled(model))
  const more = words.length > NAMED_MAX ? ` and ${words.length - NAMED_MAX} more` : ''
  const named = `what can happen there is ${words.slice(0, NAMED_MAX).join(', ')}${more}`
  const instead = words.length === 0 ? 'the run is over' : named
  return {
    step,
    word,
    enabled: words,
    message: `Step ${step}, "${word}", cannot happen at that point: ${instead}.`,
  }
}
