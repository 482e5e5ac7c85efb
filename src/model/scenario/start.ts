/** Reads `start`: the versions in the database and in the cache. */
import { VERSION_MAX } from './limits'
import { isNothing, type Field, type Reader, type Spot } from './reader'
import { keyProblem } from './rules'
import type { Versions } from './scenario'

export interface Start {
  readonly database: ReadonlyMap<string, number>
  readonly cache: ReadonlyMap<string, number>
}

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

/** Every key gets a row in the database: version 1 where the file does not say. */
export const startOf = (start: Start, keys: readonly string[]): { database: Versions; cache: Versions } => ({
  database: Object.fromEntries(keys.map((key) => [key, start.database.get(key) ?? 1])),
  cache: Object.fromEntries(start.cache),
})
