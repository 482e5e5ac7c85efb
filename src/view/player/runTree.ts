/**
 * Everything that has been tried from one start: a tree of words.
 *
 * A node is one step; a run is the path from the root to a node. Nodes are only ever added, so that a
 * future which was left stays reachable and a remembered node number stays valid for ever.
 */

export interface RunNode {
  /** The word of the step; empty for the root. */
  readonly word: string
  /** Number of the node before; the root is its own. */
  readonly parent: number
  readonly children: readonly number[]
  /** The child through which the last chosen run went on; null at a leaf. */
  readonly kept: number | null
  /** What somebody calls the branch that begins here; absent where nobody has named it. */
  readonly name?: string
}

/** Nodes by number. Number 0 is the root. */
export type RunTree = readonly RunNode[]

export const ROOT = 0

export const emptyTree: RunTree = [{ word: '', parent: ROOT, children: [], kept: null }]

const nodeAt = (tree: RunTree, id: number): RunNode => {
  const node = tree[id]
  if (node === undefined) throw new Error(`The run tree has no node ${id}.`)
  return node
}

/** Node numbers from the root's child to `id`; empty for the root. */
export function pathTo(tree: RunTree, id: number): readonly number[] {
  const path: number[] = []
  for (let at = id; at !== ROOT; at = nodeAt(tree, at).parent) path.push(at)
  return path.reverse()
}

/** The schedule that leads to `id`. */
export const wordsTo = (tree: RunTree, id: number): readonly string[] =>
  pathTo(tree, id).map((node) => nodeAt(tree, node).word)

/** How many steps the runs to two nodes have in common. */
export function forkDepth(tree: RunTree, one: number, other: number): number {
  const path = pathTo(tree, one)
  const parting = pathTo(tree, other).findIndex((node, index) => path[index] !== node)
  return parting === -1 ? Math.min(path.length, pathTo(tree, other).length) : parting
}

/** Adds `words` after node `at`, walking over what is there already. Returns the tree and the last node. */
export function grow(tree: RunTree, at: number, words: readonly string[]): { tree: RunTree; id: number } {
  const nodes = [...tree]
  let id = at
  for (const word of words) {
    const parent = nodeAt(nodes, id)
    const known = parent.children.find((child) => nodeAt(nodes, child).word === word)
    const next = known ?? nodes.push({ word, parent: id, children: [], kept: null }) - 1
    const children = known === undefined ? [...parent.children, next] : parent.children
    nodes[id] = { ...parent, children, kept: next }
    id = next
  }
  return { tree: nodes, id }
}

/** Where the run through `id` ended when it was last chosen. */
export function endOf(tree: RunTree, id: number): number {
  let at = id
  for (let kept = nodeAt(tree, at).kept; kept !== null; kept = nodeAt(tree, at).kept) at = kept
  return at
}

/** Makes the path to `id` the one that every node on it goes on with. */
export function keep(tree: RunTree, id: number): RunTree {
  const nodes = [...tree]
  for (let at = id; at !== ROOT;) {
    const { parent } = nodeAt(nodes, at)
    nodes[parent] = { ...nodeAt(nodes, parent), kept: at }
    at = parent
  }
  return nodes
}

/** Calls the branch that begins with `id` by a name; an empty one takes the name away. */
export function named(tree: RunTree, id: number, name: string): RunTree {
  const { name: _name, ...node } = nodeAt(tree, id)
  return tree.with(id, name === '' ? node : { ...node, name })
}

/** Another future at a node of the path. */
export interface Fork {
  /** The first node of the future. */
  readonly id: number
  /** Its words, as far as it was taken. */
  readonly words: readonly string[]
}

/** The futures of node `at` that the run to `tip` does not take. */
export function forksAt(tree: RunTree, at: number, tip: number): readonly Fork[] {
  const taken = new Set(pathTo(tree, tip))
  const depth = pathTo(tree, at).length
  return nodeAt(tree, at)
    .children.filter((child) => !taken.has(child))
    .map((id) => ({ id, words: wordsTo(tree, endOf(tree, id)).slice(depth) }))
}
