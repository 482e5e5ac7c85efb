/**
 * The meta commands of memcached: `mg` looks, `ms` stores, `md` deletes or marks stale.
 *
 * What `mg` answers follows the order of its flags, and then says whether somebody has been told to fill (Z), whether
 * the value is stale (X) and whether whoever asks is to fill (W). A flag that changes the item counts from where it
 * stands: `t` before `N` does not know of the lifetime yet.
 * Left out: keys in base64, `q`, appending, arithmetic, the time of the last access.
 * Source: memcached doc/protocol.txt, "Meta Commands"; proto_text.c of 1.6.18.
 */
import type { Command } from '../call'
import { Line, type Answer, type Word } from '../reply'
import { bytesOf, dataAfter, type Flags, readFlags } from './flags'
import type { Item, Memcached } from './memcached'

/** Whole seconds that may have begun since, on a server whose clock nobody recorded. */
const LATE = 1

const lifetimeWord = (memcached: Memcached, key: string): string | Word => {
  const end = memcached.endOf(key)
  if (end === null) return 't-1'
  const left = end - memcached.clock.second
  return {
    text: `t${left}`,
    agrees: (recorded) => recorded === `t${left}` || recorded === `t${Math.max(0, left - LATE)}`,
  }
}

/** What a flag of `mg` adds to the answer; null where it only does something. */
type Shown = (memcached: Memcached, key: string, item: Item) => string | Word

const shown: Readonly<Record<string, Shown>> = {
  c: ({ tokens }, _key, item) => tokens.word(item.unique, 'c'),
  f: (_memcached, _key, item) => `f${item.flags}`,
  h: (_memcached, _key, item) => `h${item.isFetched ? 1 : 0}`,
  k: (_memcached, key) => `k${key}`,
  s: (memcached, key, item) => `s${bytesOf(memcached.textOf(key, item))}`,
  t: (memcached, key) => lifetimeWord(memcached, key),
}

/** Goes through the flags in their order; says whether whoever asks is told to fill because of one of them. */
function follow(memcached: Memcached, key: string, item: Item, flags: Flags, isNew: boolean, words: (string | Word)[]) {
  let wins = isNew
  for (const { letter, text, seconds } of flags.all) {
    if (letter === 'O') words.push(`O${text}`)
    else if (letter === 'T' || (letter === 'N' && isNew)) memcached.setEnd(key, memcached.endAfter(seconds))
    else if (letter === 'R') {
      const end = memcached.endOf(key)
      const isNear = end !== null && end < memcached.clock.second + seconds
      if (isNear && !item.hasWinner && !isNew) wins = true
    } else if (Object.hasOwn(shown, letter)) words.push(shown[letter]!(memcached, key, item))
  }
  return wins
}

/** What an answer to something that is not there, or is done, repeats of its flags; with the number of what was stored. */
const repeated = (flags: Flags, key: string, cas: readonly Word[] = []) =>
  flags.all.flatMap(({ letter, text }): readonly (string | Word)[] => {
    if (letter === 'c') return cas
    return letter === 'O' ? [`O${text}`] : letter === 'k' ? [`k${key}`] : []
  })

function look(memcached: Memcached, key: string, flags: Flags): Answer {
  const present = memcached.find(key)
  const item = present ?? (flags.has('N') ? memcached.vivify(key) : null)
  if (item === null) return [new Line(['EN', ...repeated(flags, key)])]
  const text = memcached.textOf(key, item)
  const words: (string | Word)[] = flags.has('v') ? ['VA', String(bytesOf(text))] : ['HD']
  const hadWinner = present?.hasWinner === true
  const isToldByFlag = follow(memcached, key, item, flags, present === null, words)
  if (hadWinner) words.push('Z')
  if (item.isStale) words.push('X')
  if (isToldByFlag || memcached.wins(key, item)) {
    words.push('W')
    item.hasWinner = true
  }
  item.isFetched = true
  return flags.has('v') ? [new Line(words), text] : [new Line(words)]
}

const metaGet: Command<Memcached> = {
  name: 'mg',
  usage: 'mg key [v] [c] [f] [h] [k] [s] [t] [N seconds] [R seconds] [T seconds] [O opaque]',
  read([key, ...rest]) {
    const flags = readFlags(rest, 'vcfhkst', 'NRT', 'O')
    return key === undefined || flags === null
      ? null
      : { keys: [key], perform: (memcached) => look(memcached, key, flags) }
  },
}

const outcomes = { stored: 'HD', 'not stored': 'NS', exists: 'EX', 'not found': 'NF' } as const

const metaSet: Command<Memcached> = {
  name: 'ms',
  usage: 'ms key bytes [C token] [F flags] [I] [M E|R|S] [T seconds] [c] [k] [O opaque] ⏎ value',
  read([key, bytes, ...rest]) {
    const { words, data } = dataAfter(rest)
    const flags = readFlags(words, 'Ick', 'T', 'OCFM')
    if (key === undefined || flags === null || data === null || bytes !== String(bytesOf(data))) return null
    const mode = flags.textOf('M') ?? 'S'
    if (!['E', 'R', 'S'].includes(mode) || !/^\d{0,9}$/.test(flags.textOf('F') ?? '')) return null
    const token = flags.textOf('C')
    return {
      keys: [key],
      ...(flags.has('I') ? { marksStale: true as const } : {}),
      perform(memcached) {
        const end = memcached.endAfter(flags.secondsOf('T') ?? 0)
        const storing = { text: data, flags: Number(flags.textOf('F') ?? 0), end }
        const outcome =
          token !== null && mode !== 'E'
            ? memcached.compareAndStore(key, memcached.tokens.numberOf(token), storing, flags.has('I'))
            : mode === 'S'
              ? (memcached.store(key, storing), 'stored' as const)
              : memcached.storeIf(key, storing, mode === 'R')
        const item = outcome === 'stored' ? memcached.find(key) : null
        const cas = item === null ? [] : [memcached.tokens.word(item.unique, 'c')]
        return [new Line([outcomes[outcome], ...repeated(flags, key, cas)])]
      },
    }
  },
}

function deleteOrMark(memcached: Memcached, key: string, flags: Flags): string {
  const item = memcached.find(key)
  if (item === null) return 'NF'
  const token = flags.textOf('C')
  if (token !== null && memcached.tokens.numberOf(token) !== item.unique) return 'EX'
  if (!flags.has('I')) {
    memcached.delete(key)
    return 'HD'
  }
  const seconds = flags.secondsOf('T')
  if (seconds !== null) memcached.setEnd(key, memcached.endAfter(seconds))
  memcached.markStale(key, item)
  return 'HD'
}

const metaDelete: Command<Memcached> = {
  name: 'md',
  usage: 'md key [C token] [I] [T seconds] [k] [O opaque]',
  read([key, ...rest]) {
    const flags = readFlags(rest, 'Ik', 'T', 'OC')
    return key === undefined || flags === null
      ? null
      : {
          keys: [key],
          ...(flags.has('I') ? { marksStale: true as const } : {}),
          perform: (memcached) => [new Line([deleteOrMark(memcached, key, flags), ...repeated(flags, key)])],
        }
  },
}

export const metaCommands: readonly Command<Memcached>[] = [metaGet, metaSet, metaDelete]
