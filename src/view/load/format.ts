/** Numbers as they are written on the page: three figures that count, and what they are of. */

/** A number and its unit stay on one line. */
const SPACE = '\u00a0'

const numberWriters = new Map<number, Intl.NumberFormat>()

/** One for each number of digits: to make one takes longer than to write hundreds of numbers. */
function writerOf(digits: number): Intl.NumberFormat {
  const known = numberWriters.get(digits) ?? new Intl.NumberFormat('en', { maximumFractionDigits: digits })
  numberWriters.set(digits, known)
  return known
}

/** `12,300`, `123`, `1.23`, `0.0123`. */
export function figures(value: number): string {
  if (value === 0) return '0'
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return writerOf(Math.min(digits, 6)).format(value)
}

const plain = (value: number): string => (Number.isInteger(value) ? writerOf(0).format(value) : figures(value))

const writers: Readonly<Record<string, (value: number) => string>> = {
  count: plain,
  ratio: (value) => figures(value),
  'per operation': (value) => figures(value),
  ms: (value) => (value >= 1000 ? `${figures(value / 1000)}${SPACE}s` : `${figures(value)}${SPACE}ms`),
  share: (value) => `${figures(value * 100)}${SPACE}%`,
  'per second': (value) => `${figures(value)}/s`,
}

/** A value with its unit; a dash where a run says nothing about it. */
export function shown(value: number | null, unit: string): string {
  if (value === null) return '–'
  const write = writers[unit]
  if (write !== undefined) return write(value)
  return unit === '' ? plain(value) : `${plain(value)}${SPACE}${unit}`
}

/** A tick of an axis, as short as it can be. */
export function tick(value: number, unit: string): string {
  if (unit === 'share') return `${figures(value * 100)}${SPACE}%`
  const size = Math.abs(value)
  if (size >= 1e6) return `${figures(value / 1e6)}M`
  if (size >= 1e4) return `${figures(value / 1e3)}k`
  return figures(value)
}

/** A moment of virtual time: `812 ms`, `1.25 s`, `2 min 5 s`. */
export function timeText(ms: number): string {
  if (ms === 0) return '0'
  if (ms < 1000) return `${figures(Math.round(ms * 10) / 10)}${SPACE}ms`
  if (ms < 120_000) return `${figures(ms / 1000)}${SPACE}s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)}${SPACE}min ${seconds % 60}${SPACE}s`
}

/** `A, B and C`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
