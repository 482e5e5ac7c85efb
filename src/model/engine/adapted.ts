/**
 * Replays a schedule on a scenario that it was not made for, so that several scenarios can be seen on one schedule.
 *
 * Each word is one step of the trace. A word that names nothing that can happen is left out: its step says why and
 * leaves the world as it is. Nothing is ever put in, so where a protocol has more steps than the schedule has words
 * for, they stay to be taken.
 */
import { compile, withCells, type Model } from './compile'
import { actionNamed, enabled, isQuiet } from './enabled'
import { takeStep, type Inside } from './events'
import { reserveCounts } from './resources/counts'
import type { Trace, TraceStep } from './trace'
import { unrolled } from './unrolled'
import { viewOf, type WorldView } from './view'
import type { Scenario } from '../scenario/scenario'

/** Why a word names nothing that can happen in a world, as a clause. */
export type Why = (world: WorldView, word: string, enabled: readonly string[]) => string

const onModel = <Result>(scenario: Scenario, use: (model: Model) => Result): Result =>
  withCells((width) => {
    const model = compile(scenario, {
      width,
      reserve: (layout, keys) => reserveCounts(layout, unrolled(scenario), keys),
    })
    model.reset()
    return use(model)
  })

/** The cells of the worlds of a run, because a step that is asked for again should not be played again. */
const played = new WeakMap<Trace, { readonly model: Model; readonly worlds: readonly Int32Array[] }>()

/** The trace of a schedule, as many steps as it has words. */
export const adapted = (scenario: Scenario, schedule: readonly string[], why: Why): Trace =>
  onModel(scenario, (model) => {
    const initial = viewOf(model)
    const steps: TraceStep[] = []
    const inside: Inside = new Map()
    const worlds = [model.memory.words.slice()]
    for (const word of schedule) {
      const number = steps.length + 1
      const before = steps.at(-1)?.after ?? initial
      const action = actionNamed(model, word)
      if (action === undefined) {
        const says = why(before, word, wordsNow(model))
        steps.push({ number, word, event: { type: 'skip', key: '', why: says }, before, after: before })
      } else {
        const event = takeStep(model, action, inside)
        steps.push({ number, word, event, before, after: viewOf(model) })
      }
      worlds.push(model.memory.words.slice())
    }
    const actions = enabled(model)
    const trace: Trace = {
      scenario,
      initial,
      steps,
      refused: null,
      enabled: actions.map(({ word }) => word),
      isQuiet: isQuiet(actions),
    }
    played.set(trace, { model, worlds })
    return trace
  })

const wordsNow = (model: Model): readonly string[] => enabled(model).map(({ word }) => word)

/** What could happen after so many steps of an adapted run; nothing for a run that was played otherwise. */
export function enabledAt(trace: Trace, count: number): readonly string[] {
  const { model, worlds } = played.get(trace) ?? { model: null, worlds: [] }
  const world = worlds[count]
  if (model === null || world === undefined) return []
  model.memory.words.set(world)
  return wordsNow(model)
}

/** Whether a step of an adapted run was left out. */
export const isSkipped = ({ event }: TraceStep): boolean => event.type === 'skip'
