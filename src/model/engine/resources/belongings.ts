/**
 * What belongs to a cached entry and goes with it, whether the entry is replaced, deleted, evicted or expires:
 * an outstanding lease token, its mark as stale, the mark of a soft expiry, and under `queue: entry` the flag that says that the
 * database does not have the version yet.
 *
 * Atomic: with the store or the removal. Source: memcached's `ms` gives an item a new unique number; a flag of
 * an item is part of it.
 */
import type { Ground } from '../kind'
import { offsetOf, type Memory } from '../layout'
import type { Scenario } from '../../scenario/scenario'
import { onLoss, onNewLifetime } from './stamp'

/** The first cells, by key, of whatever belongs to an entry in this scenario. */
export function belongings(memory: Memory, { guards }: Scenario): readonly number[] {
  const names = ['lease', 'marked', 'soft', 'no-row', ...(guards['queue'] === 'entry' ? ['dirty'] : [])]
  return names.filter((name) => memory.offsets.has(name)).map((name) => offsetOf(memory, name))
}

/** Where the mark of a key is that says that there is no row; -1 where nothing of the kind is cached. */
export function absenceOf(memory: Memory, keyIndex: number): number {
  const marks = offsetOf(memory, 'no-row')
  return marks < 0 ? -1 : marks + keyIndex
}

/**
 * Returns what a store or a delete, once it has happened, does to all that hangs on the entry that was there.
 * `stores` is the version that a store puts there; 0 says that there is no row.
 */
export function replacer(ground: Ground, keyIndex: number, stores = -1): () => void {
  const { memory, scenario } = ground
  const mark = absenceOf(memory, keyIndex)
  const forgets = voider(ground, keyIndex)
  const voids =
    stores === 0
      ? () => {
          forgets()
          memory.cells[mark] = 1
        }
      : forgets
  const begin = onNewLifetime(memory, scenario)
  const lose = onLoss(memory, scenario)
  if (begin === null || lose === null) return voids
  const { cells } = memory
  const entry = offsetOf(memory, 'cache') + keyIndex
  const tombstones = offsetOf(memory, 'tombstone')
  const isThere = () => cells[entry] !== 0 || (tombstones >= 0 && cells[tombstones + keyIndex] !== 0)
  return () => {
    voids()
    if (isThere()) begin(keyIndex)
    else lose(keyIndex)
  }
}

/** Returns what takes the belongings of an entry away. */
export function voider({ memory, scenario }: Ground, keyIndex: number): () => void {
  const { cells } = memory
  const all = belongings(memory, scenario)
  const [first, second] = all
  if (first === undefined) return () => undefined
  if (second !== undefined)
    return () => {
      for (const at of all) cells[at + keyIndex] = 0
    }
  return () => {
    cells[first + keyIndex] = 0
  }
}
