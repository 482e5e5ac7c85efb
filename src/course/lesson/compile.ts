/**
 * A lesson's text -> plain data, or everything that is wrong with it.
 *
 * Pure: what lies outside the text (the catalogue, the files beside the lesson) is handed in. Never throws
 * for what a person may write. Claims and options are executed here, so a lesson that compiles is true.
 */
import { attributesOf } from './directive'
import { directiveOf } from './directives'
import { diagramOf } from './diagram'
import { blocksOf } from './blocks'
import type { Context, Surroundings } from './context'
import { readFolder, type Folder } from './folder'
import { readFrontMatter, type Head } from './frontMatter'
import type { Lesson } from './lesson'
import { isWithinLimits } from './limits'
import { Problems, type LessonProblem } from './problem'
import { stageOf } from './stage'
import { treeOf, type Flow } from './tree'

/** A lesson without problems, or problems without a lesson. */
export type Compiled = { readonly lesson: Lesson } | { readonly problems: readonly LessonProblem[] }

/** `file` is the lesson's path; its last three parts say where the lesson stands in the course. */
export function compileLesson(text: string, file: string, surroundings: Surroundings): Compiled {
  const problems = new Problems(file)
  const folder = readFolder(file, problems)
  if (!isWithinLimits(text, problems)) return { problems: problems.list }
  const nodes = treeOf(text).children
  const first = nodes[0]
  const head = readFrontMatter(first?.type === 'yaml' ? first : undefined, problems)
  const blocks = blocksOf(nodes, contextOf(text, nodes, problems, surroundings))
  if (folder === null || head === null || problems.list.length > 0) return { problems: inOrder(problems.list) }
  return { lesson: { ...infoOf(folder, head), blocks } }
}

const infoOf = ({ partNumber, number, slug }: Folder, { part, ...head }: Head) => ({
  slug,
  number,
  part: { number: partNumber, title: part },
  ...head,
})

function contextOf(text: string, nodes: readonly Flow[], problems: Problems, surroundings: Surroundings): Context {
  const counts = new Map<string, number>()
  const context: Context = {
    text,
    lines: text.split(/\r\n|\n|\r/),
    problems,
    surroundings,
    clients: [],
    telling: null,
    depth: 0,
    nextId(kind) {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return `${kind}-${count}`
    },
    directive: directiveOf,
    mermaid: diagramOf,
  }
  return { ...context, clients: clientsOf(nodes, context) }
}

/** Prose outside the scenes speaks of the clients of the first one. */
function clientsOf(nodes: readonly Flow[], context: Context): readonly string[] {
  const scene = nodes.find((node) => node.type === 'containerDirective' && node.name === 'scene')
  if (scene?.type !== 'containerDirective') return []
  const silent = { ...context, problems: new Problems(context.problems.file) }
  return stageOf(scene, attributesOf(scene, silent), silent)?.scenario.clients.map(({ name }) => name) ?? []
}

/** From top to bottom, each place and message once. */
function inOrder(list: readonly LessonProblem[]): readonly LessonProblem[] {
  const byText = new Map(list.map((problem) => [`${problem.line}:${problem.column} ${problem.message}`, problem]))
  return [...byText.values()].sort((a, b) => a.line - b.line || a.column - b.column)
}
