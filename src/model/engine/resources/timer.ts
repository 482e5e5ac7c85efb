/**
 * The timer: deletes that were promised at a commit and happen later, one queue a client.
 *
 * A client's timers carry the same delay, so they fire in the order in which they were set; a crash of
 * the client does not stop them. There are no ticks here: a pending timer may fire at any step, or,
 * with `delay: longer-than-pauses`, only once no client still holds a version older than the one whose
 * write set the timer.
 *
 * Atomic: one firing, which deletes the key and so voids its lease token. Left out: a timer that is never set.
 * Source: the "delayed double delete" and "deferred invalidation" of practice; no server implements it.
 */
import type { Ground } from '../kind'
import { offsetOf } from '../layout'
import type { Resource } from './resource'
import { capacity, CELLS } from './timerQueue'
import { timerMovers } from './timerMover'

/** Cells: `timer:<client>` a queue of pairs, empty ones 0, first in first out. */
export const timer: Resource = {
  kinds: [],
  words: [
    {
      head: 'timer',
      of: 'client',
      marks: ['lost'],
      verb: 'Fire the timer of',
      short: 'Timer',
      why: ({ timers }, name) =>
        timers.some((timer) => timer.client === name)
          ? 'the timer outwaits a reader that paused'
          : `${name} has set no timer`,
    },
  ],
  reserve(layout, _keys, scenario) {
    scenario.clients.forEach((_, index) => {
      const count = capacity(scenario, index)
      if (count > 0) layout.reserveForClient(`timer:${index}`, index, CELLS * count)
    })
  },
  movers: timerMovers,
}

/** Returns what puts a delete of `key` at the end of the asking client's queue. */
export function scheduleTimer(ground: Ground, key: string): (client: number, version: number) => void {
  const { keeper } = ground
  const { cells } = ground.memory
  const keyIndex = ground.keyIndex(key)
  if (keeper !== undefined) return (client, version) => keeper.promised(keyIndex, client, version)
  // Only a long delay and a tombstone look at versions; kept for nothing, they would split worlds.
  const { guards } = ground.scenario
  const looksAtVersions = guards['delay'] === 'longer-than-pauses' || guards['tombstone'] !== undefined
  return (client, version) => {
    let at = offsetOf(ground.memory, `timer:${client}`)
    if (at < 0) throw new Error('Only a pattern that is registered with `defers` leaves work to a timer.')
    while (cells[at] !== 0) at += CELLS
    cells[at] = keyIndex + 1
    cells[at + 1] = looksAtVersions ? version : 0
  }
}
