/**
 * What may happen now.
 *
 * `enabled` lists the words of all enabled steps in the canonical order of `compile`; `actionNamed` finds one of
 * them without trying the others, which a long run needs. A world is quiet when nothing that is awaited can step.
 */
import type { ClientMover } from './client'
import type { Model } from './compile'
import { mustHappen, type Mover } from './mover'

/** One enabled step. */
export interface Action {
  readonly mover: Mover
  readonly choice: number
  readonly word: string
  /** Whether the world in which it is enabled is still under way because of it. */
  readonly isAwaited: boolean
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
      actions.push({ mover, choice, word: mover.word(choice), isAwaited: mustHappen(mover, choice) })
    }
  }
  return actions
}

/** Whether nothing more has to happen in a world with these enabled steps. */
export const isQuiet = (actions: readonly Action[]): boolean => actions.every((action) => !action.isAwaited)

/** Whether nothing more has to happen in the world in memory, which is left as it was. */
export function isQuietNow(model: Model): boolean {
  const { words } = model.memory
  const world = words.slice()
  for (const mover of model.movers) {
    if (!mover.awaited) continue
    for (let choice = 0; choice < mover.choices; choice++) {
      if (!mover.move(choice)) continue
      words.set(world)
      if (mustHappen(mover, choice)) return false
    }
  }
  return true
}

/** A step that a word may name, whether it is enabled or not. */
type Candidate = Pick<Action, 'mover' | 'choice'>

const named = new WeakMap<Model, ReadonlyMap<string, readonly Candidate[]>>()

/** The steps of timers, daemons and faults by their words, which are the same in every world. */
function ownByWord(model: Model): ReadonlyMap<string, readonly Candidate[]> {
  const known = named.get(model)
  if (known) return known
  const found = new Map<string, Candidate[]>()
  for (const mover of model.own)
    for (let choice = 0; choice < mover.choices; choice++) {
      const word = mover.word(choice)
      const list = found.get(word)
      if (list) list.push({ mover, choice })
      else found.set(word, [{ mover, choice }])
    }
  named.set(model, found)
  return found
}

/** What a word may name: a step of the client whose name it begins with, or of a timer, daemon or fault. */
function candidates(model: Model, word: string): readonly Candidate[] {
  const [name] = word.split(/[:!]/, 1)
  const client = model.clients.find((each) => each.name === name)
  if (!client) return ownByWord(model).get(word) ?? []
  return Array.from({ length: client.choices }, (_, choice) => ({ mover: client, choice })).filter(
    ({ choice }) => isThere(client, choice) && client.word(choice) === word,
  )
}

const isThere = (client: ClientMover, choice: number): boolean => client.at(choice) !== null

/** The enabled step that a word names, or undefined; the world in memory is left as it was. */
export function actionNamed(model: Model, word: string): Action | undefined {
  const { words } = model.memory
  const world = words.slice()
  for (const { mover, choice } of candidates(model, word)) {
    if (!mover.move(choice)) continue
    words.set(world)
    return { mover, choice, word, isAwaited: mustHappen(mover, choice) }
  }
  return undefined
}
