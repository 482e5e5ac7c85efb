/**
 * A run as a Mermaid sequence diagram, for those who want it in a document. Text only; Mermaid itself
 * is not needed to write it. Whatever could mean something to Mermaid is written as a character code,
 * so that no name can end a line, open a comment or add a participant.
 */
import type { Trace } from '../../model/engine/trace'
import { narrate } from '../../course/narration'
import { lanesOf } from './lanes'
import { rowsOf, type PlainRow } from './rows'
import { sceneOf, type RowRange } from './sceneOf'

const REPLACEMENT = 0xfffd

const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff

/** Letters, digits and a few harmless signs stay; all else becomes `#code;`, and "end" loses its power. */
export function escapeMermaid(text: string): string {
  const escaped = Array.from(text, (sign) => {
    if (/^[\p{L}\p{N} ._,'()-]$/u.test(sign)) return sign
    const code = sign.codePointAt(0) ?? REPLACEMENT
    return `#${isSurrogate(code) ? REPLACEMENT : code};`
  }).join('')
  return escaped.replace(/\bend\b/giu, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`)
}

/** What Mermaid has for it: a cross where a request is lost, an open head where nobody waits for its answer. */
const arrows = { lost: '-x', late: '-)', arrives: '-)', failed: '->>', unheard: '->>' } as const

function linesOf(row: PlainRow, id: (lane: string) => string): readonly string[] {
  const from = id(row.from)
  const to = id(row.to)
  if (row.kind === 'crash') return [`Note over ${from}: crash`]
  if (row.kind === 'self' && row.client === null) return [`Note over ${from}: ${escapeMermaid(row.label)}`]
  const label = row.fate === 'late' || row.fate === 'arrives' ? `${row.label}, late` : row.label
  const ask = `${from}${row.fate === null ? '->>' : arrows[row.fate]}${to}: ${escapeMermaid(label)}`
  if (row.fate === 'lost' || row.fate === 'late') return [ask]
  if (row.fate === 'unheard') return [ask, `${to}--x${from}: ${escapeMermaid(row.reply)}`]
  return row.kind === 'self' || row.reply === '' ? [ask] : [ask, `${to}-->>${from}: ${escapeMermaid(row.reply)}`]
}

/** The whole of a run, or of a longer one a stretch, with what it is a stretch of. */
function contentsOf(trace: Trace, range: RowRange) {
  const count = trace.steps.length
  if (range.first <= 1 && range.last >= count)
    return { lanes: lanesOf(trace.scenario), rows: rowsOf(trace), notes: [] as readonly string[] }
  const { lanes, rows } = sceneOf(trace, count, range)
  return { lanes, rows, notes: [`Note over p0: Steps ${range.first} to ${range.last} of ${count}`] }
}

/**
 * The text of a diagram: a participant a lane, a message a request, a dashed one a reply, a note where something is
 * wrong. `range` says which steps of it.
 */
export function mermaidOf(trace: Trace, range: RowRange = { first: 1, last: trace.steps.length }): string {
  const { lanes, rows, notes } = contentsOf(trace, range)
  const id = (lane: string) => `p${lanes.findIndex((candidate) => candidate.id === lane)}`
  const lines = rows.flatMap((row) => {
    const { headline } = narrate(trace, row.number)
    const note = headline === null ? [] : [`Note over ${id('cache')}: ${escapeMermaid(headline)}`]
    return [...linesOf(row, id), ...note]
  })
  const participants = lanes.map(({ title, kind }, index) => {
    const role = kind === 'client' ? 'actor' : 'participant'
    return `${role} p${index} as ${escapeMermaid(title)}`
  })
  return ['sequenceDiagram', ...participants, ...notes, ...lines].join('\n    ') + '\n'
}
