/**
 * What clients saw of a run, with values: the only thing that a checker of histories looks at.
 *
 * Nothing of the engine is known here. Times are the numbers of whatever clock the history was taken with; an
 * operation takes effect somewhere between `from` and `to`, both included, so one precedes another only when it
 * ended strictly before the other began. Values may repeat. A client does one thing at a time: its answered
 * operations follow each other in the order in which they began.
 */
export interface HistoryOperation {
  readonly client: string
  readonly kind: 'read' | 'write'
  readonly key: string
  /** What was read or written; null is the value of a key that is not there. */
  readonly value: string | null
  readonly from: number
  /**
   * When the answer came; null while it is pending. A pending write may have happened, at any time after it began, or
   * not; a pending read says nothing. Nothing comes after a pending operation, not even the next one of its client.
   */
  readonly to: number | null
}

export type History = readonly HistoryOperation[]

/** The value of every key at first; a key that is not listed is not there. */
export type Initial = Readonly<Record<string, string | null>>

/** Why a history is what it is. */
export type Explanation =
  /** Every operation that took effect, in an order that explains what was read. */
  | { readonly holds: true; readonly order: History }
  /**
   * Operations that contradict each other, in the order in which they began. Without any one of them nothing would
   * be wrong, even if every other write of the history had happened whenever and as often as it suited.
   */
  | { readonly holds: false; readonly conflict: History }

/** When an operation ended, for comparing. */
export const endOf = ({ to }: HistoryOperation): number => to ?? Infinity

export const isPrecededBy = (later: HistoryOperation, earlier: HistoryOperation): boolean => endOf(earlier) < later.from

/** In the order in which they began. */
export const byBeginning = (history: History): HistoryOperation[] => [...history].sort((a, b) => a.from - b.from)

/** Whether it says or does anything: a pending read does not. */
export const counts = ({ kind, to }: HistoryOperation): boolean => kind === 'write' || to !== null

/** The operations with the same key, value or client, in their order. */
export function groupedBy<Group>(
  history: History,
  groupOf: (operation: HistoryOperation) => Group,
): Map<Group, HistoryOperation[]> {
  const groups = new Map<Group, HistoryOperation[]>()
  for (const operation of history) {
    const group = groups.get(groupOf(operation))
    if (group) group.push(operation)
    else groups.set(groupOf(operation), [operation])
  }
  return groups
}
