/**
 * Every run of a small scenario, one by one, nothing merged: for questions about a run as a whole, which worlds that
 * have forgotten how they came about cannot answer.
 *
 * A run ends where the world is quiet. One that goes on from there, by a fault that need not happen, counts again
 * where it is quiet next. Runs come in canonical order.
 */
import { compile } from '../engine/compile'
import { enabled, isQuiet } from '../engine/enabled'
import { replay } from '../engine/replay'
import type { Trace } from '../engine/trace'
import type { Scenario } from '../scenario/scenario'

/** Steps of the longest run. A scenario with an endless client has longer ones, and no end. */
const STEPS_MAX = 64

/** All runs, or null where there are more than `max`, or a longer one than anybody would read. */
export function everyRun(scenario: Scenario, max: number): readonly Trace[] | null {
  // The widest cells, so that no version or node is too large for them halfway through.
  const model = compile(scenario, { width: 4 })
  const { words: memory } = model.memory
  const schedules: (readonly string[])[] = []
  /** Says whether it came to an end. */
  const walk = (schedule: readonly string[]): boolean => {
    const actions = enabled(model)
    if (isQuiet(actions)) schedules.push(schedule)
    if (schedules.length > max || (schedule.length === STEPS_MAX && actions.length > 0)) return false
    const world = memory.slice()
    return actions.every(({ mover, choice, word }) => {
      mover.move(choice)
      const isDone = walk([...schedule, word])
      memory.set(world)
      return isDone
    })
  }
  model.reset()
  return walk([]) ? schedules.map((schedule) => replay(scenario, schedule)) : null
}
