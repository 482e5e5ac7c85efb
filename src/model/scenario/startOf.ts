/** What stands in the database and in the cache at the start, once all keys are known. */
import type { Versions } from './scenario'

/** As far as a file or a link says it. */
export interface Start {
  readonly database: ReadonlyMap<string, number>
  readonly cache: ReadonlyMap<string, number>
}

/** Every key gets a row in the database: version 1 where nobody says another one. */
export const startOf = (start: Start, keys: readonly string[]): { database: Versions; cache: Versions } => ({
  database: Object.fromEntries(keys.map((key) => [key, start.database.get(key) ?? 1])),
  cache: Object.fromEntries(start.cache),
})
