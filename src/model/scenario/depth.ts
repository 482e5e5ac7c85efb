/**
 * Where a YAML text becomes too deep or too long for the parser, which recurses. Measured on the
 * lexer's tokens, which come one after the other.
 */
import { Lexer } from 'yaml'

const DEPTH_MAX = 16
const TOKENS_MAX = 20_000

const TOO_DEEP = 'The file is nested too deeply; a scenario needs three levels. Is a bracket left open?'
const TOO_LONG = 'The file has more parts than any scenario needs. Is it the right file?'

export interface Excess {
  readonly offset: number
  readonly message: string
}

/** The first excess of a text, or null. */
export function excessOf(text: string): Excess | null {
  const indented = /^ {64}/m.exec(text)
  if (indented !== null) return { offset: indented.index, message: TOO_DEEP }
  let offset = 0
  let brackets = 0
  let indicatorsOfLine = 0
  let count = 0
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (isControl(token)) {
      isScalar = token === SCALAR_NEXT
      continue
    }
    if (++count > TOKENS_MAX) return { offset, message: TOO_LONG }
    if (!isScalar && (token === '[' || token === '{')) brackets++
    if (!isScalar && (token === ']' || token === '}')) brackets--
    if (!isScalar && (token === '-' || token === '?')) indicatorsOfLine++
    if (token.endsWith('\n')) indicatorsOfLine = 0
    if (brackets > DEPTH_MAX || indicatorsOfLine > DEPTH_MAX) return { offset, message: TOO_DEEP }
    offset += token.length
    isScalar = false
  }
  return null
}

const SCALAR_NEXT = '\u001f'

/** What the lexer says between the parts of the text. */
const isControl = (token: string) => token === SCALAR_NEXT || token === '\u0002' || token === '\u0018'
