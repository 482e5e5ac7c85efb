/**
 * Register-linearizability of one key whose values are all different: it is then known which write each read saw.
 *
 * A value's write and its reads are a *cluster*. In any order that explains the history a cluster stands together, and
 * one must come before another when one of its operations ended before one of the other's began: when its first end
 * is before the other's last beginning. The history is linearizable exactly when no two clusters must each come before
 * the other, and sorting shows that. Two of them suffice: in a longer circle the cluster that ends first makes a pair
 * with one of its neighbours.
 * Source: Gibbons and Korach, "Testing Shared Memories", SIAM J. Comput. 26(4), 1997, section 4 (their zones).
 */
import { endOf, groupedBy, isPrecededBy, type History, type HistoryOperation } from './operation'

interface Cluster {
  readonly write: HistoryOperation | null
  readonly members: readonly HistoryOperation[]
  /** When the first of its operations ended, and when the last one began. */
  readonly firstEnd: number
  readonly lastBeginning: number
}

export type Zones = { readonly order: History } | { readonly suspects: History }

/** Whether every value can have come from one place only. */
export function hasDistinctValues(writes: History, initial: string | null, free: ReadonlySet<string | null>): boolean {
  const values = new Set([initial, ...free])
  return values.size === 1 + free.size && writes.every(({ value }) => values.size < values.add(value).size)
}

/** An order that explains the operations of one key, in the order in which they began; or a few that conflict. */
export function sortZones(operations: History, initial: string | null, free: ReadonlySet<string | null>): Zones {
  const clusters: Cluster[] = []
  const reads = operations.filter(({ kind }) => kind === 'read')
  // Whoever reads a free value has a write of its own.
  for (const read of reads) if (free.has(read.value)) clusters.push(clusterOf(null, [read]))
  const readsOf = groupedBy(
    reads.filter(({ value }) => !free.has(value)),
    ({ value }) => value,
  )
  const early = readsOf.get(initial)
  if (early) clusters.push({ ...clusterOf(null, early), firstEnd: -Infinity })
  readsOf.delete(initial)
  for (const write of operations) {
    if (write.kind === 'read') continue
    const seenBy = readsOf.get(write.value) ?? []
    readsOf.delete(write.value)
    const tooEarly = seenBy.find((read) => isPrecededBy(write, read))
    if (tooEarly) return { suspects: [tooEarly, write] }
    if (write.to !== null || seenBy.length > 0) clusters.push(clusterOf(write, seenBy))
  }
  for (const [madeUp] of readsOf.values()) if (madeUp) return { suspects: [madeUp] }
  return sortClusters(clusters)
}

function clusterOf(write: HistoryOperation | null, reads: readonly HistoryOperation[]): Cluster {
  const members = write === null ? reads : [write, ...reads]
  return {
    write,
    members,
    firstEnd: members.reduce((least, member) => Math.min(least, endOf(member)), Infinity),
    lastBeginning: members.reduce((most, member) => Math.max(most, member.from), -Infinity),
  }
}

/** A stretch of time in which its value must be there; the other clusters fit in anywhere along theirs. */
const isForward = ({ firstEnd, lastBeginning }: Cluster) => firstEnd < lastBeginning
const leftOf = ({ firstEnd, lastBeginning }: Cluster) => Math.min(firstEnd, lastBeginning)

function sortClusters(clusters: Cluster[]): Zones {
  clusters.sort((a, b) => leftOf(a) - leftOf(b) || Number(isForward(a)) - Number(isForward(b)))
  let before: Cluster | null = null
  for (const cluster of clusters) {
    if (before && before.firstEnd < cluster.lastBeginning && cluster.firstEnd < before.lastBeginning)
      return { suspects: [...suspectsOf(before), ...suspectsOf(cluster)] }
    if (isForward(cluster)) before = cluster
  }
  return { order: clusters.flatMap(({ members }) => members) }
}

/** The operations that make a cluster's zone what it is. */
function suspectsOf({ write, members, lastBeginning }: Cluster): History {
  const firstEnd = members.reduce((first, member) => (endOf(member) < endOf(first) ? member : first))
  const last = members.find((member) => member.from === lastBeginning)
  return [...new Set([write, firstEnd, last])].filter((member) => member !== null && member !== undefined)
}
