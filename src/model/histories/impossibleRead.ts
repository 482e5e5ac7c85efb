/**
 * A read that cannot be right, whatever the order: each write of its value ended before something else was certainly
 * there, and that was before the read began. Sorting shows it, where a search would try every order first.
 */
import { endOf, groupedBy, type History, type HistoryOperation } from './operation'

/** The read with everything that speaks against it, or null; `operations` of one key in the order of beginnings. */
export function impossibleRead(
  operations: History,
  initial: string | null,
  free: ReadonlySet<string | null>,
): History | null {
  const writes = groupedBy(
    operations.filter(({ kind }) => kind === 'write'),
    ({ value }) => value,
  )
  const ended = new LatestBeginnings(operations)
  for (const read of operations) {
    if (read.kind === 'write' || free.has(read.value)) continue
    const other = ended.before(read)
    const since = other?.from ?? -Infinity
    const ofValue = writes.get(read.value) ?? []
    if (ofValue.some((write) => endOf(write) >= since && write.from <= endOf(read))) continue
    if (!other && read.value === initial) continue
    return [...ofValue, ...(other ? [other] : []), read]
  }
  return null
}

/** Of everything that ended before some moment, what began last: the last one, and the last one of another value. */
class LatestBeginnings {
  private readonly byEnd: History
  private at = 0
  private last: HistoryOperation | null = null
  private lastOther: HistoryOperation | null = null

  constructor(operations: History) {
    this.byEnd = operations.filter(({ to }) => to !== null).sort((a, b) => endOf(a) - endOf(b))
  }

  /** What began last among the operations with another value that ended before the read began; ask in order. */
  before(read: HistoryOperation): HistoryOperation | null {
    for (; this.at < this.byEnd.length && endOf(this.byEnd[this.at]!) < read.from; this.at++)
      this.see(this.byEnd[this.at]!)
    return this.last?.value === read.value ? this.lastOther : this.last
  }

  private see(operation: HistoryOperation): void {
    const { last, lastOther } = this
    if (last === null || operation.from >= last.from) {
      if (last !== null && last.value !== operation.value) this.lastOther = last
      this.last = operation
    } else if (operation.value !== last.value && (lastOther === null || operation.from > lastOther.from))
      this.lastOther = operation
  }
}
