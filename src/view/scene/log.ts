/**
 * What waits in the log of commits: for each entry the stretch from its commit to the step at which the
 * listener has done both its steps with it. After a redelivery the same entries wait once more.
 */
import type { CommitView } from '../../model/engine/view'
import { worldAt, type Trace } from '../../model/engine/trace'
import { hasListener } from '../../model/scenario/followers'
import { keysOf } from '../../model/scenario/scenario'
import type { PlainBar } from './bars'
import { ownersOf } from './ribbons'

interface Waiting extends CommitView {
  readonly from: number
  readonly slot: number
}

const isSame = (one: CommitView, other: CommitView) => one.key === other.key && one.version === other.version

/** One bar for each commit that waits for the listener. */
export function waitingOf(trace: Trace): readonly PlainBar[] {
  if (!hasListener(trace.scenario)) return []
  const owner = ownersOf(trace)
  const hasKeys = keysOf(trace.scenario).length > 1
  const bar = ({ key, version, from, slot }: Waiting, to: number): PlainBar => ({
    lane: 'log',
    kind: 'pending',
    client: owner(key, version) ?? 0,
    tag: hasKeys ? `${key} v${version}` : `v${version}`,
    from,
    to,
    slot,
  })
  let open: readonly Waiting[] = []
  const bars: PlainBar[] = []
  for (let step = 0; step <= trace.steps.length; step++) {
    const waiting = worldAt(trace, step).log?.waiting ?? []
    const isOver = (entry: Waiting) => !waiting.some((commit) => isSame(commit, entry))
    bars.push(...open.filter(isOver).map((entry) => bar(entry, step)))
    let still: readonly Waiting[] = open.filter((entry) => !isOver(entry))
    for (const commit of waiting.filter((each) => !still.some((entry) => isSame(entry, each)))) {
      const slot = [0, 1, 2, 3, 4, 5, 6, 7].find((free) => still.every((entry) => entry.slot !== free)) ?? 0
      still = [...still, { ...commit, from: step, slot }]
    }
    open = still
  }
  return [...bars, ...open.map((entry) => bar(entry, trace.steps.length + 1))]
}
