/** Answers about every run, in words. */
import type { Found } from '../../../model/explore/find/find'
import type { Tally } from '../../../model/explore/find/tally'

export const noProbability = 'A count is no probability.'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`

export const stepsWords = (count: number): string => counted(count, 'step', 'steps')
export const worldsWords = (count: number): string => counted(count, 'world', 'worlds')

/** How many of all complete schedules are like that, or why that is not counted. */
export const tallyWords = (runs: Tally | string, what: string): string =>
  typeof runs === 'string'
    ? runs
    : `${runs.met.toLocaleString('en')} of ${counted(runs.all, 'schedule', 'schedules')} ${what}. ${noProbability}`

/** What the explorer answers to a question. */
export function foundWords(found: Found): string {
  if (found.outcome === 'unknown') return `Unknown. ${found.reason}`
  if (found.outcome === 'none') return `No such run: all ${worldsWords(found.worlds)} were checked.`
  const shortest =
    found.schedule.length === 0
      ? 'It is so from the start.'
      : `The shortest such run has ${stepsWords(found.schedule.length)}.`
  return `${shortest} ${tallyWords(found.runs, found.runs instanceof Object && found.runs.met === 1 ? 'is like that' : 'are like that')}`
}
