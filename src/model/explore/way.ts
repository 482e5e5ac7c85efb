/**
 * The way to a world: a shortest schedule from the start, read back off the table.
 *
 * Only the world that each one was first met from is kept, so the word between the two is found by trying:
 * the first step, in canonical order, that leads from the one to the other. A world in the table may stand for others in
 * which clients have changed places; the way is walked in one of them, whose clients stay who they are.
 */
import type { Model } from '../engine/compile'
import type { Judge } from '../properties/property'
import type { Parts } from './parts'
import type { Symmetry } from './symmetry'
import type { WorldTable } from './worldTable'

/** What a search has met, and how it keeps it. */
export interface Met {
  readonly model: Model
  readonly parts: Parts
  readonly table: WorldTable
  readonly symmetry: Symmetry
}

/** The words of a shortest way from the start to a world, which is in the memory afterwards. */
export function wayTo(world: number, met: Met): string[] {
  const way: number[] = []
  for (let at = world; at !== -1; at = met.table.parentOf(at)) way.push(at)
  way.reverse()
  met.model.reset()
  return way.slice(1).map((to) => stepTo(to, met))
}

/** Takes the step that leads to a world, or to one that it stands for. */
function stepTo(to: number, { model, parts, table, symmetry }: Met): string {
  const { words } = model.memory
  const here = words.slice()
  for (const mover of model.movers) {
    words.set(here)
    const { choices } = mover
    for (let choice = 0; choice < choices; choice++) {
      words.set(here)
      const word = mover.word(choice)
      if (!mover.move(choice)) continue
      parts.packAll()
      symmetry.settle()
      if (table.isAt(to)) return word
    }
  }
  throw new Error(`No step leads to world ${to}; the search has lost its way.`)
}

const isBroken = ({ broken }: Judge): boolean => broken

/** The first step, in canonical order, that breaks the property in the world in memory. */
export function breakingWord(model: Model, judge: Judge): string {
  const { words } = model.memory
  const here = words.slice()
  for (const mover of model.movers) {
    words.set(here)
    const { choices } = mover
    for (let choice = 0; choice < choices; choice++) {
      words.set(here)
      judge.broken = false
      const word = mover.word(choice)
      if (mover.move(choice) && isBroken(judge)) return word
    }
  }
  throw new Error('No step breaks the property where the search saw one break it.')
}
