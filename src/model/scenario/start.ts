/** Reads `start`: the versions in the database and in the cache. */
import { isScalar } from 'yaml'
import { together } from '../engine/together'
import { VERSION_MAX } from './limits'
import { isNothing, type Field, type Reader, type Spot } from './reader'
import { keyProblem } from './rules'
import type { Composed } from './scenario'
import type { Start } from './startOf'

const parts = { what: 'part of start', built: ['database', 'cache'], later: ['replica'] }
const expected = { what: 'a map of the database and the cache', example: 'start: { database: { x: 1 }, cache: {} }' }

export function readStart(reader: Reader, field: Spot | undefined, composed: Composed): Start {
  const found = { database: new Map<string, number>(), cache: new Map<string, number>() }
  if (field === undefined || isNothing(field)) return found
  for (const part of reader.fields(field, expected, parts) ?? [])
    readVersions(reader, part, part.name === 'cache' ? found.cache : found.database, composed)
  return found
}

function readVersions(reader: Reader, part: Field, found: Map<string, number>, composed: Composed): void {
  if (isNothing(part)) return
  const example = `${part.name}: { x: 1 }`
  for (const row of reader.fields(part, { what: 'a map of keys to versions', example }, null) ?? []) {
    const rows = composed[row.name]
    const problem =
      part.name === 'database' && rows !== undefined
        ? `${row.name} is made of ${rows.join(' and ')} and has no row of its own. Name those.`
        : keyProblem(row.name)
    if (problem !== null) {
      reader.problems.at(row.nameAt, problem)
      continue
    }
    const version = rows === undefined ? readVersion(reader, row) : readVersionOfBoth(reader, row)
    if (version !== null) found.set(row.name, version)
  }
}

/** A version, or 0 for a row that is not there. */
function readVersion(reader: Reader, row: Field): number | null {
  if (isScalar(row.value) && row.value.value === 'absent') return 0
  return reader.whole(row, `The version of "${row.name.slice(0, 16)}"`, 1, VERSION_MAX)
}

function readVersionOfBoth(reader: Reader, value: Field): number | null {
  const example = `${value.name}: [1, 1]`
  const items = reader.items(value, { what: 'a list of the versions of its two rows', example })
  if (items === null) return null
  if (items.length !== 2) {
    reader.problems.at(value.at, `A composed value has two versions, one of each row. Write e.g. ${example}.`)
    return null
  }
  const [first, second] = items.map((item) => reader.whole(item, 'The version of a row', 1, VERSION_MAX))
  return typeof first === 'number' && typeof second === 'number' ? together(first, second) : null
}
