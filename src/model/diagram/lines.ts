/**
 * The text of a diagram as statements, each with its line: comments, directives and front matter are taken away as Mermaid
 * takes them away, and `;` ends a statement as a line break does, unless it ends a character code.
 */

export interface Line {
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** Spaces in place of all but the line breaks, so that what follows keeps its line. */
const blanked = (text: string) => text.replace(/[^\n]/g, '')

const frontMatter = /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?=\n|$)/
const fence = /^\s*```+[ \t]*mermaid[ \t]*\n([\s\S]*?)\n[ \t]*```+\s*$/
const directive = /%%\{[\s\S]*?\}%%/g

/** Without what is not drawn. A fence of a Markdown file may stand around it. */
function drawn(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '')
  const fenced = fence.exec(plain)
  const inner = fenced === null ? plain : `${blanked(plain.slice(0, plain.indexOf('\n') + 1))}${fenced[1] ?? ''}`
  return inner.replace(frontMatter, blanked).replace(directive, blanked)
}

/** What stands before a comment: a `#` that begins no character code begins one. */
const uncommented = (line: string) => line.replace(/#(?!\w+;).*$/, '')

export const linesOf = (text: string): readonly Line[] =>
  drawn(text)
    .split('\n')
    .flatMap((raw, index) => (/^\s*%%/.test(raw) ? [] : partsOf(raw).map((part) => ({ line: index + 1, text: part }))))

const partsOf = (raw: string): readonly string[] =>
  (uncommented(raw).match(/(?:#\w+;|[^;])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A text with its character codes turned into characters and its line breaks into spaces. */
export const plainText = (text: string): string =>
  text
    .replace(/#(\w+);/g, (whole, code: string) => {
      if (!/^\d{1,7}$/.test(code)) return Object.hasOwn(named, code) ? (named[code] ?? whole) : whole
      return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : '\ufffd'
    })
    .replace(/<br\s*\/?>/gi, ' ')
    .trim()
