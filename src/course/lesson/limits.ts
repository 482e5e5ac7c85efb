/**
 * What a lesson's text may be before anything parses it. Markdown parsers are fast on what people write
 * and slow on what an attacker writes, so the text is bounded first: its size, the length of a line, how deep
 * containers may open on one line, and which characters may stand in it at all.
 */
import { quoted } from '../../model/scenario/problem'
import type { Problems } from './problem'

/** Characters of a lesson; a long chapter of a book has about 60,000. */
const LESSON_MAX = 120_000

/** Characters of one line. Authors write a paragraph on one line; the cost of some lines is their square. */
const LINE_MAX = 4_000

/** Quotes and lists inside each other, and brackets open at once. */
export const DEPTH_MAX = 12

const opened = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*)+/
const openers = /[>*+-]|\d{1,9}[.)]/g

/** Characters that a reader cannot see, that turn the direction of the text, or that are no character alone. */
const unprintable = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu
const printable = new Set(['\t', '\u200c', '\u200d', '\u00ad'])

/** False when the text is not fit for a parser; then nothing else is said about it. */
export function isWithinLimits(text: string, problems: Problems): boolean {
  if (text.length > LESSON_MAX) {
    problems.at(
      { line: 1, column: 1 },
      'size',
      `The lesson has ${text.length} characters and may have ${LESSON_MAX}: split it into two lessons.`,
    )
    return false
  }
  const count = problems.list.length
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) checkLine(line, index + 1, problems)
  return problems.list.length === count
}

function checkLine(text: string, line: number, problems: Problems): void {
  if (text.length > LINE_MAX) {
    problems.at({ line, column: LINE_MAX + 1 }, 'size', `The line is longer than ${LINE_MAX} characters: break it.`)
    return
  }
  const depth = opened.exec(text)?.[0].match(openers)?.length ?? 0
  const isRule = /^[ \t]*(?:[*+-][ \t]*)+$/.test(text)
  if (depth > DEPTH_MAX && !isRule) {
    problems.at(
      { line, column: 1 },
      'nesting',
      `The line opens ${depth} quotes and lists inside each other and may open ${DEPTH_MAX}: write it flatter.`,
    )
  }
  for (const { 0: character, index } of text.matchAll(unprintable)) {
    if (printable.has(character)) continue
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    problems.at(
      { line, column: index + 1 },
      'character',
      `A reader cannot see the character ${code}, shown here as ${quoted(character)}: delete it.`,
    )
    return
  }
}
