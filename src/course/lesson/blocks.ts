/** Blocks of a lesson: the syntax tree's flow -> blocks. What is not named here is refused, with its place. */
import { quoted } from '../../model/scenario/problem'
import { beatsOf } from './beats'
import type { Context } from './context'
import { inlinesOf } from './inlines'
import type { Block } from './lesson'
import { DEPTH_MAX } from './limits'
import type { Flow } from './tree'

export const blocksOf = (nodes: readonly Flow[], context: Context): readonly Block[] => {
  const inner = { ...context, depth: context.depth + 1 }
  return nodes.flatMap((node) => blockOf(node, inner) ?? [])
}

function blockOf(node: Flow, context: Context): Block | null {
  if (context.depth > DEPTH_MAX) {
    context.problems.on(node, 'nesting', 'Blocks stand inside each other too deep: write it flatter.')
    return null
  }
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, context)
    case 'heading':
      return headingOf(node, context)
    case 'list':
      return listOf(node, context)
    case 'blockquote':
      return { type: 'quote', blocks: blocksOf(node.children, context) }
    case 'code':
      return codeOf(node, context)
    case 'table':
      return tableOf(node, context)
    case 'thematicBreak':
      return { type: 'rule' }
    case 'containerDirective':
      return context.directive(node, context)
    case 'yaml':
      return null
    default:
      refuse(node, context)
      return null
  }
}

function refuse(node: Flow, { problems }: Context): void {
  if (node.type === 'html') {
    problems.on(node, 'html', 'Raw HTML has no place in a lesson: write Markdown, or put code between backticks.')
  } else if (node.type === 'leafDirective') {
    problems.on(
      node,
      'directive',
      `A directive opens with three colons: write ":::${node.name}" and close it with ":::".`,
    )
  } else {
    problems.on(node, 'markdown', 'Footnotes and references are not part of the format: write it in place.')
  }
}

function paragraphOf(node: Extract<Flow, { type: 'paragraph' }>, context: Context): Block {
  const stray = /^[ \t]*:{3,}.*$/m.exec(
    context.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0),
  )
  if (stray !== null) {
    const written = quoted(stray[0].trim())
    context.problems.on(
      node,
      'directive',
      `${written} opens and closes nothing: check its braces, and give an outer directive more colons than those inside it.`,
    )
  }
  return { type: 'paragraph', inlines: inlinesOf(node.children, context) }
}

function headingOf(node: Extract<Flow, { type: 'heading' }>, context: Context): Block | null {
  if (node.depth === 2 || node.depth === 3) {
    return { type: 'heading', level: node.depth, inlines: inlinesOf(node.children, context) }
  }
  const message =
    node.depth === 1
      ? 'The title stands in the front matter: begin a section with "##".'
      : 'A lesson has sections "##" and "###": write it flatter.'
  context.problems.on(node, 'markdown', message)
  return null
}

function listOf(node: Extract<Flow, { type: 'list' }>, context: Context): Block {
  const task = node.children.find((item) => typeof item.checked === 'boolean')
  if (task !== undefined) context.problems.on(task, 'markdown', 'A lesson has no boxes to tick: delete the brackets.')
  if (node.ordered === true && context.telling !== null) return beatsOf(node, context.telling, context)
  const items = node.children.map((item) => blocksOf(item.children, context))
  return { type: 'list', start: node.ordered === true ? (node.start ?? 1) : null, items }
}

function codeOf(node: Extract<Flow, { type: 'code' }>, context: Context): Block | null {
  if (node.lang === 'mermaid') return context.mermaid(node, context)
  if (node.lang === 'scenario') {
    context.problems.on(
      node,
      'fence',
      'A scenario fence stands first in a scene that names no scenario: move it there.',
    )
    return null
  }
  if (typeof node.meta === 'string') {
    context.problems.on(
      node,
      'fence',
      `A fence has one word after its backticks, its language: delete ${quoted(node.meta)}.`,
    )
  }
  return { type: 'code', language: node.lang ?? '', text: node.value }
}

function tableOf(node: Extract<Flow, { type: 'table' }>, context: Context): Block {
  const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => inlinesOf(cell.children, context)))
  return { type: 'table', head, rows }
}
