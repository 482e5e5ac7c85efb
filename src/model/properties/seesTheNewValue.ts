/**
 * Sees the new value: whoever goes on reading a key sees its newest version in the end. It is the one property of runs
 * without end, so a client has to read for ever.
 *
 * A read is *stale* when it returns less than was written, for good, before it began: less than an acknowledged version,
 * and, once nobody is writing the key any more, less than the database has. So the commit of a writer that has crashed or
 * was told of an error counts, and a write that is under way does not. There are three answers: no read is ever stale;
 * some are, but in every fair run they come to an end (*bounded*); or some fair run goes on with them *for ever*. The
 * property holds for the first two. A run is fair when whatever stays possible and is awaited does happen: clients
 * step, timers fire, queues and logs are worked off, entries without a budget expire. Faults need not happen.
 *
 * Left out: how long a bounded window is, for there are no ticks; a reader that waits for ever, who sees nothing at all
 * (see not-stuck).
 * Source: Lamport, "Proving the Correctness of Multiprocess Programs", 1977 (liveness); Manna and Pnueli, "The Temporal
 * Logic of Reactive and Concurrent Systems", 1992 (weak fairness).
 */
import type { Model } from '../engine/compile'
import { offsetOf } from '../engine/layout'
import { isEndless } from '../scenario/scenario'
import type { Observer, Property } from './property'

const ACKNOWLEDGED = 'new:acknowledged'
const FLOOR = 'new:floor'

/** Whether a client that is still there is inside a write of the row. */
const isBeingWritten = ({ clients }: Model, row: string): boolean =>
  clients.some(
    ({ node, isCrashed }) => node?.program.role === 'write' && node.program.rows.includes(row) && !isCrashed(),
  )

function observe(model: Model): Observer {
  const { memory, keys, scenario } = model
  const { cells } = memory
  const acknowledged = offsetOf(memory, ACKNOWLEDGED)
  const floor = offsetOf(memory, FLOOR)
  const database = offsetOf(memory, 'database')
  /** What was written for good by now. */
  const written = (row: number): number => {
    const committed = isBeingWritten(model, keys[row]!) ? 0 : cells[database + row]!
    return Math.max(cells[acknowledged + row]!, committed)
  }
  const observer: Observer = {
    judged: 0,
    sawStale: false,
    watcher: {
      invoked(client, role, row) {
        if (role === 'read') cells[floor + client * keys.length + row] = written(row)
      },
      responded(client, role, row, version) {
        if (role === 'write') {
          cells[acknowledged + row] = Math.max(cells[acknowledged + row]!, version)
          return
        }
        const at = floor + client * keys.length + row
        if (cells[at]! > (scenario.start.database[keys[row]!] ?? 1)) observer.judged++
        if (version < cells[at]!) observer.sawStale = true
        cells[at] = 0
      },
      failed(client, role, row) {
        if (role === 'read') cells[floor + client * keys.length + row] = 0
      },
    },
  }
  return observer
}

export const seesTheNewValue: Property = {
  name: 'sees-the-new-value',
  title: 'Readers see the new value in the end',
  says: 'Whoever goes on reading a key sees its newest version in the end, if everything goes on that can.',
  violatedSays: 'let a reader see an old version for ever',
  lacks: (scenario) =>
    isEndless(scenario)
      ? null
      : 'asks what is seen by somebody who reads for ever, and nobody does. Give a client "forever read x" to do.',
  bind: () => ({ judged: 0, broken: false, watcher: null, violatedWhenQuiet: () => false }),
  endless: {
    reserve(layout, _scenario, keys) {
      layout.reservePerKey(ACKNOWLEDGED)
      layout.reservePerClient(FLOOR, keys.length)
    },
    bind: observe,
  },
}
