/** The part of a guard's text that stands in for one operation: `fill: function* ...` and nothing of the rest. */
import type { ProgramSource, Token } from './programSource'

export interface ExcerptLine {
  /** In the whole text of the guard, from 1. */
  readonly number: number
  readonly tokens: readonly Token[]
}

const textOf = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('')
const indentOf = (tokens: readonly Token[]) => /^ */.exec(textOf(tokens))?.[0].length ?? 0

/** Moves a line to the left; indentation is always at the start of its first token. */
const outdented = ([first, ...rest]: readonly Token[], indent: number): readonly Token[] =>
  first
    ? [{ ...first, text: first.text.slice(Math.min(indent, /^ */.exec(first.text)?.[0].length ?? 0)) }, ...rest]
    : []

/**
 * The places where `operation` is replaced, one for each branch of the guard; the whole text where none can be told apart.
 * @param operation as the program calls it: `cache.get`, `fill`
 */
export function guardExcerpts({ lines }: ProgramSource, operation: string): readonly (readonly ExcerptLine[])[] {
  const name = operation.split('.').at(-1) ?? operation
  const excerpts = lines.flatMap((tokens, start) => {
    if (!textOf(tokens).trimStart().startsWith(`${name}: function`)) return []
    const indent = indentOf(tokens)
    const length = lines.slice(start + 1).findIndex((line) => line.length > 0 && indentOf(line) <= indent)
    const end = length < 0 ? lines.length : start + 2 + length
    return [
      lines
        .slice(start, end)
        .map((line, index): ExcerptLine => ({ number: start + index + 1, tokens: outdented(line, indent) })),
    ]
  })
  return excerpts.length > 0 ? excerpts : [lines.map((tokens, index) => ({ number: index + 1, tokens }))]
}
