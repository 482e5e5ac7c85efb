/** What a message of a diagram asks of whom, judged by its first word: read, store, delete, select or update, and which key. */
import { keyPattern } from '../scenario/limits'
import { isReserved } from '../scenario/names'

/** `get`, `set` and `delete` are asked of the cache, `select` and `update` of the database. */
export type Verb = 'get' | 'set' | 'delete' | 'select' | 'update'

const verbs: Readonly<Record<'cache' | 'database', readonly (readonly [verb: Verb, words: RegExp])[]>> = {
  cache: [
    ['delete', /^(del|deletes?|invalidates?|removes?|evicts?|unlink|clears?|purges?|md)\b/i],
    ['get', /^(gets?|mg|mget|hget|reads?|fetch(es)?|look\s?up|asks?|checks?|quer(y|ies)|loads?)\b/i],
    ['set', /^(sets?|setex|setnx|ms|hset|puts?|stores?|fills?|writes?|adds?|updates?|cas|populates?|saves?)\b/i],
  ],
  database: [
    ['select', /^(selects?|reads?|gets?|fetch(es)?|loads?|quer(y|ies)|finds?)\b/i],
    ['update', /^(updates?|inserts?|upserts?|writes?|sets?|puts?|commits?|saves?|stores?|persists?|replaces?)\b/i],
  ],
}

/** Words of a request that are no key. */
const idle =
  /^(the|a|an|for|from|into|in|to|of|on|set|key|row|rows|value|entry|item|record|version|where|with|and|by|ex|px|nx|xx|if|newer|absent|present|token|lease|v?\d+)$/i

const keyIn = (text: string): string | null => {
  for (const word of text.split(/[\s,=()"'`*{}<>[\]]+/)) {
    const key = word
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 16)
    if (key !== '' && !idle.test(key) && keyPattern.test(key) && !isReserved(key)) return key
  }
  return null
}

export interface Asks {
  readonly verb: Verb
  /** Null where no word of the message can be one. */
  readonly key: string | null
}

/** What a message asks; null where its first word says nothing of the kind. */
export function askedIn(of: 'cache' | 'database', text: string): Asks | null {
  const found = verbs[of].find(([, words]) => words.test(text))
  if (found === undefined) return null
  const [verb, words] = found
  return { verb, key: keyIn(text.replace(words, '')) }
}

/** Whether an answer of the cache says that it has nothing. */
export const saysMiss = (text: string): boolean =>
  /\b(miss|nil|null|none|nothing|absent|empty|not found|no entry)\b/i.test(text)

/** Whether an answer of the cache says that it has something. */
export const saysHit = (text: string): boolean => /\b(hit|found|value|v\d+|stale)\b/i.test(text) && !saysMiss(text)
