/**
 * The closed set of directives, and their attributes as they were written. The attributes are read from the
 * text itself: the syntax tree keeps no places for them and loses a name such as `__proto__`.
 */
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'
import { wordProblem, type Words } from '../../model/scenario/vocabulary'
import { openingLine, type Context } from './context'
import { pointOf, type Point } from './problem'
import type { Directive } from './tree'

export const directiveWords: Words = {
  what: 'directive',
  built: ['scene', 'predict', 'claim', 'note'],
  later: ['quiz', 'compare', 'figure'],
}

const attributeNames: Readonly<Record<string, readonly string[]>> = {
  scene: ['title', 'scenario', 'schedule'],
  predict: ['at'],
  claim: ['property', 'verdict', 'guards', 'scenario'],
  note: [],
}

export interface Attribute {
  readonly value: string
  /** Where its name stands. */
  readonly place: Point
}

export type Attributes = ReadonlyMap<string, Attribute>

/** True when the directive is one of the format and its fences are in order. */
export function isKnownDirective(node: Directive, context: Context): boolean {
  const message = wordProblem(node.name, directiveWords)
  if (message !== null) {
    context.problems.on(node, 'directive', message)
    return false
  }
  const end = node.position?.end.line ?? 0
  const last = context.lines[end - 1] ?? ''
  if (end > pointOf(node).line && /^[\s>]*:{3,}\s*$/.test(last)) return true
  context.problems.on(
    node,
    'directive',
    `The directive "${node.name}" is never closed: end it with as many colons as it begins with, on a line of their own.`,
  )
  return false
}

/** The attributes between the braces; unknown and repeated ones are reported and left out. */
export function attributesOf(node: Directive, context: Context): Attributes {
  const start = pointOf(node)
  const line = openingLine(node, context)
  const open = line.indexOf('{', start.column - 1)
  const found = new Map<string, Attribute>()
  if (node.children[0]?.data !== undefined && 'directiveLabel' in node.children[0].data) {
    context.problems.on(node, 'attribute', `"${node.name}" takes no text in brackets: write title="..." in braces.`)
  }
  if (open === -1) return found
  const known = attributeNames[node.name] ?? []
  const text = line.slice(open + 1, line.lastIndexOf('}'))
  for (const match of text.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)) {
    const name = match[1] ?? ''
    const place = { line: start.line, column: open + 2 + match.index }
    const problem = attributeProblem(node.name, name, known, found)
    if (problem === null) found.set(name, { value: match[2] ?? match[3] ?? match[4] ?? '', place })
    else context.problems.at(place, 'attribute', problem)
  }
  return found
}

function attributeProblem(directive: string, name: string, known: readonly string[], found: Attributes): string | null {
  if (found.has(name)) return `"${name}" stands there twice: keep one.`
  if (known.includes(name)) return null
  if (known.length === 0) return `"${directive}" has no attributes, and here stands ${quoted(name)}: delete it.`
  return `"${directive}" has no attribute ${quoted(name)}. ${suggestion(name, known)}`
}

/** The attribute's value, or null after having said that it is missing. */
export function required(
  node: Directive,
  attributes: Attributes,
  name: string,
  example: string,
  context: Context,
): Attribute | null {
  const attribute = attributes.get(name)
  if (attribute !== undefined && attribute.value.trim() !== '') return attribute
  context.problems.at(
    attribute?.place ?? pointOf(node),
    'attribute',
    `"${node.name}" needs the attribute "${name}": write ${example}.`,
  )
  return null
}
