/**
 * What SET and HSET of the same value do together in one EXEC: the one request with which write-behind of the model
 * stores, queues and answers. The version is the one that the model counts.
 * Source: redis.io "Transactions": what EXEC runs, it runs in one go.
 */
import type { Row } from '../../engine/program'
import type { Call } from '../call'
import type { Answer } from '../reply'
import { waiting } from './hashes'
import type { Redis } from './redis'

/** What two neighbours do together; null where they are no such pair. */
export function queueing(first: Call<Redis>, second: Call<Redis> | undefined): ((redis: Redis) => Answer[]) | null {
  const { stores } = first
  const queues = second?.queues
  if (stores === undefined || queues?.key !== stores.key || queues.value !== stores.value) return null
  const { key, value } = stores
  return (redis) => {
    if (redis.hashes.keyOf(queues.hash, key) !== key) return [first.perform(redis, ''), second!.perform(redis, '')]
    const isNew = waiting(redis, queues.hash, key) === null
    redis.get(key)
    const { version } = redis.world.ask('queue.setAndEnqueue', key) as Row
    redis.texts(key).name(version, value)
    redis.hashes.textsOf(key).name(version, value)
    redis.hashes.fieldsOf(queues.hash).add(key)
    redis.noteStored(key, null)
    return ['OK', isNew ? 1 : 0]
  }
}
