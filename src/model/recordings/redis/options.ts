/** The words after the value of a SET, and how long something is to last. */
import type { RunClock } from '../clock'
import type { Ending } from './redis'

export interface Options {
  readonly condition: 'NX' | 'XX' | null
  /** Milliseconds; null where nothing is said. */
  readonly lasts: number | null
  readonly keeps: boolean
  readonly persists: boolean
  readonly gets: boolean
}

/** An answer instead of what was asked for. */
export interface Refusal {
  readonly error: string
}

/** A whole number as Redis reads it; null where the word is none. */
export const wholeNumber = (word: string | undefined): number | null =>
  word !== undefined && /^-?(0|[1-9]\d{0,15})$/.test(word) ? Number(word) : null

const units: Readonly<Record<string, number>> = { PX: 1, EX: 1000 }

/** null where the words are no options, or say two things about one matter. */
export function readOptions(words: readonly string[]): Options | null {
  let options: Options = { condition: null, lasts: null, keeps: false, persists: false, gets: false }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.toUpperCase()
    const hasLifetime = options.lasts !== null || options.keeps || options.persists
    if ((word === 'NX' || word === 'XX') && options.condition === null) options = { ...options, condition: word }
    else if (word === 'GET' && !options.gets) options = { ...options, gets: true }
    else if (word === 'KEEPTTL' && !hasLifetime) options = { ...options, keeps: true }
    else if (word === 'PERSIST' && !hasLifetime) options = { ...options, persists: true }
    else if (Object.hasOwn(units, word) && !hasLifetime) {
      const count = wholeNumber(words[++at])
      if (count === null) return null
      options = { ...options, lasts: count * units[word]! }
    } else return null
  }
  return options
}

/** Redis counts to this many milliseconds. */
const LAST_MOMENT = 2 ** 63 - 2 ** 42

/** When something that is stored now ends; a lifetime that Redis refuses is an error. */
export function endingOf(
  { lasts, keeps }: Pick<Options, 'lasts' | 'keeps'>,
  clock: RunClock,
  command: string,
): Ending | Refusal {
  if (keeps) return 'as before'
  if (lasts === null) return null
  if (lasts <= 0 || lasts > LAST_MOMENT) return { error: `ERR: ERR invalid expire time in '${command}' command` }
  return clock.now + lasts
}
