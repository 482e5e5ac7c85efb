/** Fair loops on graphs drawn by hand: what has to step in them, and what may be passed over for ever. */
import { describe, expect, it } from 'vitest'
import { EndlessGraph } from './endlessGraph'
import { FairLoops } from './fairLoops'

const READER = 0
const WRITER = 1

type Edge = readonly [from: number, to: number, process: number, isFair?: false]

/** A graph of these edges, which are numbered as they stand here, world by world. */
function drawn(...edges: readonly Edge[]): EndlessGraph {
  const count = 1 + Math.max(...edges.flatMap(([from, to]) => [from, to]))
  const graph = Object.create(EndlessGraph.prototype) as EndlessGraph
  return Object.assign(graph, {
    count,
    firstEdge: Array.from({ length: count + 1 }, (_, world) => edges.filter(([from]) => from < world).length),
    targets: edges.map(([, to]) => to),
    processes: edges.map(([, , process]) => process),
    isFair: edges.map(([, , , isFair]) => isFair !== false),
  })
}

/** Whether the reader's first step comes again and again. */
const canRepeat = (graph: EndlessGraph) => new FairLoops(graph).canRepeat(0)

describe('a reader goes round for ever', () => {
  it('when nobody else has anything to do', () => {
    const graph = drawn([0, 1, READER], [1, 0, READER])
    expect([canRepeat(graph), new FairLoops(graph).roundOf(0)]).toEqual([true, [1, 0]])
  })

  it('not past a writer who could step all the time and would lead out', () => {
    expect(canRepeat(drawn([0, 1, READER], [0, 2, WRITER], [1, 0, READER], [1, 2, WRITER], [2, 2, READER]))).toBe(false)
  })

  it('past a writer who can step only now and then', () => {
    const graph = drawn([0, 1, READER], [0, 2, WRITER], [1, 0, READER], [2, 2, READER])
    expect([canRepeat(graph), new FairLoops(graph).roundOf(0)]).toEqual([true, [2, 0]])
  })

  it('past a step that need not come', () => {
    const graph = drawn([0, 1, READER], [0, 2, WRITER, false], [1, 0, READER], [1, 2, WRITER, false], [2, 2, READER])
    expect(canRepeat(graph)).toBe(true)
  })

  it('with a writer who steps in the loop itself, and then the round leads over that step', () => {
    const graph = drawn([0, 1, READER], [0, 2, WRITER], [1, 0, READER], [1, 2, WRITER], [2, 0, READER])
    expect([canRepeat(graph), new FairLoops(graph).roundOf(0)]).toEqual([true, [3, 4, 0]])
  })
})

describe('a step that leads out of a loop', () => {
  const repeatable = (...edges: readonly Edge[]) => {
    const loops = new FairLoops(drawn(...edges))
    return edges.map((_, edge) => loops.canRepeat(edge))
  }

  it('is taken once', () => {
    expect(repeatable([0, 0, READER], [0, 1, WRITER], [1, 1, READER])).toEqual([false, false, true])
  })

  it('into one that was met before makes no loop of the two', () => {
    const edges: readonly Edge[] = [
      ...([
        [0, 1, READER],
        [0, 2, READER],
        [1, 1, READER],
      ] as const),
      ...([
        [2, 1, WRITER, false],
        [2, 2, READER],
      ] as const),
    ]
    expect(repeatable(...edges)).toEqual([false, false, true, false, true])
  })
})
