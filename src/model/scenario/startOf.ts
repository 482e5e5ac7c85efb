/** What stands in the database and in the cache at the start, once all keys are known. */
import type { Composed, Versions } from './scenario'

/** As far as a file or a link says it; 0 is an absent row. */
export interface Start {
  readonly database: ReadonlyMap<string, number>
  readonly cache: ReadonlyMap<string, number>
}

/** The same as data. */
export const versionsOf = ({ database, cache }: Start): { database: Versions; cache: Versions } => ({
  database: Object.fromEntries(database),
  cache: Object.fromEntries(cache),
})

/** Every key but a composed one gets a row in the database: version 1 where nobody says another one. */
export const startOf = (
  start: Start,
  keys: readonly string[],
  composed: Composed = {},
): { database: Versions; cache: Versions } => ({
  database: Object.fromEntries(
    keys.filter((key) => composed[key] === undefined).map((key) => [key, start.database.get(key) ?? 1]),
  ),
  cache: Object.fromEntries(start.cache),
})
