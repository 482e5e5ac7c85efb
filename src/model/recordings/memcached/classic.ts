/**
 * The classic commands of memcached. They know nothing of stale marks and leases: a `get` hands out a stale value, and
 * a placeholder as an empty one.
 * Left out: `incr`, `append`, `gat`, `noreply`. Source: memcached doc/protocol.txt.
 */
import type { Command } from '../call'
import { Line, type Answer } from '../reply'
import { bytesOf, dataAfter } from './flags'
import type { Memcached, StoreOutcome, Storing } from './memcached'
import { isTokenName } from './tokens'

const get = (name: string, showsUnique: boolean): Command<Memcached> => ({
  name,
  usage: `${name} key...`,
  read: (keys) =>
    keys.length === 0
      ? null
      : {
          keys,
          perform(memcached) {
            const found = keys.flatMap((key): Answer[] => {
              const item = memcached.find(key)
              if (item === null) return []
              const text = memcached.textOf(key, item)
              const unique = showsUnique ? [memcached.tokens.word(item.unique, 'c')] : []
              item.isFetched = true
              return [new Line(['VALUE', key, String(item.flags), String(bytesOf(text)), ...unique]), text]
            })
            return [...found, 'END']
          },
        },
})

const answers: Readonly<Record<StoreOutcome, string>> = {
  stored: 'STORED',
  'not stored': 'NOT_STORED',
  exists: 'EXISTS',
  'not found': 'NOT_FOUND',
}

const store = (
  name: string,
  more: number,
  perform: (memcached: Memcached, key: string, storing: Storing, words: readonly string[]) => StoreOutcome,
): Command<Memcached> => ({
  name,
  usage: `${name} key flags seconds bytes ${more > 0 ? 'token ' : ''}⏎ value`,
  read([key, ...rest]) {
    const { words, data } = dataAfter(rest)
    const [flags, seconds, bytes, ...others] = words
    if (key === undefined || data === null || others.length !== more || bytes !== String(bytesOf(data))) return null
    if (!/^\d{1,9}$/.test(flags ?? '') || !/^-?\d{1,9}$/.test(seconds ?? '')) return null
    if (others.some((word) => !isTokenName(word.replace(/^c/, '')))) return null
    return {
      keys: [key],
      perform(memcached) {
        const storing = { text: data, flags: Number(flags), end: memcached.endAfter(Number(seconds)) }
        return [answers[perform(memcached, key, storing, others)]]
      },
    }
  },
})

const set = store('set', 0, (memcached, key, storing) => {
  memcached.store(key, storing)
  return 'stored'
})

const compareAndSet = store('cas', 1, (memcached, key, storing, [token]) =>
  memcached.compareAndStore(key, memcached.tokens.numberOf(token!.replace(/^c/, '')), storing),
)

const remove: Command<Memcached> = {
  name: 'delete',
  usage: 'delete key',
  read: ([key, ...rest]) =>
    key === undefined || rest.length > 0
      ? null
      : { keys: [key], perform: (memcached) => [memcached.delete(key) ? 'DELETED' : 'NOT_FOUND'] },
}

const touch: Command<Memcached> = {
  name: 'touch',
  usage: 'touch key seconds',
  read([key, seconds, ...rest]) {
    if (key === undefined || !/^-?\d{1,9}$/.test(seconds ?? '') || rest.length > 0) return null
    return {
      keys: [key],
      perform(memcached) {
        if (memcached.find(key) === null) return ['NOT_FOUND']
        memcached.setEnd(key, memcached.endAfter(Number(seconds)))
        return ['TOUCHED']
      },
    }
  },
}

const flushAll: Command<Memcached> = {
  name: 'flush_all',
  usage: 'flush_all',
  read: (words) =>
    words.length > 0
      ? null
      : {
          keys: [],
          perform(memcached) {
            memcached.flush()
            return ['OK']
          },
        },
}

export const classicCommands: readonly Command<Memcached>[] = [
  get('get', false),
  get('gets', true),
  set,
  store('add', 0, (memcached, key, storing) => memcached.storeIf(key, storing, false)),
  store('replace', 0, (memcached, key, storing) => memcached.storeIf(key, storing, true)),
  compareAndSet,
  remove,
  touch,
  flushAll,
]
