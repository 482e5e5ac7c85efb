/** What a cell of the matrix says: the worst verdict of its properties, for how long it is stale, and where that opens. */
import type { Report, Result } from '../../model/explore/report'
import { answerIn } from '../../model/explore/report'
import type { Answer } from '../../model/properties/property'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { withRun } from '../../model/scenario/linkRun'
import { linkTo } from '../../model/scenario/linkWords'
import type { Scenario } from '../../model/scenario/scenario'
import { markOf, markRanks } from '../ui/markOf'

/** What was found of one of a cell's scenarios. */
export interface Finding {
  readonly scenario: Scenario
  readonly report: Report
}

/** What was found of a cell; a part that was not asked for is null. */
export interface Findings {
  readonly ending: Finding | null
  readonly endless: Finding | null
}

/** The worst result; of several equally bad ones the first with the shortest witness. */
export const worstResult = (results: readonly Result[]): Result | null =>
  results.reduce<Result | null>((worst, result) => (worst === null || isWorse(result, worst) ? result : worst), null)

function isWorse(one: Result, other: Result): boolean {
  const [rank, otherRank] = [markRanks[markOf(one)], markRanks[markOf(other)]]
  if (rank !== otherRank) return rank > otherRank
  return one.verdict === 'violated' && other.verdict === 'violated' && one.steps < other.steps
}

export const spelled = (name: string): string => name.replaceAll('-', ' ')

export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

/** Beside the mark: how soon it breaks, or how much was searched. */
export const besideMark = ({ states }: Report, worst: Result): string =>
  worst.verdict === 'violated' ? counted(worst.steps, 'step') : counted(states, 'world')

/** For how long whoever reads for ever may see an old version: a word beside the mark, and the whole of it. */
export const stalenesses: Readonly<Record<Answer, { readonly short: string; readonly whole: string }>> = {
  never: { short: 'never', whole: 'never stale' },
  bounded: { short: 'bounded', whole: 'stale for a bounded window' },
  'for-ever': { short: 'for ever', whole: 'stale for ever' },
}

/** Everything that a cell found, for those who listen. */
export function allOf({ ending, endless }: Findings): string {
  const results = ending?.report.results ?? []
  const broken = results.filter(({ verdict }) => verdict !== 'holds')
  const [lasting] = endless?.report.results ?? []
  const answer = lasting ? answerIn(lasting) : null
  return [
    ...broken.map(({ property, verdict }) => `${spelled(property)} ${verdict}`),
    ...(ending !== null && broken.length === 0 ? ['every property holds'] : []),
    ...(answer !== null ? [stalenesses[answer].whole] : lasting ? [`${spelled(lasting.property)} unknown`] : []),
  ].join(', ')
}

/** Rounds of a loop that a link plays: one could be chance. */
const ROUNDS = 2

/** The run that shows a result, with what follows it again and again played twice; empty where there is none. */
export function runOf(result: Result | null | undefined): readonly string[] {
  if (result?.verdict === 'violated')
    return [...result.schedule, ...Array.from({ length: ROUNDS }, () => result.loop ?? []).flat()]
  return (result?.verdict === 'holds' && result.example) || []
}

/** To the Lab: the run that shows a result, else the scenario at its start. */
export function linkOf(scenario: Scenario, result: Result | null | undefined): string {
  const base = scenarioNamed('stale-fill')
  return base === undefined ? '#/lab' : withRun(linkTo(base, scenario), runOf(result), 0)
}

/** Where a click on the cell leads: to the shortest witness, else to the one of those who read for ever, else to what was searched. */
export function wayFrom({ ending, endless }: Findings): string {
  const worst = ending && worstResult(ending.report.results)
  const [lasting] = endless?.report.results ?? []
  const isShown = worst?.verdict !== 'violated' && runOf(lasting).length > 0
  if (ending !== null && !isShown) return linkOf(ending.scenario, worst)
  return endless === null ? '#/lab' : linkOf(endless.scenario, lasting)
}
