/**
 * The head of a lesson: YAML between two lines of dashes. Its fields are a closed set with a type each;
 * the lesson's number, slug and part number come from the folders, so that no two places can disagree.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import type { Yaml } from 'mdast'
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'
import type { Lesson } from './lesson'
import { pointOf, type Point, type Problems } from './problem'

export type Head = Pick<Lesson, 'title' | 'minutes' | 'summary' | 'objectives' | 'prerequisites'> & {
  readonly part: string
}

const fields = ['title', 'part', 'minutes', 'summary', 'objectives', 'prerequisites'] as const
const TEXT_MAX = 200
const LIST_MAX = 8
const MINUTES_MAX = 120

/** The head, or null after having said what is wrong with it. */
export function readFrontMatter(node: Yaml | undefined, problems: Problems): Head | null {
  if (node === undefined) {
    problems.at(
      { line: 1, column: 1 },
      'front-matter',
      `The lesson has no front matter: begin it with a line "---", the fields ${fields.join(', ')}, and a line "---".`,
    )
    return null
  }
  const lineCounter = new LineCounter()
  const document = parseDocument(node.value, { lineCounter, uniqueKeys: true })
  const first = pointOf(node).line
  const place = (offset: number): Point => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: first + line, column: Math.max(1, col) }
  }
  const [error] = document.errors
  if (error !== undefined) {
    const why = error.message.split(/ at line | in the/, 1)[0] ?? ''
    problems.at(place(error.pos[0]), 'front-matter', `The front matter is not YAML (${quoted(why)}): mend that line.`)
    return null
  }
  if (!isMap(document.contents)) {
    problems.on(
      node,
      'front-matter',
      `The front matter is no list of fields: write "title: ..." and so on, one a line.`,
    )
    return null
  }
  return new HeadReader(document.contents, place, pointOf(node), problems).head()
}

class HeadReader {
  constructor(
    readonly map: YAMLMap,
    readonly place: (offset: number) => Point,
    readonly start: Point,
    readonly problems: Problems,
  ) {}

  head(): Head | null {
    const count = this.problems.list.length
    this.refuseUnknownFields()
    const head = {
      title: this.text('title'),
      part: this.text('part'),
      minutes: this.minutes(),
      summary: this.text('summary'),
      objectives: this.texts('objectives', 1),
      prerequisites: this.texts('prerequisites', 0),
    }
    return this.problems.list.length === count ? head : null
  }

  refuseUnknownFields(): void {
    for (const { key } of this.map.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if ((fields as readonly string[]).includes(name)) continue
      this.fail(key as Node, `There is no field ${quoted(name)} in the front matter. ${suggestion(name, fields)}`)
    }
  }

  text(field: string): string {
    return this.textOf(this.value(field), field)
  }

  minutes(): number {
    const node = this.value('minutes')
    const value = isScalar(node) ? node.value : null
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MINUTES_MAX) return value
    this.fail(node, `"minutes" is how long the lesson takes: write a whole number from 1 to ${MINUTES_MAX}.`)
    return 0
  }

  texts(field: string, least: number): readonly string[] {
    const node = this.value(field)
    if (!isSeq(node) || node.items.length < least || node.items.length > LIST_MAX) {
      this.fail(
        node,
        `"${field}" is a list of ${least} to ${LIST_MAX} sentences: write each on its own line after "- ".`,
      )
      return []
    }
    return node.items.map((item) => this.textOf(item as Node, field))
  }

  textOf(node: Node | null, field: string): string {
    const value = isScalar(node) ? node.value : null
    if (typeof value === 'string' && value.trim() !== '' && value.length <= TEXT_MAX && !value.includes('\n'))
      return value
    this.fail(
      node,
      `"${field}" needs a line of text with at most ${TEXT_MAX} characters; put it in quotes where it looks like a number.`,
    )
    return ''
  }

  value(field: string): Node | null {
    return (this.map.get(field, true) as Node | undefined) ?? null
  }

  fail(node: Node | null, message: string): void {
    const offset = node?.range?.[0]
    this.problems.at(offset === undefined ? this.start : this.place(offset), 'front-matter', message)
  }
}
