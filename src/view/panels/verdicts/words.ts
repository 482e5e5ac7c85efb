/** The sentences around verdicts: what was searched, and how far. */
import { answerIn, type Report, type Result, type Searched } from '../../../model/explore/report'
import type { MarkedVerdict } from '../../ui/VerdictMark'

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${many}`

/** How a result is marked: a stale window that ends is neither broken nor clean. */
export const markOf = (result: Result): MarkedVerdict => (answerIn(result) === 'bounded' ? 'bounded' : result.verdict)

/** How long somebody who reads for ever may see something stale; null where that was not asked. */
export function answerWords(result: Result): string | null {
  const answer = answerIn(result)
  if (answer === 'never') return 'never stale'
  if (answer === 'bounded') return 'stale for a bounded window'
  if (result.verdict !== 'violated' || !result.loop) return null
  return `stale for ever: ${result.loop.join(' ')} can follow again and again`
}

/** Never says more than was done: a search that stopped early names how far it came. */
export function heading({ isComplete, states }: Report): string {
  const worlds = count(states, 'world', 'worlds')
  if (!isComplete) return `Checked over the first ${worlds}, not over all`
  return states === 1 ? 'Checked over the only world' : `Checked over all ${worlds}`
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${String(words.at(-1))}`

/** `2 clients, 3 operations, 1 key, with one eviction`. */
export function searchedWords({ clients, operations, keys, faults }: Searched): string {
  const sizes = [
    count(clients, 'client', 'clients'),
    count(operations, 'operation', 'operations'),
    count(keys, 'key', 'keys'),
  ]
  return `${sizes.join(', ')}, ${faults.length === 0 ? 'without faults' : `with ${listed(faults)}`}`
}

/** `Some runs have a miss, a hit and a fill.`; empty when nothing of note happens. */
export const sometimesWords = (facts: readonly string[]): string =>
  facts.length === 0 ? '' : `Some runs have ${listed(facts)}.`
