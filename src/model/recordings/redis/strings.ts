/**
 * The commands of Redis that read, store and remove one text.
 *
 * NX stores where nothing is, XX only where something is. A plain SET takes an old deadline away, KEEPTTL leaves it.
 * Source: redis.io/commands GET, SET, GETEX, DEL.
 */
import type { Call, Command } from '../call'
import type { Answer } from '../reply'
import { endingOf, readOptions, wholeNumber, type Options } from './options'
import type { Redis } from './redis'

type RedisCommand = Command<Redis>

const one = (words: readonly string[], perform: (redis: Redis, key: string) => Answer): Call<Redis> | null => {
  const [key] = words
  return words.length === 1 && key !== undefined ? { keys: [key], perform: (redis) => perform(redis, key) } : null
}

const several = (words: readonly string[], perform: (redis: Redis, key: string) => boolean): Call<Redis> | null =>
  words.length === 0 ? null : { keys: words, perform: (redis) => words.filter((key) => perform(redis, key)).length }

const get: RedisCommand = {
  name: 'GET',
  usage: 'GET key',
  read: (words) => one(words, (redis, key) => redis.get(key)),
}

/** Which kind of request of the model a SET is. */
const kindOf = ({ condition }: Options): string =>
  condition === 'NX' ? 'cache.setIfAbsent' : condition === 'XX' ? 'cache.setIfPresent' : 'cache.set'

const set: RedisCommand = {
  name: 'SET',
  usage: 'SET key value [NX|XX] [GET] [PX milliseconds|EX seconds|KEEPTTL]',
  read([key, ...words]) {
    // A value may hold spaces; as much of the end as can be options is.
    const end = words.findIndex((_, index) => index > 0 && readOptions(words.slice(index)) !== null)
    const options = readOptions(end < 0 ? [] : words.slice(end))
    if (key === undefined || words.length === 0 || options === null || options.persists) return null
    const value = (end < 0 ? words : words.slice(0, end)).join(' ')
    return {
      keys: [key],
      ...(end < 0 ? { stores: { key, value } } : {}),
      perform(redis) {
        const ends = endingOf(options, redis.clock, 'set')
        if (typeof ends === 'object' && ends !== null) return ends.error
        const before = options.gets ? redis.get(key) : null
        const isStored = redis.store(key, value, ends, kindOf(options))
        if (options.gets) return before
        return isStored ? 'OK' : null
      },
    }
  },
}

const getEx: RedisCommand = {
  name: 'GETEX',
  usage: 'GETEX key [PX milliseconds|EX seconds|PERSIST]',
  read([key, ...rest]) {
    const options = readOptions(rest)
    if (key === undefined || options === null || options.condition !== null || options.gets || options.keeps)
      return null
    return {
      keys: [key],
      perform(redis) {
        const text = redis.get(key)
        const ends = endingOf(options, redis.clock, 'getex')
        if (typeof ends === 'object' && ends !== null) return ends.error
        if (text !== null && (options.lasts !== null || options.persists)) redis.setEnd(key, ends as number | null)
        return text
      },
    }
  },
}

const getDel: RedisCommand = {
  name: 'GETDEL',
  usage: 'GETDEL key',
  read: (words) =>
    one(words, (redis, key) => {
      const text = redis.get(key)
      redis.delete(key)
      return text
    }),
}

const del = (name: string): RedisCommand => ({
  name,
  usage: `${name} key...`,
  read: (words) => several(words, (redis, key) => redis.delete(key)),
})

const exists: RedisCommand = {
  name: 'EXISTS',
  usage: 'EXISTS key...',
  read: (words) => several(words, (redis, key) => redis.get(key) !== null),
}

const NO_NUMBER = 'ERR: ERR value is not an integer or out of range'

/** A counter; a key that is not there counts from 0. */
const count = (name: string, sign: 1 | -1, isGiven: boolean): RedisCommand => ({
  name,
  usage: `${name} key${isGiven ? ' number' : ''}`,
  read([key, ...rest]) {
    const step = isGiven ? wholeNumber(rest[0]) : 1
    if (key === undefined || step === null || rest.length !== (isGiven ? 1 : 0)) return null
    return {
      keys: [key],
      perform(redis) {
        const present = wholeNumber(redis.get(key) ?? '0')
        if (present === null) return NO_NUMBER
        redis.store(key, String(present + sign * step), 'as before')
        return present + sign * step
      },
    }
  },
})

const counters = [
  count('INCR', 1, false),
  count('DECR', -1, false),
  count('INCRBY', 1, true),
  count('DECRBY', -1, true),
]

export const strings: readonly RedisCommand[] = [
  get,
  set,
  getEx,
  getDel,
  del('DEL'),
  del('UNLINK'),
  exists,
  ...counters,
]
