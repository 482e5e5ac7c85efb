/**
 * The scripts that recordings call by name, each one a conditional store of a text `version:value`.
 *
 * - `SEED_CAS` old new value seconds: the compare-and-set *equal* of the model. An absent key accepts; otherwise the
 *   stored version has to equal the old one as text. A lifetime that Redis refuses is noticed only after that.
 * - `HIGHER_CAS` version value milliseconds: compare-and-set *newer*.
 * - `TS_CAS` version value milliseconds stamp limit: refused as too old when the server's clock minus the stamp exceeds
 *   the limit, else compare-and-set *newer*.
 * - `TOMB` version [milliseconds]: a delete that leaves its version, as an empty value.
 * - `FILL_CAS` version value milliseconds: a fill over a tombstone, or over an older value.
 *
 * 0 is stored, 1 refused, 2 too old. Atomic: a script runs alone. Left out: other scripts, several keys.
 * Source: redis.io "Scripting with Lua"; the first rule as observed on redis 7.0, case by case.
 */
import type { Call, Command } from '../call'
import type { Answer } from '../reply'
import { isVersion, versionOf } from '../texts'
import { WrongRecording } from '../wrongRecording'
import { luaSeconds } from './luaNumber'
import { endingOf, wholeNumber } from './options'
import type { Redis } from './redis'
import { leaveTombstone, fillOverTombstone } from './tombstones'

const STORED = 0
const REFUSED = 1
const TOO_OLD = 2

type Script = (key: string, words: readonly string[]) => Omit<Call<Redis>, 'keys'> | null

const seedCas: Script = (key, words) => {
  const [old, version, value, seconds] = joinedAt(words, 2, 4)
  if (old === undefined || version === undefined || value === undefined) return null
  return {
    numbering: 'textual',
    perform(redis) {
      const text = `${version}:${value}`
      const texts = redis.texts(key)
      const asked = { version: texts.numberOf(text), expected: texts.numberOfVersion(old) }
      if (!redis.wouldStore(key, 'cache.compareAndSetEqual', asked)) return REFUSED
      const ends = luaSeconds(seconds, redis.clock)
      if (typeof ends !== 'number') return ends.error
      redis.store(key, text, ends, 'cache.compareAndSetEqual', asked)
      return STORED
    },
  }
}

/** Stores a version that is newer than what is there. */
function storeNewer(redis: Redis, key: string, version: string, value: string, lasts: number | null): Answer {
  const ends = endingOf({ lasts, keeps: false }, redis.clock, 'set')
  if (typeof ends === 'object' && ends !== null) return ends.error
  return redis.store(key, `${version}:${value}`, ends, 'cache.compareAndSetNewer') ? STORED : REFUSED
}

/** The same words with as many of them put together, from the one at `at` on, as there are too many: a value with spaces. */
const joinedAt = (words: readonly string[], at: number, count: number): readonly string[] => {
  const extra = Math.max(0, words.length - count)
  return [
    ...words.slice(0, at),
    ...(words.length > at ? [words.slice(at, at + extra + 1).join(' ')] : []),
    ...words.slice(at + extra + 1),
  ]
}

const isVersionWord = (word: string | undefined): word is string =>
  word !== undefined && /^\d{1,10}$/.test(word) && isVersion(Number(word))

/** The lifetime at the end, which may be left out: null is none, undefined is nonsense. */
const lifetime = (words: readonly string[]): number | null | undefined => {
  if (words.length === 0) return null
  return words.length === 1 ? (wholeNumber(words[0]) ?? undefined) : undefined
}

const higherCas: Script = (key, words) => {
  const [version, value, ...rest] = joinedAt(words, 1, 3)
  const lasts = lifetime(rest)
  if (!isVersionWord(version) || value === undefined || lasts === undefined) return null
  return { numbering: 'numeric', perform: (redis) => storeNewer(redis, key, version, value, lasts) }
}

const tsCas: Script = (key, words) => {
  const [version, value, lasts, stamp, limit] = joinedAt(words, 1, 5)
  const [milliseconds, oldest] = [wholeNumber(lasts), wholeNumber(limit)]
  if (!isVersionWord(version) || value === undefined || milliseconds === null) return null
  if (stamp !== '<ts>' || oldest === null) return null
  return {
    numbering: 'numeric',
    perform(redis, by) {
      const taken = redis.stampOf(by)
      if (taken === null)
        throw new WrongRecording(
          `${by} uses the stamp of a clock at which it has not looked. A step may be missing; record the run again.`,
        )
      if (redis.clock.now - taken > oldest) return TOO_OLD
      return storeNewer(redis, key, version, value, milliseconds)
    },
  }
}

const tomb: Script = (key, [version, ...rest]) => {
  const lasts = lifetime(rest[0] === '' ? rest.slice(1) : rest)
  if (!isVersionWord(version) || lasts === undefined) return null
  return {
    numbering: 'numeric',
    perform: (redis) =>
      leaveTombstone(redis, key, versionOf(Number(version)), lasts === null ? null : redis.clock.now + lasts)
        ? STORED
        : REFUSED,
  }
}

const fillCas: Script = (key, words) => {
  const [version, value, ...rest] = joinedAt(words, 1, 3)
  const lasts = lifetime(rest)
  if (!isVersionWord(version) || value === undefined || lasts === undefined) return null
  return {
    numbering: 'numeric',
    perform: (redis) =>
      fillOverTombstone(redis, key, `${version}:${value}`, lasts === null ? null : redis.clock.now + lasts)
        ? STORED
        : REFUSED,
  }
}

const scripts: ReadonlyMap<string, Script> = new Map([
  ['$SEED_CAS', seedCas],
  ['$HIGHER_CAS', higherCas],
  ['$TS_CAS', tsCas],
  ['$TOMB', tomb],
  ['$FILL_CAS', fillCas],
])

export const evaluate: Command<Redis> = {
  name: 'EVAL',
  usage: `EVAL ${[...scripts.keys()].join('|')} 1 key arguments`,
  read([script, count, key, ...words]) {
    const call = count === '1' && key !== undefined ? scripts.get(script ?? '')?.(key, words) : null
    return call ? { ...call, keys: [key!] } : null
  },
}
