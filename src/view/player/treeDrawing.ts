/**
 * Where the nodes of a run tree stand: a row a branch, a column a step. A long tree is thinned to its forks, its
 * ends and the present node, because nobody finds one of a thousand dots. Pure.
 */
import { branchesOf, type Branch } from './branches'
import { pathTo, ROOT, type RunTree } from './runTree'

export interface TreeNode {
  readonly id: number
  readonly branch: number
  readonly row: number
  /** Steps from the root. */
  readonly depth: number
  readonly isOnPath: boolean
  readonly isTip: boolean
  /** How many futures go on from here. */
  readonly futures: number
}

export interface TreeRow {
  readonly branch: Branch
  readonly row: number
  /** The row that it leaves, and after how many steps; null for the first one. */
  readonly leaves: { readonly row: number; readonly depth: number } | null
  readonly from: number
  readonly to: number
  /** How far the present path follows it, as a depth; null where it does not. */
  readonly pathTo: number | null
}

export interface TreeDrawing {
  readonly rows: readonly TreeRow[]
  readonly nodes: readonly TreeNode[]
  readonly depthMax: number
}

/** More nodes than this are thinned. */
export const NODES_MAX = 400

/** @param at the node at the playhead */
export function treeDrawing(tree: RunTree, tip: number, at: number): TreeDrawing {
  const branches = branchesOf(tree)
  const rowOf = new Map(branches.map(({ id }, row) => [id, row]))
  const path = new Set([ROOT, ...pathTo(tree, tip)])
  const isThin = tree.length > NODES_MAX
  const rows: TreeRow[] = []
  const nodes: TreeNode[] = []
  for (const [row, branch] of branches.entries()) {
    const first = branch.id === ROOT ? 0 : branch.shared + 1
    const onPath = branch.nodes.filter((node) => path.has(node)).length
    rows.push({
      branch,
      row,
      leaves: branch.parent === null ? null : { row: rowOf.get(branch.parent) ?? 0, depth: branch.shared },
      from: first,
      to: first + branch.nodes.length - 1,
      pathTo: onPath === 0 ? null : first + onPath - 1,
    })
    for (const [index, id] of branch.nodes.entries()) {
      const futures = tree[id]?.children.length ?? 0
      const isTip = id === branch.tip
      if (isThin && !isTip && id !== at && id !== branch.id && futures < 2) continue
      nodes.push({ id, branch: branch.id, row, depth: first + index, isOnPath: path.has(id), isTip, futures })
    }
  }
  return { rows, nodes, depthMax: Math.max(...rows.map(({ to }) => to)) }
}

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'

const isArrow = (key: string): key is Arrow => /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key)

/** The node nearest to a depth. */
const nearest = (nodes: readonly TreeNode[], depth: number): TreeNode | undefined =>
  nodes.reduce<TreeNode | undefined>(
    (best, node) => (best === undefined || Math.abs(node.depth - depth) < Math.abs(best.depth - depth) ? node : best),
    undefined,
  )

/** Where the focus goes from a node: along its branch, back to where it left another, up and down between branches. */
export function nodeAfter({ nodes, rows }: TreeDrawing, from: number, key: string): number | null {
  const node = nodes.find(({ id }) => id === from)
  if (node === undefined || !isArrow(key)) return null
  const own = nodes.filter(({ branch }) => branch === node.branch)
  const place = own.indexOf(node)
  const beside = (move: 1 | -1) =>
    nearest(
      nodes.filter(({ row }) => row === node.row + move),
      node.depth,
    )
  const before = () => {
    const { leaves } = rows[node.row] ?? {}
    return leaves
      ? nearest(
          nodes.filter(({ row }) => row === leaves.row),
          leaves.depth,
        )
      : undefined
  }
  const goals = {
    ArrowLeft: () => own[place - 1] ?? before(),
    ArrowRight: () => own[place + 1],
    ArrowUp: () => beside(-1),
    ArrowDown: () => beside(1),
    Home: () => own[0],
    End: () => own.at(-1),
  }
  return goals[key]()?.id ?? null
}
