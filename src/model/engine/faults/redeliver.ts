/**
 * Redeliver: the log's listener crashes and begins again. It has saved no place in the log since the
 * start, so every entry comes again, in the old order; that is what "at least once" promises at worst.
 *
 * Atomic: the crash and the new beginning. Left out: a place that was saved on the way; then fewer
 * entries come again.
 * Source: Debezium documentation, "Connector for MySQL" (events may come twice after a crash); Kafka
 * documentation, "Message Delivery Semantics".
 */
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { counted, type Fault } from './fault'

class RedeliveryMover implements OwnMover {
  readonly awaited = false
  readonly choices = 1
  private readonly budget: number
  private readonly position: number
  private readonly phase: number

  constructor(private readonly memory: Memory) {
    this.budget = offsetOf(memory, 'redeliver')
    this.position = offsetOf(memory, 'log-position')
    this.phase = offsetOf(memory, 'log-phase')
  }

  word(): string {
    return 'redeliver'
  }

  happening(): Happening {
    return { type: 'redeliver', key: '', client: '' }
  }

  move(): boolean {
    const { cells } = this.memory
    const hasBegun = cells[this.position] !== 0 || cells[this.phase] !== 0
    if (cells[this.budget] === 0 || !hasBegun) return false
    cells[this.budget]!--
    cells[this.position] = 0
    cells[this.phase] = 0
    return true
  }
}

/** Cells: `redeliver` what is left of the budget. */
export const redeliver: Fault<'redeliver', number> = {
  name: 'redeliver',
  absent: 0,
  form: { kind: 'count', what: 'The number of redeliveries' },
  word: {
    head: 'redeliver',
    of: null,
    verb: 'Deliver the log again',
    short: 'Redeliver',
    why: ({ log }) =>
      log !== null && log.taken.length === 0 && !log.isHalfway ? 'the listener has not begun' : 'no redelivery is left',
  },
  lacks: ({ write, protocol }) =>
    write.logs === true
      ? null
      : `about a listener, and ${protocol.write} has none. Remove it, or write with change-log.`,
  searched: ({ faults }) => counted(faults.redeliver, 'redelivery', 'redeliveries'),
  reserve(layout, scenario) {
    if (scenario.faults.redeliver > 0) layout.reserveForWorld('redeliver', 1)
  },
  start(memory, scenario) {
    if (scenario.faults.redeliver > 0) memory.cells[offsetOf(memory, 'redeliver')] = scenario.faults.redeliver
  },
  movers: ({ memory, scenario }) => (scenario.faults.redeliver > 0 ? [new RedeliveryMover(memory)] : []),
}
