/** Reads `composed`: which cached values are made of two rows. */
import { composedProblem } from './composedText'
import { isNothing, type Reader, type Spot } from './reader'
import type { Composed } from './scenario'

const expected = { what: 'a map of composed values to their rows', example: 'composed: { card: [x, y] }' }

export function readComposed(reader: Reader, field: Spot | undefined): Composed {
  if (field === undefined || isNothing(field)) return {}
  const values = new Map<string, readonly [string, string]>()
  const fields = reader.fields(field, expected, null) ?? []
  const names = fields.map(({ name }) => name)
  for (const value of fields) {
    const example = `${value.name}: [x, y]`
    const items = reader.items(value, { what: 'a list of two rows', example })
    if (items === null) continue
    const rows = items.flatMap((item) => reader.text(item, { what: 'the name of a row', example }) ?? [])
    const problem = composedProblem(value.name, rows, names)
    if (problem !== null) reader.problems.at(value.nameAt, problem)
    else values.set(value.name, [rows[0]!, rows[1]!])
  }
  return Object.fromEntries(values)
}
