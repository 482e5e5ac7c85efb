/**
 * From a history that nothing explains to the few operations that are to blame.
 *
 * To leave a read out is to forget it. A write that is left out may not be missed, or whoever read its value would
 * seem to have made it up; so its value becomes *free*: it may be there at any moment, however often. Leaving more out
 * can only explain more, so dropping one by one ends at a smallest set.
 */
import { byBeginning, type History, type HistoryOperation } from './operation'

/** Values that somebody may have written at any moment, by key. */
export type Free = ReadonlyMap<string, ReadonlySet<string | null>>

export const nothingFree: Free = new Map()

/** The values of all writes of `history` that are not among the `kept`. */
function freeWithout(history: History, kept: ReadonlySet<HistoryOperation>): Free {
  const free = new Map<string, Set<string | null>>()
  for (const operation of history) {
    if (operation.kind !== 'write' || kept.has(operation)) continue
    const values = free.get(operation.key) ?? new Set()
    free.set(operation.key, values.add(operation.value))
  }
  return free
}

/** A smallest part of `items`, which conflict, that still do; fewer of them never conflict where more do not. */
export function smallest<Item>(items: readonly Item[], conflicts: (kept: readonly Item[]) => boolean): readonly Item[] {
  let kept = items
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)]
      if (conflicts(without)) kept = without
      else at += size
    }
  }
  return kept
}

/**
 * A smallest conflicting set among `suspects`, which conflict. `isExplained` says whether some order explains the
 * operations that are kept when those values are free.
 */
export function smallestConflict(
  history: History,
  suspects: History,
  isExplained: (kept: History, free: Free) => boolean,
): History {
  return smallest(byBeginning(suspects), (kept) => !isExplained(kept, freeWithout(history, new Set(kept))))
}
