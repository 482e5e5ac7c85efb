/**
 * Linearizable where versions are known: the database has put the writes of a key in an order, and a read returns at
 * least every version that was acknowledged to a writer, or returned to a reader, before it began. That is stronger
 * than register-linearizable, which may choose the order of two writes that overlap.
 *
 * With the order given only a read can be wrong, and one pass over the beginnings and ends shows it.
 * Source: Herlihy and Wing, "Linearizability", 1990; Gibbons and Korach, 1997, for the known write order.
 */

/** An operation as `HistoryOperation`, with the version that was read or acknowledged; null while it is pending. */
export interface VersionedOperation {
  readonly client: string
  readonly kind: 'read' | 'write'
  readonly key: string
  readonly version: number | null
  readonly from: number
  readonly to: number | null
}

/** A read, and what was known before it began. */
export interface Behind {
  readonly known: VersionedOperation
  readonly read: VersionedOperation
}

export const isLinearizable = (history: readonly VersionedOperation[]): boolean => readBehind(history) === null

/** The first read, by its beginning, that returned less than was known; null where there is none. */
export function readBehind(history: readonly VersionedOperation[]): Behind | null {
  const answered = history.filter(({ to, version }) => to !== null && version !== null)
  const ends = [...answered].sort((a, b) => a.to! - b.to!)
  const newest = new Map<string, VersionedOperation>()
  let ended = 0
  for (const read of answered.filter(({ kind }) => kind === 'read').sort((a, b) => a.from - b.from)) {
    for (; ended < ends.length && ends[ended]!.to! < read.from; ended++) {
      const operation = ends[ended]!
      if (operation.version! > (newest.get(operation.key)?.version ?? 0)) newest.set(operation.key, operation)
    }
    const known = newest.get(read.key)
    if (known && known.version! > read.version!) return { known, read }
  }
  return null
}
