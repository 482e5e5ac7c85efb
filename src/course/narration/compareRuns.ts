/**
 * One schedule, two scenarios: where a run starts to go differently after a guard was switched.
 *
 * Only what a client is told or does counts as different, not the name of the request: a miss that
 * also hands out a lease is still a miss.
 */
import { worldAt, type Trace } from '../../model/engine/trace'
import { obstacle } from './obstacle'
import { causeOf, outcomeOf } from './outcomes'

export interface RunComparison {
  /** `same`: all steps go as before; `differs`: this step comes out differently; `stops`: it cannot happen now. */
  readonly kind: 'same' | 'differs' | 'stops'
  /** The first step that goes differently, from 1; null when none does. */
  readonly step: number | null
  /** One sentence. */
  readonly text: string
}

/** Two stores of different versions keep their versions; otherwise the verb says enough. */
const shortened = (outcome: string, other: string): string =>
  outcome.startsWith('stored') && !other.startsWith('stored') ? 'stored' : outcome

/** The first step of `after` that does not go as in `before`, in words. */
export function compareRuns(before: Trace, after: Trace): RunComparison {
  for (const [index, now] of after.steps.entries()) {
    const then = before.steps[index]
    if (!then) break
    const was = outcomeOf(then, before.scenario.composed)
    const is = outcomeOf(now, after.scenario.composed)
    if (was === is && then.word === now.word) continue
    const cause = causeOf({ trace: after, step: now, event: now.event })
    const text = `${shortened(was, is)} before, ${shortened(is, was)} now${cause ? `, because ${cause}` : ''}`
    return { kind: 'differs', step: now.number, text: `Step ${now.number} goes differently: ${text}.` }
  }
  if (after.refused && after.refused.step <= before.steps.length) {
    const { step, word } = after.refused
    const why = obstacle(worldAt(after, step - 1), word, after.enabled)
    return { kind: 'stops', step, text: `Step ${step} cannot happen now: ${why}.` }
  }
  const count = Math.min(before.steps.length, after.steps.length)
  if (count === 0) return { kind: 'same', step: null, text: 'No step has been taken, so nothing goes differently.' }
  return {
    kind: 'same',
    step: null,
    text: count === 1 ? 'The one step goes as before.' : `All ${count} steps go as before.`,
  }
}
