/**
 * The language of predictions: a few words about a run that the engine can answer.
 *
 *   expression = comparison { ("and" | "or") comparison }      "and" binds tighter
 *   comparison = term ("=" | "!=" | "<" | "<=" | ">" | ">=") term
 *   term       = RESOURCE.KEY | CLIENT.returned | CLIENT.returned.N | CLIENT.status | COUNT | PROPERTY | number | word
 *
 * A RESOURCE is cache, database, lease, queue or tombstone; N counts the client's answers from 1; a COUNT is one of
 * `runCounts`, e.g. T1.requests or database.reads. Of real servers there are also `answer.3` and texts in quotes. The words are `absent`
 * (a key that is not cached), `nobody` (no lease is out), `nothing` (no read or write has answered yet), the clients'
 * names, the four states of a client, and `holds` and `violated` for a property, where somebody has judged one (of runs without end also `never`, `bounded` and `for-ever`).
 * Because an option carries an expression and not a mark, changing the engine changes which option is true, and the
 * build notices.
 */
import type { Trace } from '../../model/engine/trace'
import { quoted } from '../../model/scenario/problem'
import { ExpressionError, termOf, type Names, type Term, type Token, type Verdicts } from './expressionTerms'

interface Comparison {
  readonly left: Term
  readonly operator: string
  readonly right: Term
}

/** Alternatives, each a list of comparisons that must all be true. */
export type Expression = readonly (readonly Comparison[])[]

/** Where an expression is wrong; `column` counts from 1 inside the expression. */
export interface ExpressionProblem {
  readonly column: number
  readonly message: string
}

const operators = ['=', '!=', '<', '<=', '>', '>=']

/** Reads an expression; says where and why when it is none. */
export function parseExpression(
  text: string,
  names: Names,
): { expression: Expression } | { problem: ExpressionProblem } {
  try {
    return { expression: new Reader(tokensOf(text), text.length + 1, names).expression() }
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: { column: error.column, message: error.message } }
    throw error
  }
}

const unjudged: Verdicts = () => []

/** Whether the expression is true of the run after `step` steps. */
export const evaluate = (expression: Expression, trace: Trace, step: number, verdicts = unjudged): boolean =>
  expression.some((all) => all.every((comparison) => compare(comparison, trace, step, verdicts)))

const areAlike = (left: Term, right: Term): boolean =>
  left.kind === right.kind || left.fits?.includes(right.kind) === true || right.fits?.includes(left.kind) === true

/** What kinds of things are compared. */
export const kindsIn = (expression: Expression): ReadonlySet<Term['kind']> =>
  new Set(expression.flatMap((all) => all.map(({ left }) => left.kind)))

function compare({ left, operator, right }: Comparison, trace: Trace, step: number, verdicts: Verdicts): boolean {
  const a = left.value(trace, step, verdicts)
  const b = right.value(trace, step, verdicts)
  const isSame = Array.isArray(a) ? a.includes(b) : a === b
  if (operator === '=' || operator === '!=') return isSame === (operator === '=')
  if (typeof a !== 'number' || typeof b !== 'number') return false
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = /\s+|!=|<=|>=|[=<>]|[A-Za-z0-9_.-]+|"[^"]*"|[^]/uy
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0].trim() !== '') tokens.push({ text: match[0], column: match.index + 1 })
  }
  return tokens
}

class Reader {
  #next = 0

  constructor(
    readonly tokens: readonly Token[],
    readonly end: number,
    readonly names: Names,
  ) {}

  expression(): Expression {
    const alternatives: Comparison[][] = [[this.comparison()]]
    for (let token = this.tokens[this.#next]; token !== undefined; token = this.tokens[this.#next]) {
      if (token.text !== 'and' && token.text !== 'or') {
        throw new ExpressionError(
          token.column,
          `${quoted(token.text)} is not expected there: join comparisons with "and" or "or".`,
        )
      }
      this.#next++
      if (token.text === 'or') alternatives.push([])
      alternatives.at(-1)?.push(this.comparison())
    }
    return alternatives
  }

  comparison(): Comparison {
    const left = this.term()
    const operator = this.take('a comparison such as "="')
    if (!operators.includes(operator.text)) {
      throw new ExpressionError(
        operator.column,
        `${quoted(operator.text)} is no comparison: use one of ${operators.join(' ')}.`,
      )
    }
    const right = this.term()
    if (!areAlike(left, right)) {
      throw new ExpressionError(
        right.column,
        `"${right.text}" is a ${right.kind} and "${left.text}" a ${left.kind}, so they are never equal: compare like with like.`,
      )
    }
    const isOrdered = [left, right].some(({ kind }) => kind === 'version' || kind === 'count')
    if (!isOrdered && operator.text !== '=' && operator.text !== '!=') {
      throw new ExpressionError(operator.column, `A ${left.kind} is not ordered: use "=" or "!=".`)
    }
    return { left, operator: operator.text, right }
  }

  take(expected: string): Token {
    const token = this.tokens[this.#next++]
    if (token === undefined) throw new ExpressionError(this.end, `The expression ends where ${expected} is expected.`)
    return token
  }

  term(): Term {
    const token = this.take('a name such as "cache.x" or a version')
    return termOf(token, this.names)
  }
}
