/**
 * Strongly connected components: sets of worlds each of which can be reached from each other one. A run without end
 * stays in one of them at last.
 * Source: Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972; without recursion.
 */
import type { EndlessGraph } from './endlessGraph'

/** The number of each world's component. */
export function componentsOf({ expanded, count, firstEdge, targets }: EndlessGraph): Int32Array {
  const component = new Int32Array(count).fill(-1)
  const order = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const nextEdge = new Int32Array(count)
  const isOpen = new Uint8Array(count)
  const open: number[] = []
  const path: number[] = []
  let visited = 0
  let components = 0

  const enter = (world: number): void => {
    order[world] = low[world] = visited++
    nextEdge[world] = world < expanded ? firstEdge[world]! : 0
    isOpen[world] = 1
    open.push(world)
    path.push(world)
  }
  const close = (root: number): void => {
    for (let world = open.pop()!; ; world = open.pop()!) {
      isOpen[world] = 0
      component[world] = components
      if (world === root) break
    }
    components++
  }
  for (let start = 0; start < count; start++) {
    if (order[start] !== -1) continue
    enter(start)
    while (path.length > 0) {
      const world = path.at(-1)!
      const end = world < expanded ? firstEdge[world + 1]! : 0
      if (nextEdge[world]! < end) {
        const to = targets[nextEdge[world]!++]!
        if (order[to] === -1) enter(to)
        else if (isOpen[to] === 1) low[world] = Math.min(low[world]!, order[to]!)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) low[before] = Math.min(low[before]!, low[world]!)
      if (low[world] === order[world]) close(world)
    }
  }
  return component
}
