/** Reads `start`: the versions in the database and in the cache. */
import { VERSION_MAX } from './limits'
import { isNothing, type Field, type Reader, type Spot } from './reader'
import { keyProblem } from './rules'
import type { Start } from './startOf'

const parts = { what: 'part of start', built: ['database', 'cache'], later: ['replica'] }
const expected = { what: 'a map of the database and the cache', example: 'start: { database: { x: 1 }, cache: {} }' }

export function readStart(reader: Reader, field: Spot | undefined): Start {
  const found = { database: new Map<string, number>(), cache: new Map<string, number>() }
  if (field === undefined || isNothing(field)) return found
  for (const part of reader.fields(field, expected, parts) ?? [])
    readVersions(reader, part, part.name === 'cache' ? found.cache : found.database)
  return found
}

function readVersions(reader: Reader, part: Field, found: Map<string, number>): void {
  if (isNothing(part)) return
  const example = `${part.name}: { x: 1 }`
  for (const row of reader.fields(part, { what: 'a map of keys to versions', example }, null) ?? []) {
    const problem = keyProblem(row.name)
    if (problem !== null) reader.problems.at(row.nameAt, problem)
    const version = reader.whole(row, `The version of "${row.name.slice(0, 16)}"`, 1, VERSION_MAX)
    if (version !== null && problem === null) found.set(row.name, version)
  }
}
