/** The sentences around verdicts: what was searched, and how far. */
import { answerIn, type Report, type Result, type Searched } from '../../../model/explore/report'

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${many}`

/** How long somebody who reads for ever may see something stale; null where that was not asked. */
export function answerWords(result: Result): string | null {
  const answer = answerIn(result)
  if (answer === 'never') return 'never stale'
  if (answer === 'bounded') return 'stale for a bounded window'
  if (result.verdict !== 'violated' || !result.loop) return null
  return `stale for ever: ${result.loop.join(' ')} can follow again and again`
}

/** Never says more than was done: a search that stopped early names how far it came, and one run says that it is one. */
export function heading({ isComplete, states, run }: Report): string {
  if (run !== undefined) return `One run of ${count(run.steps, 'step', 'steps')}`
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
export const sometimesWords = ({ sometimes, run }: Report): string =>
  sometimes.length === 0 ? '' : `${run === undefined ? 'Some runs have' : 'This run has'} ${listed(sometimes)}.`

/** `database writes: 10, largest backlog: 3`; empty where nothing is counted. */
export const factWords = ({ facts = [] }: Report): string =>
  facts.map((fact) => `${fact.what}: ${fact.count.toLocaleString('en')}`).join(', ')

/** What the numbers do not say. */
export const caveat = (report: Report | null): string =>
  report?.run === undefined
    ? 'Worlds and schedules are counted; a count is not a probability.'
    : 'One run shows what can happen, and not what always happens.'
