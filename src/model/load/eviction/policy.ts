/**
 * Which entry has to go where a cache is full. A policy knows keys as numbers from 0; every call takes the same time,
 * however many entries there are.
 */
export interface Eviction {
  /** An entry was read. Nothing where the key is not cached. */
  touched(key: number): void
  /** An entry was put in place, or one in place was given another value, which counts as a use. */
  stored(key: number): void
  /** An entry is gone, for whatever reason. Nothing where the key is not cached. */
  removed(key: number): void
  /** The entry that has to go next, -1 where there is none. It stays until it is `removed`. */
  victim(): number
  readonly size: number
}
