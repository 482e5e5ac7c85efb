/** The flags of a meta command, and the block of data after a request that stores. */
import { isTokenName } from './tokens'

export interface Flag {
  readonly letter: string
  /** What follows the letter. */
  readonly text: string
  /** The same as a number; 0 where the flag has none. */
  readonly seconds: number
}

export class Flags {
  constructor(
    /** In the order in which they were given. */
    readonly all: readonly Flag[],
  ) {}

  has(letter: string): boolean {
    return this.all.some((flag) => flag.letter === letter)
  }

  textOf(letter: string): string | null {
    return this.all.find((flag) => flag.letter === letter)?.text ?? null
  }

  secondsOf(letter: string): number | null {
    return this.all.find((flag) => flag.letter === letter)?.seconds ?? null
  }
}

/** null where a flag is unknown, given twice, or followed by what does not belong to it. */
export function readFlags(words: readonly string[], bare: string, timed: string, worded: string): Flags | null {
  const flags: Flag[] = []
  for (const word of words) {
    const [letter, text] = [word.slice(0, 1), word.slice(1)]
    const isTimed = timed.includes(letter) && /^-?\d{1,9}$/.test(text)
    const isWorded = worded.includes(letter) && text !== '' && (letter !== 'C' || isTokenName(text))
    const isBare = bare.includes(letter) && text === ''
    if (letter === '' || !(isTimed || isWorded || isBare)) return null
    if (flags.some((flag) => flag.letter === letter)) return null
    flags.push({ letter, text, seconds: isTimed ? Number(text) : 0 })
  }
  return new Flags(flags)
}

/** How a recording writes the end of a line. */
const LINE_END = '⏎'

/** The words before the block of data, and the data; null where there is none. */
export function dataAfter(words: readonly string[]): {
  readonly words: readonly string[]
  readonly data: string | null
} {
  const at = words.indexOf(LINE_END)
  return at < 0 ? { words, data: null } : { words: words.slice(0, at), data: words.slice(at + 1).join(' ') }
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
