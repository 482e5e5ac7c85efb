/**
 * Beats: the numbered list of a scene, one sentence for each step that it tells. An item tells the step after
 * the item before it; `[3-4]` at its front says otherwise.
 *
 * The order is checked against the questions: above a question nothing may be told that comes after it,
 * or the page would answer before it asks.
 */
import type { List, ListItem } from 'mdast'
import type { Context, Telling } from './context'
import { inlinesOf } from './inlines'
import type { Beat, BeatsBlock, Inline } from './lesson'

const marker = /^\[(\d{1,5})(?:-(\d{1,5}))?\]\s*/

export function beatsOf(list: List, telling: Telling, context: Context): BeatsBlock {
  if (telling.told === 0 && (list.start ?? 1) > 1) telling.told = (list.start ?? 1) - 1
  return { type: 'beats', beats: list.children.flatMap((item) => beatOf(item, telling, context) ?? []) }
}

function beatOf(item: ListItem, telling: Telling, context: Context): Beat | null {
  const [paragraph, ...rest] = item.children
  if (paragraph?.type !== 'paragraph' || rest.length > 0) {
    context.problems.on(item, 'beat', 'A beat is one paragraph: put what else there is below the list.')
    return null
  }
  const inlines = inlinesOf(paragraph.children, context)
  const first = inlines[0]
  const match = first?.type === 'text' ? marker.exec(first.text) : null
  const from = match === null ? telling.told + 1 : Number(match[1])
  const to = Number(match?.[2] ?? from)
  const message = beatProblem(from, to, telling)
  if (message !== null) context.problems.on(item, 'beat', message)
  telling.told = Math.max(telling.told, to)
  return { from, to, inlines: match === null ? inlines : withoutMarker(inlines, match[0].length) }
}

const withoutMarker = ([first, ...rest]: readonly Inline[], length: number): readonly Inline[] => {
  const text = first?.type === 'text' ? first.text.slice(length) : ''
  return text === '' ? rest : [{ type: 'text', text }, ...rest]
}

function beatProblem(from: number, to: number, { stage, told, asked }: Telling): string | null {
  const steps = stage.trace.steps.length
  if (to < from) return `The beat tells steps ${from} to ${to}, which run backwards: write the smaller number first.`
  if (to > steps)
    return `The beat tells step ${to}, and the run of this scene has ${steps}: lengthen the schedule or drop the beat.`
  if (from <= told && told > 0) return `The beat tells step ${from}, which was told before: number the beats upwards.`
  if (asked !== null && from <= asked)
    return `The beat tells step ${from} below the question at step ${asked}: move it above the question.`
  return null
}
