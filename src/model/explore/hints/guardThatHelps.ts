/**
 * In a run that has gone wrong: the guard that could have changed that latest, and at which step.
 *
 * Each switch that means something is turned on, and the same schedule is taken again: words that name nothing that can
 * happen are left out, and the run then goes on, in canonical order, until nothing more has to happen. The guard helps
 * when that run does not violate the property; where it first makes a difference is the step to point at.
 */
import { compile, withCells, type Model } from '../../engine/compile'
import { actionNamed, enabled } from '../../engine/enabled'
import { replay } from '../../engine/replay'
import type { Trace, TraceStep } from '../../engine/trace'
import type { Property } from '../../properties/property'
import type { Scenario } from '../../scenario/scenario'
import { switches } from '../../scenario/switches'

export interface Help {
  /** The switch to turn on. */
  readonly switchId: string
  /** The first step that would have gone differently, from 1. */
  readonly step: number
}

/** Steps that a run may go on for, after its schedule is used up. */
const MORE_MAX = 400

interface Retaken {
  /** The words that could be taken, and those that followed. */
  readonly words: readonly string[]
  /** The place of the first word of the schedule that could not be; null where all could. */
  readonly leftOut: number | null
  readonly isViolated: boolean
}

/** Takes a schedule as far as it goes, and then whatever has to happen. */
const retake = (scenario: Scenario, property: Property, schedule: readonly string[]): Retaken =>
  withCells((width) => {
    const model = compile(scenario, {
      width,
      reserve: (layout, keys) => property.reserve?.(layout, scenario, keys),
    })
    const judge = property.bind(model)
    model.reset()
    const words: string[] = []
    let leftOut: number | null = null
    const seen = { isBroken: false }
    const take = (word: string): boolean => {
      const action = actionNamed(model, word)
      if (action === undefined) return false
      for (const client of model.clients) client.watcher = judge.watcher
      action.mover.move(action.choice)
      for (const client of model.clients) client.watcher = null
      seen.isBroken ||= judge.broken
      words.push(word)
      return true
    }
    for (const [index, word] of schedule.entries()) if (!take(word)) leftOut ??= index
    for (let more = 0; more < MORE_MAX; more++) {
      const word = awaitedWord(model)
      if (word === null) break
      take(word)
    }
    return { words, leftOut, isViolated: seen.isBroken || awaitedWord(model) !== null || judge.violatedWhenQuiet() }
  })

/** The first step, in canonical order, that has to happen; null in a quiet world. */
const awaitedWord = (model: Model): string | null => enabled(model).find(({ isAwaited }) => isAwaited)?.word ?? null

/** What a step came to, as far as it makes a difference to anybody. */
const outcome = ({ word, event, after: { cache, database, queue } }: TraceStep): string =>
  JSON.stringify([word, 'result' in event ? event.result : null, cache, database, queue])

/** The first step of a run that another one does not take in the same way; null where there is none. */
function firstDifference(trace: Trace, scenario: Scenario, { words, leftOut }: Retaken): number | null {
  const other = replay(scenario, words)
  const differs = trace.steps.findIndex((step, index) => {
    const now = other.steps[index]
    return now === undefined || outcome(step) !== outcome(now)
  })
  const first = Math.min(differs < 0 ? Infinity : differs, leftOut ?? Infinity)
  return first === Infinity ? null : first + 1
}

/** The guard that could have changed the outcome latest, or null where none could. */
export function guardThatHelps(trace: Trace, property: Property): Help | null {
  const { scenario, steps } = trace
  const schedule = steps.map(({ word }) => word)
  const helps = switches.flatMap((each): readonly Help[] => {
    if (!each.applies(scenario) || each.isOn(scenario)) return []
    const guarded = each.apply(scenario, true)
    const retaken = retake(guarded, property, schedule)
    const step = retaken.isViolated ? null : firstDifference(trace, guarded, retaken)
    return step === null ? [] : [{ switchId: each.id, step }]
  })
  return helps.reduce<Help | null>((best, help) => (best !== null && best.step >= help.step ? best : help), null)
}
