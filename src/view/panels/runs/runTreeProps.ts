import type { Branch } from '../../player/branches'
import type { RunTree } from '../../player/runTree'
import type { RunEnd } from '../../scene/runEnd'

/** How a branch ends under the present guards. */
export interface BranchEnd extends RunEnd {
  /** How many of its steps can happen. */
  readonly reaches: number
}

export interface RunTreeProps {
  readonly tree: RunTree
  readonly branches: readonly Branch[]
  /** By the branch's first node. */
  readonly ends: ReadonlyMap<number, BranchEnd>
  /** Where the present run ends. */
  readonly tip: number
  /** The node at the playhead. */
  readonly at: number
  readonly onGo: (node: number) => void
  readonly onName: (branch: number, name: string) => void
  /** Shows two branches side by side, by their first nodes. */
  readonly onCompare: (one: number, other: number) => void
}

/** How a branch ends, in the words of its mark. */
export const endWords = (ends: RunTreeProps['ends'], branch: Branch): string => ends.get(branch.id)?.words ?? ''
