/**
 * The way to a world: a shortest schedule from the start, read back off the table.
 *
 * Only the world that each one was first met from is kept, so the word between the two is found by trying:
 * the first step, in canonical order, that leads from the one to the other.
 */
import type { Model } from '../engine/compile'
import type { Parts } from './parts'
import type { WorldTable } from './worldTable'

/** Puts a world into the memory. */
export function show(world: number, parts: Parts, table: WorldTable): void {
  table.load(world)
  parts.unpack()
}

/** The words of a shortest way from the start to a world. */
export function wayTo(world: number, model: Model, parts: Parts, table: WorldTable): string[] {
  const way: number[] = []
  for (let at = world; at !== -1; at = table.parentOf(at)) way.push(at)
  way.reverse()
  return way.slice(1).map((to, i) => wordBetween(way[i]!, to, model, parts, table))
}

function wordBetween(from: number, to: number, model: Model, parts: Parts, table: WorldTable): string {
  for (const mover of model.movers) {
    show(from, parts, table)
    const { choices } = mover
    for (let choice = 0; choice < choices; choice++) {
      show(from, parts, table)
      if (!mover.move(choice)) continue
      parts.packAll()
      if (!table.isAt(to)) continue
      show(from, parts, table)
      return mover.word(choice)
    }
  }
  throw new Error(`No step leads from world ${from} to world ${to}; the search has lost its way.`)
}
