/**
 * Tombstones: what a delete with a version leaves behind. In Redis it is a text with an empty value, under the same
 * key as any other text; in the model it has a cell of its own, so that a plain reader misses. While one of the two
 * scripts that know about tombstones runs, such a text is laid where the model keeps it.
 */
import { recordedVersion } from '../texts'
import type { Moment } from '../clock'
import type { Redis } from './redis'

const isTombstone = (text: string | null): boolean => text !== null && /^\d{1,10}:$/.test(text)

/** Runs `script` with the key's tombstone, if it has one, in its key; it ends as a text again. */
function withTombstone<Result>(redis: Redis, key: string, script: () => Result): Result {
  const { world } = redis
  if (isTombstone(redis.get(key))) {
    world.setCell('tombstone', key, world.cell('cache', key))
    world.setCell('cache', key, 0)
  }
  const result = script()
  const left = world.cell('tombstone', key)
  if (left !== 0) {
    world.setCell('cache', key, left)
    world.setCell('tombstone', key, 0)
    redis.texts(key).name(left, `${recordedVersion(left)}:`)
  }
  return result
}

/** Leaves the version, unless what is there is at least as new; says whether it did. */
export const leaveTombstone = (redis: Redis, key: string, version: number, ends: Moment | null): boolean =>
  withTombstone(redis, key, () => {
    const before = redis.world.cell('tombstone', key)
    redis.world.ask('cache.delete', key, { version })
    if (redis.world.cell('tombstone', key) === before) return false
    redis.noteStored(key, ends)
    return true
  })

/** Stores over a tombstone that is not newer, or over an older value; says whether it did. */
export const fillOverTombstone = (redis: Redis, key: string, text: string, ends: Moment | null): boolean =>
  withTombstone(redis, key, () => redis.store(key, text, ends, 'cache.fillOverTombstone'))
