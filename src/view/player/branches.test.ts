import { describe, expect, test } from 'vitest'
import { branchAt, branchesOf, plainName, stepsAlike } from './branches'
import { emptyTree, forkDepth, grow, keep, named, ROOT, type RunTree } from './runTree'
import { nodeAfter, NODES_MAX, treeDrawing } from './treeDrawing'

const words = (text: string) => text.split(' ').filter(Boolean)

/** The stale fill, two ways out of it, and a way out of the second one; all from one start. */
function tried(...runs: readonly string[]): RunTree {
  return runs.reduce((tree, run) => grow(tree, ROOT, words(run)).tree, emptyTree)
}

const stale = 'T1 T1 T2 T2 T1'
const tree = tried(stale, 'T1 T2 T2', 'T1 T1 T1 T2 T2', 'T1 T1 T1 T2 crash:T2')

const told = (of: RunTree) =>
  branchesOf(of).map(({ id, name, parent, shared, nodes, tip }) => ({ id, name, parent, shared, nodes, tip }))

describe('branches', () => {
  test('are the oldest run and whatever left it, each after the steps that it shares', () => {
    expect(told(tree)).toEqual([
      { id: 0, name: 'Run 1', parent: null, shared: 0, nodes: [0, 1, 2, 3, 4, 5], tip: 5 },
      { id: 8, name: 'Run 3', parent: 0, shared: 2, nodes: [8, 9, 10], tip: 10 },
      { id: 11, name: 'Run 4', parent: 8, shared: 4, nodes: [11], tip: 11 },
      { id: 6, name: 'Run 2', parent: 0, shared: 1, nodes: [6, 7], tip: 7 },
    ])
  })

  test('keep where they begin, and their names, when the tree grows and when another run is chosen', () => {
    const grown = grow(keep(named(tree, 8, 'the lucky one'), 7), 7, ['T1', 'T1']).tree
    expect(told(grown).map(({ id, name, tip }) => [id, name, tip])).toEqual([
      [0, 'Run 1', 5],
      [8, 'the lucky one', 10],
      [11, 'Run 4', 11],
      [6, 'Run 2', 13],
    ])
  })

  test('lose a name that is taken away', () => {
    expect(named(named(tree, 8, 'a name'), 8, '')).toEqual(tree)
  })

  test('are one where nothing was tried', () => {
    expect(told(emptyTree)).toEqual([{ id: 0, name: 'Run 1', parent: null, shared: 0, nodes: [0], tip: 0 }])
  })

  test('share the steps before they part, whichever is asked first', () => {
    const [first, third, fourth, second] = branchesOf(tree)
    const alike = [first!, third!, fourth!, second!].map((one) =>
      [first!, third!, fourth!, second!].map((other) => stepsAlike(tree, one, other)),
    )
    expect(alike).toEqual([
      [5, 2, 2, 1],
      [2, 5, 4, 1],
      [2, 4, 5, 1],
      [1, 1, 1, 3],
    ])
    expect([forkDepth(tree, 2, 5), forkDepth(tree, 5, 2), forkDepth(tree, ROOT, 5)]).toEqual([2, 2, 0])
  })

  test('are found by any of their nodes', () => {
    expect([0, 5, 7, 9, 11].map((node) => branchAt(tree, node)?.id)).toEqual([0, 0, 6, 8, 11])
  })
})

test('a name is one line of at most forty characters', () => {
  expect(plainName('  two\n words ')).toBe('two words')
  expect(plainName('x'.repeat(50))).toBe('x'.repeat(40))
  expect(plainName(' \t ')).toBe('')
})

describe('the drawing', () => {
  const drawing = treeDrawing(tree, 10, 3)

  test('gives a branch a row and a step a column, and follows the present run over both', () => {
    expect(drawing.rows.map(({ row, leaves, from, to, pathTo }) => ({ row, leaves, from, to, pathTo }))).toEqual([
      { row: 0, leaves: null, from: 0, to: 5, pathTo: 2 },
      { row: 1, leaves: { row: 0, depth: 2 }, from: 3, to: 5, pathTo: 5 },
      { row: 2, leaves: { row: 1, depth: 4 }, from: 5, to: 5, pathTo: null },
      { row: 3, leaves: { row: 0, depth: 1 }, from: 2, to: 3, pathTo: null },
    ])
    expect(
      drawing.nodes.map(({ id, row, depth, isOnPath, isTip, futures }) => [id, row, depth, isOnPath, isTip, futures]),
    ).toEqual([
      [0, 0, 0, true, false, 1],
      [1, 0, 1, true, false, 2],
      [2, 0, 2, true, false, 2],
      [3, 0, 3, false, false, 1],
      [4, 0, 4, false, false, 1],
      [5, 0, 5, false, true, 0],
      [8, 1, 3, true, false, 1],
      [9, 1, 4, true, false, 2],
      [10, 1, 5, true, true, 0],
      [11, 2, 5, false, true, 0],
      [6, 3, 2, false, false, 1],
      [7, 3, 3, false, true, 0],
    ])
    expect(drawing.depthMax).toBe(5)
  })

  test('is walked with the arrow keys: along a branch, back to where it left, and to the nearest step of the next row', () => {
    const walk = (from: number, ...keys: readonly string[]) =>
      keys.reduce<number | null>((at, key) => (at === null ? null : nodeAfter(drawing, at, key)), from)
    expect(walk(8, 'ArrowRight')).toBe(9)
    expect(walk(8, 'ArrowLeft')).toBe(2)
    expect(walk(5, 'ArrowDown')).toBe(10)
    expect(walk(0, 'ArrowDown')).toBe(8)
    expect(walk(7, 'ArrowUp')).toBe(11)
    expect(walk(9, 'Home')).toBe(8)
    expect(walk(0, 'End')).toBe(5)
    expect([walk(0, 'ArrowLeft'), walk(0, 'ArrowUp'), walk(5, 'ArrowRight'), walk(5, 'x')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('thins a long tree to its ends, its forks, the beginnings of its branches and the present node', () => {
    const long = 'T1 '.repeat(NODES_MAX)
    const large = tried(long, 'T1 T1 T2 T2')
    expect(treeDrawing(large, NODES_MAX, 7).nodes.map(({ id }) => id)).toEqual([0, 2, 7, NODES_MAX, 401, 402])
  })
})
