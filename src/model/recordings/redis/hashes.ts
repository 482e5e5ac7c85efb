/**
 * The hash in which write-behind remembers what the database does not have yet: field by field, a text each. In the
 * model this is the queue, one place a key; whoever flushes takes, writes and clears in steps of its own.
 *
 * The first hash of a recording is the queue. Any other is kept beside it, under names of its own.
 * Source: redis.io/commands HSET, HGET, HDEL, HKEYS.
 */
import type { Command } from '../call'
import type { Answer } from '../reply'
import { Texts } from '../texts'
import type { Redis } from './redis'

const EMPTY = 0

export class Hashes {
  private queue: string | null = null
  private readonly texts = new Map<string, Texts>()
  private readonly fields = new Map<string, Set<string>>()

  /** The key of the model in whose queue a field is. */
  keyOf(hash: string, field: string): string {
    this.queue ??= hash
    return hash === this.queue ? field : besideQueue(hash, field)
  }

  /** What the numbers in the queue of a key stand for. */
  textsOf(key: string): Texts {
    const known = this.texts.get(key) ?? new Texts('plain')
    this.texts.set(key, known)
    return known
  }

  /** The names of the fields that are there, as they came. */
  fieldsOf(hash: string): Set<string> {
    const known = this.fields.get(hash) ?? new Set()
    this.fields.set(hash, known)
    return known
  }
}

const besideQueue = (hash: string, field: string) => `${hash}/${field}`

/** The keys of the model that fields may need. */
const keysFor = (hash: string, fields: readonly string[]) =>
  fields.flatMap((field) => [field, besideQueue(hash, field)])

/** What waits; null where nothing does. */
export function waiting(redis: Redis, hash: string, field: string): string | null {
  const key = redis.hashes.keyOf(hash, field)
  const number = redis.world.cell('dirty', key)
  return number === EMPTY ? null : redis.hashes.textsOf(key).textOf(number)
}

/** Says whether the field is new. */
function enqueue(redis: Redis, hash: string, field: string, text: string): boolean {
  const isNew = waiting(redis, hash, field) === null
  const key = redis.hashes.keyOf(hash, field)
  const number = redis.texts(key).numberOf(text)
  redis.world.setCell('dirty', key, number)
  redis.hashes.textsOf(key).name(number, text)
  redis.hashes.fieldsOf(hash).add(field)
  return isNew
}

/** Says whether there was anything. */
function clear(redis: Redis, hash: string, field: string): boolean {
  const isThere = waiting(redis, hash, field) !== null
  redis.world.setCell('dirty', redis.hashes.keyOf(hash, field), EMPTY)
  redis.hashes.fieldsOf(hash).delete(field)
  return isThere
}

const hashSet: Command<Redis> = {
  name: 'HSET',
  usage: 'HSET hash field value...',
  read([hash, ...rest]) {
    if (hash === undefined || rest.length === 0 || rest.length % 2 !== 0) return null
    const fields = rest.filter((_, index) => index % 2 === 0)
    return {
      keys: keysFor(hash, fields),
      ...(fields.length === 1 ? { queues: { hash, key: rest[0]!, value: rest[1]! } } : {}),
      perform: (redis) => fields.filter((field, index) => enqueue(redis, hash, field, rest[2 * index + 1]!)).length,
    }
  },
}

const hashGet: Command<Redis> = {
  name: 'HGET',
  usage: 'HGET hash field',
  read([hash, field, ...rest]) {
    if (hash === undefined || field === undefined || rest.length > 0) return null
    return { keys: keysFor(hash, [field]), perform: (redis) => waiting(redis, hash, field) }
  },
}

const hashDelete: Command<Redis> = {
  name: 'HDEL',
  usage: 'HDEL hash field...',
  read([hash, ...fields]) {
    if (hash === undefined || fields.length === 0) return null
    return {
      keys: keysFor(hash, fields),
      perform: (redis) => fields.filter((field) => clear(redis, hash, field)).length,
    }
  },
}

/** A command about all fields of a hash. */
const whole = (name: string, perform: (redis: Redis, hash: string) => Answer): Command<Redis> => ({
  name,
  usage: `${name} hash`,
  read: ([hash, ...rest]) =>
    hash === undefined || rest.length > 0 ? null : { keys: [], perform: (redis) => perform(redis, hash) },
})

export const hashes: readonly Command<Redis>[] = [
  hashSet,
  hashGet,
  hashDelete,
  whole('HKEYS', (redis, hash) => [...redis.hashes.fieldsOf(hash)]),
  whole('HLEN', (redis, hash) => redis.hashes.fieldsOf(hash).size),
  whole('HGETALL', (redis, hash) =>
    [...redis.hashes.fieldsOf(hash)].flatMap((field) => [field, waiting(redis, hash, field)]),
  ),
]
