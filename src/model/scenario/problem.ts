/** What is wrong with something that a person wrote, and where: one shape for files, links and lessons. */

export interface Problem {
  /** The file as it was named; `link` for a link. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in characters. */
  readonly column: number
  /** One sentence: what, the likely cause, what to do. */
  readonly message: string
}

/** One line, as editors and terminals understand it: `file:line:column message`. */
export const problemText = ({ file, line, column, message }: Problem): string => `${file}:${line}:${column} ${message}`

const QUOTED_MAX = 40

/** A stranger's text for use inside a sentence: short, on one line, in quotes. */
export function quoted(text: string): string {
  const plain = text.slice(0, QUOTED_MAX + 1).replace(/[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029]/gu, '\ufffd')
  return plain.length > QUOTED_MAX ? `"${plain.slice(0, QUOTED_MAX)}..."` : `"${plain}"`
}
