/** The scenarios inside a lesson: its `scenario` fences, each with the line on which its text begins. */
import { isWithinLimits } from '../course/lesson/limits'
import { Problems } from '../course/lesson/problem'
import { treeOf, type Flow } from '../course/lesson/tree'

export interface Fence {
  readonly text: string
  readonly firstLine: number
}

/** None for a text that is no lesson: whether it is a good one is not asked here. */
export function fencesOf(text: string): readonly Fence[] {
  if (!text.includes('scenario') || !isWithinLimits(text, new Problems('lesson'))) return []
  return treeOf(text).children.flatMap(fencesIn)
}

function fencesIn(node: Flow): readonly Fence[] {
  if (node.type === 'code' && node.lang === 'scenario')
    return [{ text: node.value, firstLine: (node.position?.start.line ?? 0) + 1 }]
  return 'children' in node ? (node.children as readonly Flow[]).flatMap(fencesIn) : []
}
