/** What a comparison shows, in plain words: generated from the results, for the eye and for those who listen. */
import type { LoadResult } from '../../model/load/result'
import { counted, listed, shown } from './format'
import { letterOf } from './letters'
import { rowsOf, writesOf } from './table/rows'

interface Named {
  readonly letter: string
  readonly run: LoadResult
}

const of = ({ run }: Named, name: string): number | null => run.metrics[name] ?? null

/** Those that have a value, the lowest first. */
function ranked(runs: readonly Named[], name: string): readonly (Named & { value: number })[] {
  return runs
    .flatMap((named) => {
      const value = of(named, name)
      return value === null ? [] : [{ ...named, value }]
    })
    .sort((a, b) => a.value - b.value)
}

const lettersOf = (runs: readonly Named[]): string => listed(runs.map(({ letter }) => letter))

/** Values this near to each other are not told apart. */
const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.03 * Math.max(Math.abs(a), Math.abs(b))

function latency(runs: readonly Named[]): string {
  const all = ranked(runs, 'writeP50')
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing was written.'
  if (isAlike(first.value, last.value))
    return `Writes take the same time everywhere: half are answered within ${shown(last.value, 'ms')}.`
  const soonest = all.filter(({ value }) => isAlike(value, first.value))
  const slowest = all.filter(({ value }) => isAlike(value, last.value))
  return `${lettersOf(soonest)} ${soonest.length === 1 ? 'answers' : 'answer'} writes soonest, half of them within ${shown(first.value, 'ms')}; ${lettersOf(slowest)} last, within ${shown(last.value, 'ms')}.`
}

const readsOf = ({ run }: Named): number => (run.metrics['operations'] ?? 0) - writesOf(run)

function staleness(runs: readonly Named[]): string {
  const stale = ranked(runs, 'staleReads').filter(({ value }) => value > 0)
  const [first] = stale
  if (first === undefined) return 'No read is stale.'
  const counts = stale.map(({ letter, value }, at) =>
    at === 0 ? `${letter} gives ${counted(value, 'stale answer')}` : `${letter} ${value.toLocaleString('en')}`,
  )
  const clean = runs.filter((named) => of(named, 'staleReads') === 0)
  const none = clean.length === 0 ? '' : ` ${lettersOf(clean)} ${clean.length === 1 ? 'gives' : 'give'} none.`
  return `${listed(counts)}, of ${counted(readsOf(first), 'read')}.${none}`
}

function forEver(runs: readonly Named[]): string {
  const left = ranked(runs, 'staleForEver').filter(({ value }) => value > 0)
  if (left.length === 0) return ''
  return `${listed(left.map(({ letter, value }) => `${letter} leaves ${counted(value, 'entry', 'entries')}`))} old for ever.`
}

function loss(runs: readonly Named[]): string {
  const losers = runs.filter((named) => (of(named, 'lostWrites') ?? 0) > 0)
  if (losers.length === 0) return 'No acknowledged write is lost.'
  const lost = losers.map(
    (named) =>
      `${named.letter} loses ${(of(named, 'lostWrites') ?? 0).toLocaleString('en')} of ${counted(writesOf(named.run), 'acknowledged write')}`,
  )
  return `${listed(lost)}.`
}

function load(runs: readonly Named[]): string {
  const all = ranked(runs, 'databaseWritesPerSecond')
  const [least, most] = [all[0], all.at(-1)]
  if (least === undefined || most === undefined || most.value === 0) return ''
  if (isAlike(least.value, most.value)) return `The database gets ${shown(most.value, 'per second')} writes under each.`
  return `The database gets ${shown(least.value, 'per second')} writes under ${least.letter} and ${shown(most.value, 'per second')} under ${most.letter}.`
}

/** How often the runs disagree with the document's table. */
export function disagreements(results: readonly (LoadResult | null)[]): number {
  return rowsOf(results, () => null).reduce(
    (sum, { cells }) => sum + cells.filter((cell) => cell?.agrees === false).length,
    0,
  )
}

function source(results: readonly (LoadResult | null)[]): string {
  const count = disagreements(results)
  return count === 0
    ? ''
    : `In ${count === 1 ? 'one cell' : `${count} cells`} the run disagrees with the document’s table.`
}

/** Why runs ended early. */
function stops(runs: readonly Named[]): string {
  return runs.flatMap(({ letter, run }) => (run.stopped === null ? [] : [`${letter}: ${run.stopped}`])).join(' ')
}

/** A paragraph. */
export function summaryOf(results: readonly (LoadResult | null)[]): string {
  const runs = results.flatMap((run, index) => (run === null ? [] : [{ letter: letterOf(index), run }]))
  if (runs.length === 0) return 'None of these strategies could be run.'
  const sentences = [latency, staleness, forEver, loss, load, stops].map((say) => say(runs))
  return [...sentences, source(results)].filter((sentence) => sentence !== '').join(' ')
}
