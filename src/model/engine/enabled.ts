/**
 * What may happen now.
 *
 * `enabled` lists the words of all enabled steps in the canonical order of `compile`; `take` performs
 * one of them. A world is quiet when nothing that is awaited can step.
 */
import type { Model } from './compile'
import type { Mover } from './mover'

/** One enabled step. */
export interface Action {
  readonly mover: Mover
  readonly choice: number
  readonly word: string
}

/** All enabled steps of the world in memory, which is left as it was. */
export function enabled(model: Model): readonly Action[] {
  const { words } = model.memory
  const world = words.slice()
  const actions: Action[] = []
  for (const mover of model.movers) {
    for (let choice = 0; choice < mover.choices; choice++) {
      if (!mover.move(choice)) continue
      words.set(world)
      actions.push({ mover, choice, word: mover.word(choice) })
    }
  }
  return actions
}

/** Whether nothing more has to happen in a world with these enabled steps. */
export const isQuiet = (actions: readonly Action[]): boolean => actions.every((action) => !action.mover.awaited)

/** The enabled step that a word names, or undefined. */
export const actionNamed = (model: Model, word: string): Action | undefined =>
  enabled(model).find((action) => action.word === word)
