/**
 * The tree of everything tried as a few named runs: a branch goes on with the oldest child of each of its nodes,
 * and every other child begins a branch of its own. Nodes are only ever added, so a branch never changes where it begins.
 */
import { forkDepth, pathTo, ROOT, type RunTree } from './runTree'

export interface Branch {
  /** The node that it begins with. */
  readonly id: number
  readonly name: string
  /** The branch that it left; null for the first one. */
  readonly parent: number | null
  /** How many steps it shares with the branch that it left. */
  readonly shared: number
  /** Its own nodes, in order; the root is the first one's. */
  readonly nodes: readonly number[]
  readonly tip: number
}

/** A longer name would push everything else away. */
export const BRANCH_NAME_MAX = 40

/** A name as it is kept: one line, without what surrounds it. */
export const plainName = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, BRANCH_NAME_MAX).trim()

function nodesFrom(tree: RunTree, id: number): readonly number[] {
  const nodes: number[] = []
  for (let at: number | undefined = id; at !== undefined; at = tree[at]?.children[0]) nodes.push(at)
  return nodes
}

/** The nodes that begin a branch, in the order in which they were tried. */
const heads = (tree: RunTree): readonly number[] =>
  tree.flatMap((node, id) => (id === ROOT || tree[node.parent]?.children[0] !== id ? [id] : []))

const known = new WeakMap<RunTree, readonly Branch[]>()

/** The branches of a tree, those that leave another one under it, the latest fork first: so no two of their lines cross. */
export function branchesOf(tree: RunTree): readonly Branch[] {
  const remembered = known.get(tree)
  if (remembered) return remembered
  const owners = new Map<number, number>()
  const branches = heads(tree).map((id, index): Branch => {
    const nodes = nodesFrom(tree, id)
    for (const node of nodes) owners.set(node, id)
    return {
      id,
      name: tree[id]?.name ?? `Run ${index + 1}`,
      parent: null,
      shared: id === ROOT ? 0 : pathTo(tree, id).length - 1,
      nodes,
      tip: nodes.at(-1) ?? id,
    }
  })
  const tied = branches.map((branch) =>
    branch.id === ROOT ? branch : { ...branch, parent: owners.get(tree[branch.id]?.parent ?? ROOT) ?? ROOT },
  )
  const under = (id: number): readonly Branch[] =>
    tied
      .filter(({ parent }) => parent === id)
      .sort((one, other) => other.shared - one.shared || one.id - other.id)
      .flatMap((branch) => [branch, ...under(branch.id)])
  const ordered = [...tied.filter(({ id }) => id === ROOT), ...under(ROOT)]
  known.set(tree, ordered)
  return ordered
}

/** The branch that a node belongs to. */
export const branchAt = (tree: RunTree, node: number): Branch | undefined =>
  branchesOf(tree).find(({ nodes }) => nodes.includes(node))

/** How many steps two branches take alike. */
export const stepsAlike = (tree: RunTree, one: Branch, other: Branch): number => forkDepth(tree, one.tip, other.tip)
