/** Answers about every run, in words. */
import type { Found } from '../../../model/explore/find/find'
import type { Tally } from '../../../model/explore/find/tally'

export const noProbability = 'A count is no probability.'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`

export const stepsWords = (count: number): string => counted(count, 'step', 'steps')
export const worldsWords = (count: number): string => counted(count, 'world', 'worlds')

export const schedulesWords = (count: number): string => counted(count, 'schedule', 'schedules')

/** How many of all complete schedules are like that, or why that is not counted. */
export const tallyWords = (runs: Tally | string, what: string): string =>
  typeof runs === 'string' ? runs : `${runs.met.toLocaleString('en')} of ${schedulesWords(runs.all)} ${what}.`

/** What the explorer answers to a question. */
export function foundWords(found: Found): string {
  if (found.outcome === 'unknown') return `Unknown. ${found.reason}`
  if (found.outcome === 'none') return `No such run: all ${worldsWords(found.worlds)} were checked.`
  const { schedule, runs } = found
  const shortest =
    schedule.length === 0 ? 'It is so from the start.' : `The shortest such run has ${stepsWords(schedule.length)}.`
  if (typeof runs === 'string') return `${shortest} ${runs}`
  return `${shortest} ${tallyWords(runs, runs.met === 1 ? 'is like that' : 'are like that')} ${noProbability}`
}
