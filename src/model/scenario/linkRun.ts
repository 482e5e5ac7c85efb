/**
 * The end of a link: which steps have been taken, and at which of them the reader stands.
 *
 * A run is its words joined by `+`. A long one counts words that come several times in a row, `T1*3`, so that a link stays
 * short enough to be passed on; both ways mean the same, in any link.
 */
import { LINKED_WORDS_MAX } from './limits'
import { LinkProblem } from './linkText'
import { quoted } from './problem'

/** Characters of a run up to which every word is written out: it is read more easily. */
const PLAIN_MAX = 200

/** Words in a row that are worth counting. */
const COUNTED_MIN = 3

/** The link with one more word. */
export const withWord = (link: string, word: string): string => `${link}${link.includes('?') ? '&' : '?'}${word}`

/** The link with `at=2`, past the start. */
export const withStep = (link: string, step: number): string => (step > 0 ? withWord(link, `at=${step}`) : link)

/** The link with `run=T1+T1+T2` and, past the start, `at=2`. */
export const withRun = (link: string, schedule: readonly string[], step: number): string =>
  withStep(withWord(link, `run=${linkedRun(schedule)}`), step)

/** The link with `drawn=312` and `run=T1`, as far as a run differs from the one that its seed has drawn. */
export function withDrawnRun(link: string, drawn: readonly string[], schedule: readonly string[]): string {
  const first = schedule.findIndex((word, index) => word !== drawn[index])
  const count = first === -1 ? schedule.length : first
  if (count === drawn.length && count === schedule.length) return link
  const begun = withWord(link, `drawn=${count}`)
  return count === schedule.length ? begun : withWord(begun, `run=${linkedRun(schedule.slice(count))}`)
}

/** The schedule as a link writes it. */
export function linkedRun(schedule: readonly string[]): string {
  const plain = schedule.join('+')
  return plain.length <= PLAIN_MAX ? plain : countedWords(schedule).join('+')
}

function countedWords(schedule: readonly string[]): readonly string[] {
  const words: string[] = []
  for (let from = 0, to = 0; from < schedule.length; from = to) {
    const word = schedule[from]!
    while (schedule[to] === word) to++
    if (to - from >= COUNTED_MIN) words.push(`${word}*${to - from}`)
    else words.push(...schedule.slice(from, to))
  }
  return words
}

interface Place {
  readonly value: string
  readonly at: number
}

/** What `run=` says: its words with the place of each, those that are counted as often as they are. Throws LinkProblem. */
export function wordsOfRun({ value, at }: Place): readonly { readonly word: string; readonly at: number }[] {
  const words: { readonly word: string; readonly at: number }[] = []
  let place = at
  for (const item of value === '' ? [] : value.split('+')) {
    const [, word = item, digits] = /^(.*)\*(\d{1,6})$/s.exec(item) ?? []
    const count = digits === undefined ? 1 : Number(digits)
    if (count === 0) throw new LinkProblem(place, `${quoted(item)} is no step at all. Leave it out, or count from 1.`)
    if (words.length + count > LINKED_WORDS_MAX) throw tooLong(place)
    for (let i = 0; i < count; i++) words.push({ word, at: place })
    place += item.length + 1
  }
  return words
}

const tooLong = (at: number) =>
  new LinkProblem(
    at,
    `The run has more than ${LINKED_WORDS_MAX.toLocaleString('en')} steps, and a link takes no more. Write it into a file.`,
  )
