/** What a cell of the matrix says: the worst verdict of its properties, which one it is, and where its witness opens. */
import type { Cell } from '../../model/explore/matrix'
import type { Report, Result } from '../../model/explore/report'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { withRun } from '../../model/scenario/linkRun'
import { linkTo } from '../../model/scenario/linkWords'
import { markOf, markRanks } from '../ui/markOf'

/** The worst result; of several equally bad ones the first with the shortest witness. */
export const worstResult = (results: readonly Result[]): Result | null =>
  results.reduce<Result | null>((worst, result) => (worst === null || isWorse(result, worst) ? result : worst), null)

function isWorse(one: Result, other: Result): boolean {
  const [rank, otherRank] = [markRanks[markOf(one)], markRanks[markOf(other)]]
  if (rank !== otherRank) return rank > otherRank
  return one.verdict === 'violated' && other.verdict === 'violated' && one.steps < other.steps
}

export const spelled = (name: string): string => name.replaceAll('-', ' ')

const counted = (count: number, one: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

/** Beside the mark: how soon it breaks, or how much was searched. */
export const besideMark = ({ states }: Report, worst: Result): string =>
  worst.verdict === 'violated' ? counted(worst.steps, 'step') : counted(states, 'world')

/** Under the mark: what is broken; nothing where all holds. */
export const underMark = ({ verdict, property }: Result): string => (verdict === 'holds' ? '' : spelled(property))

const stalenesses: Readonly<Record<string, string>> = {
  never: 'never stale',
  bounded: 'stale for a while',
  'for-ever': 'stale for ever',
}

/** How long an endless reader may see an old version; nothing where that was not asked. */
export function stalenessOf({ results }: Pick<Report, 'results'>): string {
  const answer = results.map((result) => (result.verdict === 'unknown' ? undefined : result.answer)).find(Boolean)
  return answer === undefined ? '' : (stalenesses[answer] ?? '')
}

/** Everything that a cell found, for a title and for those who listen. */
export function allOf({ results }: Report): string {
  const broken = results.filter(({ verdict }) => verdict !== 'holds')
  const staleness = stalenessOf({ results })
  const also = staleness === '' ? '' : `, ${staleness}`
  if (broken.length === 0) return `every property holds${also}`
  return broken.map(({ property, verdict }) => `${spelled(property)} ${verdict}`).join(', ') + also
}

/** To the Lab: the shortest witness where there is one, else the scenario at its start. */
export function linkOf(scenario: NonNullable<Cell['scenario']>, worst: Result | null): string {
  const base = scenarioNamed('stale-fill')
  if (base === undefined) return '#/lab'
  return withRun(linkTo(base, scenario), worst?.verdict === 'violated' ? worst.schedule : [], 0)
}
