/**
 * No phantom: nobody reads a version that the database never commits. A version that is committed later
 * was early, not a phantom, so quiet worlds are judged. A queued version that a newer one replaced before
 * the flush is never committed: whoever read it has read a phantom.
 *
 * Monitor: for each version above the database's first one, whether it was committed (1) and read (2).
 */
import { committedCells, FIRST_CELL } from '../engine/resources/database'
import { offsetOf } from '../engine/layout'
import { keysOf } from '../scenario/scenario'
import type { Judge, Property } from './property'

const COMMITTED = 1
const READ = 2

/** Cells of a monitor that a run may need; more would take longer to set up than the run. */
const CELLS_MAX = 1_000_000

export const noPhantom: Property = {
  name: 'no-phantom',
  title: 'Nobody reads what was never committed',
  says: 'Every version that a client reads is, sooner or later, committed by the database.',
  violatedSays: 'show a client a version that the database never has',
  isTooLong: (scenario) => keysOf(scenario).length * committedCells(scenario) > CELLS_MAX,
  reserve(layout, scenario) {
    layout.reservePerKey(FIRST_CELL, committedCells(scenario))
  },
  bind({ memory, keys, scenario }) {
    const { cells } = memory
    const first = offsetOf(memory, FIRST_CELL)
    const count = committedCells(scenario)
    const starts = keys.map((key) => scenario.start.database[key] ?? 1)
    const judge: Judge = {
      judged: 0,
      broken: false,
      watcher: {
        invoked() {
          // Only answers are seen.
        },
        responded(_client, role, keyIndex, version) {
          if (role === 'read' && version > starts[keyIndex]!)
            cells[first + keyIndex * count + version - starts[keyIndex]! - 1]! |= READ
        },
      },
      violatedWhenQuiet() {
        let isViolated = false
        for (let at = first; at < first + keys.length * count; at++) {
          if ((cells[at]! & READ) === 0) continue
          judge.judged++
          if ((cells[at]! & COMMITTED) === 0) isViolated = true
        }
        return isViolated
      },
    }
    return judge
  },
}
