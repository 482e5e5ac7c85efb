/** Words of a paragraph: the syntax tree's phrasing -> inlines, with clients' names found and links held to their kinds. */
import { quoted } from '../../model/scenario/problem'
import { DEPTH_MAX } from './limits'
import type { Context } from './context'
import type { Inline } from './lesson'
import type { Phrasing } from './tree'

export function inlinesOf(nodes: readonly Phrasing[], context: Context): readonly Inline[] {
  return merged(nodes.flatMap((node) => inlineOf(node, { ...context, depth: context.depth + 1 })))
}

/** The plain words, without the marks. */
export const wordsOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'text' || inline.type === 'code') return inline.text
      if (inline.type === 'client') return inline.name
      return inline.type === 'break' ? ' ' : wordsOf(inline.inlines)
    })
    .join('')

function inlineOf(node: Phrasing, context: Context): readonly Inline[] {
  if (context.depth > DEPTH_MAX * 2) {
    context.problems.on(node, 'nesting', 'Marks stand inside each other too deep: write it flatter.')
    return []
  }
  switch (node.type) {
    case 'text':
      return textOf(node.value, context)
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, inlines: inlinesOf(node.children, context) }]
    case 'delete':
      return [{ type: 'deletion', inlines: inlinesOf(node.children, context) }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      return linkOf(node, context)
    case 'textDirective':
      return textDirectiveOf(node, context)
    default:
      refuse(node, context)
      return []
  }
}

function refuse(node: Phrasing, { problems }: Context): void {
  if (node.type === 'html') {
    if (!node.value.startsWith('</'))
      problems.on(node, 'html', 'Raw HTML has no place in a lesson: write Markdown, or put code between backticks.')
  } else if (node.type === 'image' || node.type === 'imageReference') {
    problems.on(node, 'resource', 'A lesson loads no pictures: draw it with a mermaid fence, or show it with a scene.')
  } else {
    problems.on(node, 'markdown', 'Footnotes and references are not part of the format: write it in place.')
  }
}

function linkOf(node: Extract<Phrasing, { type: 'link' }>, context: Context): readonly Inline[] {
  const inlines = inlinesOf(node.children, context)
  if (/^#\/[\w/?&=+.-]*$/.test(node.url)) return [{ type: 'link', href: node.url, inlines }]
  if (/^https:\/\/[a-z0-9.-]+(?:[/?#][^\s\\"<>]*)?$/i.test(node.url)) return [{ type: 'link', href: node.url, inlines }]
  context.problems.on(
    node,
    'link',
    `A link may not lead to ${quoted(node.url)}: use "#/..." inside this program, or an address that begins with "https://".`,
  )
  return inlines
}

/** `evict:x` in a sentence reads as a directive named `x`; it is put back as it was written. */
function textDirectiveOf(node: Extract<Phrasing, { type: 'textDirective' }>, context: Context): readonly Inline[] {
  const { start, end } = node.position ?? {}
  const written = context.text.slice(start?.offset ?? 0, end?.offset ?? 0)
  if (written === `:${node.name}`) return textOf(written, context)
  context.problems.on(
    node,
    'directive',
    `There is no directive inside a sentence, and here stands ${quoted(written)}: put it between backticks if it is code.`,
  )
  return []
}

/** Splits the clients' names out, where they stand as words of their own. */
function textOf(text: string, { clients }: Context): readonly Inline[] {
  const plain = text.replaceAll(/\s*\n\s*/g, ' ')
  return plain.split(/\b([A-Z][A-Za-z0-9]{0,11})\b/).flatMap((part): readonly Inline[] => {
    if (part === '') return []
    const index = clients.indexOf(part)
    return [index === -1 ? { type: 'text', text: part } : { type: 'client', name: part, index }]
  })
}

/** Neighbouring texts as one. */
function merged(inlines: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const last = result.at(-1)
    if (inline.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + inline.text }
    else result.push(inline)
  }
  return result
}
