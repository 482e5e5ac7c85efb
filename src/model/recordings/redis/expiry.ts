/**
 * The commands of Redis about when a key ends.
 *
 * What is left of a lifetime was read off a clock that also ran while requests were answered, so the recorded number
 * may be a little less than the model's. Source: redis.io/commands PTTL, TTL, PEXPIRE, EXPIRE, PERSIST.
 */
import type { Command } from '../call'
import { Between } from '../reply'
import { wholeNumber } from './options'
import type { Redis } from './redis'

type RedisCommand = Command<Redis>

/** How much later than the model a real server may be, in milliseconds. */
const LATE = 250

const NO_KEY = -2
const NO_END = -1

const left = (name: string, unit: number): RedisCommand => ({
  name,
  usage: `${name} key`,
  read([key, ...rest]) {
    if (key === undefined || rest.length > 0) return null
    return {
      keys: [key],
      perform(redis) {
        if (redis.get(key) === null) return NO_KEY
        const end = redis.endOf(key)
        if (end === null) return NO_END
        const milliseconds = end - redis.clock.now
        return new Between(Math.max(0, Math.round((milliseconds - LATE) / unit)), Math.round(milliseconds / unit))
      },
    }
  },
})

const expire = (name: string, unit: number): RedisCommand => ({
  name,
  usage: `${name} key ${unit === 1 ? 'milliseconds' : 'seconds'}`,
  read([key, word, ...rest]) {
    const count = wholeNumber(word)
    if (key === undefined || count === null || rest.length > 0) return null
    return {
      keys: [key],
      perform(redis) {
        if (redis.get(key) === null) return 0
        if (count <= 0) redis.delete(key)
        else redis.setEnd(key, redis.clock.now + count * unit)
        return 1
      },
    }
  },
})

const persist: RedisCommand = {
  name: 'PERSIST',
  usage: 'PERSIST key',
  read([key, ...rest]) {
    if (key === undefined || rest.length > 0) return null
    return {
      keys: [key],
      perform(redis) {
        if (redis.get(key) === null || redis.endOf(key) === null) return 0
        redis.setEnd(key, null)
        return 1
      },
    }
  },
}

export const expiry: readonly RedisCommand[] = [
  left('PTTL', 1),
  left('TTL', 1000),
  expire('PEXPIRE', 1),
  expire('EXPIRE', 1000),
  persist,
]
