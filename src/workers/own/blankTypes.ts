/** Takes the types out of one node: spaces where they stood. */
import type { Rewriting } from './rewrite'
import { rewrite } from './rewrite'
import { childOf, type Syntax } from './syntax'

/** Nodes that are an expression with a type behind or before it. */
const typed = /^TS(?:AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression)$/

/** Whether the node is a type, or an expression with one, and has been seen to. */
export function blankTypes(node: Syntax, on: Rewriting): boolean {
  const { edits } = on
  if (typed.test(node.type)) {
    const expression = childOf(node, 'expression')
    if (expression === null) return false
    edits.blank(node.start, expression.start)
    edits.blank(expression.end, node.end)
    // Only where a bracket or a type stood before, so that no line begins with a new bracket.
    if (node.start < expression.start) edits.wrap(expression.start, expression.end, '(', ')')
    rewrite(expression, on)
    return true
  }
  const isTypeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node['declare'] === true
  if (node.type.startsWith('TS') || isTypeOnly) {
    edits.blank(node.start, node.end)
    return true
  }
  blankMarks(node, on)
  return false
}

/** `a?: number` and `let n!: number` have a sign before the type. */
function blankMarks(node: Syntax, { text, edits }: Rewriting): void {
  if (node.type === 'Identifier' && node['optional'] === true) blankSign('?', node, text, edits)
  const id = node.type === 'VariableDeclarator' && node['definite'] === true ? childOf(node, 'id') : null
  if (id !== null) blankSign('!', id, text, edits)
}

function blankSign(sign: string, node: Syntax, text: string, edits: Rewriting['edits']): void {
  const end = childOf(node, 'typeAnnotation')?.start ?? node.end + 1
  const at = text.slice(node.start, end).indexOf(sign)
  if (at >= 0) edits.blank(node.start + at, node.start + at + 1)
}
