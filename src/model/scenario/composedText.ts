/** Composed values as words of a link, `card:x.y`, and what they must be like, whoever wrote them. */
import { quoted } from './problem'
import { keyProblem } from './rules'
import type { Composed } from './scenario'

/** What is wrong with one composed value; `names` are those of all. */
export function composedProblem(name: string, rows: readonly string[], names: readonly string[]): string | null {
  const [first, second] = rows
  if (rows.length !== 2 || first === second)
    return `A composed value is made of two different rows. Write e.g. ${name}: [x, y].`
  const nested = rows.find((row) => names.includes(row))
  if (nested !== undefined) return `${quoted(nested)} is composed itself. Name a row.`
  return [name, ...rows].map(keyProblem).find((problem) => problem !== null) ?? null
}

export const linkedComposed = (composed: Composed): string =>
  Object.entries(composed)
    .map(([key, rows]) => `${key}:${rows.join('.')}`)
    .join('+')

/** What a link's word says, or the sentence about what is wrong with it. */
export function composedOfLink(value: string): { readonly composed: Composed } | { readonly problem: string } {
  if (value === 'off') return { composed: {} }
  const values = value.split('+').map((item) => {
    const [key = '', rows = ''] = item.split(':')
    return { key, rows: rows.split('.') }
  })
  const names = values.map(({ key }) => key)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return { problem: `${quoted(twice)} stands here twice. Keep one of the two.` }
  for (const { key, rows } of values) {
    const problem = composedProblem(key, rows, names)
    if (problem !== null) return { problem }
  }
  return { composed: Object.fromEntries(values.map(({ key, rows }) => [key, [rows[0]!, rows[1]!] as const])) }
}
