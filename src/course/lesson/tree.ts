/**
 * Markdown text -> syntax tree, with the extensions that a lesson may use. Only the build, the command
 * line and the authoring page load this; a reader's page gets data.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

export type Flow = RootContent
export type Phrasing = PhrasingContent
export type Directive = Extract<RootContent, { type: 'containerDirective' }>

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)

/** Any text is Markdown; what a lesson may not hold is refused afterwards, with its place. */
export const treeOf = (text: string): Root => processor.parse(text)
