/**
 * WATCH, MULTI, EXEC and what undoes them: commands that run together, or not at all where a watched key has changed.
 *
 * EXEC is one step of the model. A SET and an HSET of the same value that EXEC runs together are what write-behind
 * does in one step, storing and queueing, and are asked of the model as that.
 * Source: redis.io "Transactions".
 */
import type { Call, Command } from '../call'
import type { Answer } from '../reply'
import { queueing } from './queueing'
import type { Redis } from './redis'

type RedisCommand = Command<Redis>

const watch: RedisCommand = {
  name: 'WATCH',
  usage: 'WATCH key...',
  read: (words) =>
    words.length === 0
      ? null
      : {
          keys: words,
          perform(redis, by) {
            const { watched, queued } = redis.connections.of(by)
            if (queued !== null) return 'ERR: ERR WATCH inside MULTI is not allowed'
            for (const key of words) if (!watched.has(key)) watched.set(key, redis.changesOf(key))
            return 'OK'
          },
        },
}

/** A command without words. */
const bare = (name: string, perform: (redis: Redis, by: string) => Answer): RedisCommand => ({
  name,
  usage: name,
  read: (words) => (words.length === 0 ? { keys: [], perform } : null),
})

const unwatch = bare('UNWATCH', (redis, by) => {
  redis.connections.of(by).watched.clear()
  return 'OK'
})

const multi = bare('MULTI', (redis, by) => {
  const connection = redis.connections.of(by)
  if (connection.queued !== null) return 'ERR: ERR MULTI calls can not be nested'
  connection.queued = []
  return 'OK'
})

/** Ends the transaction of a connection; null where it has none. */
function end(
  redis: Redis,
  by: string,
): { readonly queued: readonly Call<Redis>[]; readonly isTouched: boolean } | null {
  const connection = redis.connections.of(by)
  const { queued, watched } = connection
  if (queued === null) return null
  const isTouched = [...watched].some(([key, changes]) => redis.changesOf(key) !== changes)
  connection.queued = null
  watched.clear()
  return { queued, isTouched }
}

const discard = bare('DISCARD', (redis, by) => (end(redis, by) === null ? 'ERR: ERR DISCARD without MULTI' : 'OK'))

const exec = bare('EXEC', (redis, by) => {
  const ended = end(redis, by)
  if (ended === null) return 'ERR: ERR EXEC without MULTI'
  if (ended.isTouched) return null
  const answers: Answer[] = []
  for (let at = 0; at < ended.queued.length; at++) {
    const together = queueing(ended.queued[at]!, ended.queued[at + 1])
    if (together === null) answers.push(ended.queued[at]!.perform(redis, by))
    else {
      answers.push(...together(redis))
      at++
    }
  }
  return answers
})

export const transactions: readonly RedisCommand[] = [watch, unwatch, multi, discard, exec]

const endsTransaction = new Set(['EXEC', 'DISCARD', 'MULTI', 'WATCH'])

/** Inside a transaction a command waits for its EXEC. */
export const queuedWhileInside = (name: string, call: Call<Redis>): Call<Redis> =>
  endsTransaction.has(name)
    ? call
    : {
        ...call,
        perform(redis, by) {
          const { queued } = redis.connections.of(by)
          if (queued === null) return call.perform(redis, by)
          queued.push(call)
          return 'QUEUED'
        },
      }
