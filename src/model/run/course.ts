/**
 * The course of one run: the steps of the scenario's schedule, then, where it has a seed, drawn ones until nothing
 * more has to happen. The same scenario takes the same course everywhere.
 */
import { compile, type Model } from '../engine/compile'
import { actionNamed, enabled, isQuietNow } from '../engine/enabled'
import { takeStep } from '../engine/events'
import type { StepEvent } from '../engine/trace'
import type { Scenario } from '../scenario/scenario'
import { Draw } from './draw'

/** Steps after which a run is stopped, whatever there is still to do. */
export const STEPS_MAX = 100_000

/** One step of the run, when it has been taken. */
export interface Taken {
  readonly word: string
  readonly event: StepEvent
  /** Its mover among all movers, and which of the mover's steps it was. */
  readonly mover: number
  readonly choice: number
  /** Nothing more had to happen before it: it is a fault that need not have come. */
  readonly wasQuiet: boolean
}

/** How a run ends. */
export interface End {
  /** Nothing more has to happen. */
  readonly isQuiet: boolean
  /** Why it goes no further where it might; one sentence, or null. */
  readonly stopped: string | null
}

/** Plays the run on a model of its own, whose memory shows the world after each step that is handed out. */
export function* courseOf(scenario: Scenario, model: Model = compile(scenario, { width: 4 })): Generator<Taken, End> {
  model.reset()
  const places = new Map(model.movers.map((mover, place) => [mover, place]))
  const inside = new Map<string, number>()
  const draw = scenario.seed === undefined ? null : new Draw(model, scenario.seed)
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    const word = scenario.schedule[steps]
    const action = word === undefined ? (draw?.next() ?? null) : actionNamed(model, word)
    if (action === null) return { isQuiet: isQuietNow(model), stopped: null }
    if (action === undefined) return { isQuiet: isQuietNow(model), stopped: cannotHappen(model, steps + 1, word!) }
    const { mover, choice, isAwaited } = action
    const wasQuiet = !isAwaited && isQuietNow(model)
    const event = takeStep(model, action, inside)
    yield { word: action.word, event, mover: places.get(mover)!, choice, wasQuiet }
  }
  return { isQuiet: isQuietNow(model), stopped: `The run was stopped after ${STEPS_MAX.toLocaleString('en')} steps.` }
}

const cannotHappen = (model: Model, step: number, word: string): string => {
  const first = enabled(model)[0]?.word
  return `Step ${step}, "${word}", cannot happen at that point${first === undefined ? ': the run is over' : `, and e.g. ${first} can`}.`
}

const schedules = new WeakMap<Scenario, readonly string[]>()

/** The words of the whole run; they are worked out once for each scenario. */
export function scheduleOf(scenario: Scenario): readonly string[] {
  const words = schedules.get(scenario) ?? Array.from(courseOf(scenario), ({ word }) => word)
  schedules.set(scenario, words)
  return words
}

/** What to open a scenario with: its schedule, or the run that its seed draws. */
export const openingOf = (scenario: Scenario): readonly string[] =>
  scenario.seed === undefined ? scenario.schedule : scheduleOf(scenario)
