/** Which rows of the board are shown: by words, by document, by verdict, and by whether the engine ran them. */
import type { ClaimRow } from '../../course/claims/board'
import type { ClaimVerdict, SourceDocument } from '../../course/claims/claim'

export interface Choice {
  readonly query: string
  readonly document: SourceDocument | 'all'
  readonly verdict: ClaimVerdict | 'all'
  readonly run: 'all' | 'run' | 'not-run'
}

export const everything: Choice = { query: '', document: 'all', verdict: 'all', run: 'all' }

/** Everything that may be looked for in a row. */
const textOf = ({ id, section, statement, assumption, correction, note, reason, witnesses }: ClaimRow): string =>
  [id, section, statement, assumption, correction, note, reason, ...witnesses.map(({ ask, setting }) => ask + setting)]
    .join(' ')
    .toLowerCase()

export const wasRun = ({ witnesses }: ClaimRow): boolean => witnesses.length > 0

/** The rows that have every word of the query and are of the chosen kinds; an id alone finds its row and no other. */
export function chosen(rows: readonly ClaimRow[], { query, document, verdict, run }: Choice): readonly ClaimRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const named = rows.find(({ id }) => words.length === 1 && id.toLowerCase() === words[0])
  const isFound = (row: ClaimRow) =>
    named === undefined ? words.every((word) => textOf(row).includes(word)) : row === named
  return rows.filter(
    (row) =>
      isFound(row) &&
      (document === 'all' || row.document === document) &&
      (verdict === 'all' || row.verdict === verdict) &&
      (run === 'all' || wasRun(row) === (run === 'run')),
  )
}

export interface Section {
  readonly document: SourceDocument
  readonly title: string
  readonly rows: readonly ClaimRow[]
}

/** Rows that stand together in their document. */
export function sectionsOf(rows: readonly ClaimRow[]): readonly Section[] {
  const sections: { document: SourceDocument; title: string; rows: ClaimRow[] }[] = []
  for (const row of rows) {
    const last = sections.at(-1)
    if (last?.document === row.document && last.title === row.section) last.rows.push(row)
    else sections.push({ document: row.document, title: row.section, rows: [row] })
  }
  return sections
}
