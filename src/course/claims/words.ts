/** What was asked and what was counted, in words: every number in them was found by the engine. */
import type { Experiment } from '../../model/load/workload/experiment'
import { strategyText } from '../../model/load/workload/strategyText'
import { searchedOf } from '../../model/explore/searched'
import { propertyNamed } from '../../model/properties'
import { operationText } from '../../model/scenario/operations'
import type { Scenario } from '../../model/scenario/scenario'
import type { Answer, Found } from './answer'
import type { Measurement } from './load'

export const counted = (count: number, thing: string): string =>
  `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`

/** Which runs an answer is about. */
export function runsAsked(answer: Answer): string {
  if (answer.kind === 'run') return 'one run'
  if (answer.kind === 'servers') return counted(answer.exchanges.length, 'request')
  if (answer.kind === 'load') return `${counted(answer.operations, 'operation')} under load`
  return answer.kind === 'runs' ? `all ${counted(answer.total, 'run')}` : `all ${counted(answer.worlds, 'world')}`
}

/** What was counted, as a sentence; empty for a single run. */
export function countsOf(answer: Answer): string {
  if (answer.kind === 'run' || answer.kind === 'servers') return ''
  if (answer.kind === 'load') return `${answer.measured.map(measurementText).join('; ')}.`
  if (answer.kind === 'verdicts') return answer.found.map(verdictText).join(' ')
  const { matching, total, quantifier } = answer
  const how =
    quantifier.over === 'ends' ? 'at the end of' : quantifier.kind === 'every' ? 'throughout' : 'at some moment in'
  return `True ${how} ${matching.toLocaleString('en')} of ${counted(total, 'run')}.`
}

const suffixes: Readonly<Record<Measurement['unit'], string>> = {
  ...{ count: '', ratio: '', ms: ' ms', share: ' %' },
  ...{ 'per second': ' a second', 'per operation': ' an operation' },
}

function measurementText({ strategy, title, unit, value }: Measurement): string {
  const shown = unit === 'share' ? value * 100 : value
  const digits = Number.isInteger(shown) || shown >= 100 ? 0 : 2
  return `${title} of ${strategy.replaceAll('+', ', ')}: ${shown.toLocaleString('en', { maximumFractionDigits: digits })}${suffixes[unit]}`
}

const sights = {
  never: 'never stale',
  bounded: 'stale for a bounded window',
  'for-ever': 'stale for ever in some run',
} as const

function verdictText({ property, verdict, answer, runs }: Found): string {
  const title = propertyNamed(property)?.title ?? property
  if (answer !== null) return `${title}: ${sights[answer]}.`
  if (runs === null) return `${title}: ${verdict}.`
  const bad = verdict === 'holds' ? 'none' : runs.bad.toLocaleString('en')
  return `${title}: ${verdict}, broken by ${bad} of ${counted(runs.total, 'interleaving')}.`
}

/** What a witness runs, on one line: patterns, guards, who does what, what is cached, what may go wrong. */
export function settingText(scenario: Scenario): string {
  const { protocol, guards, clients, start } = scenario
  const chosen = Object.entries(guards).map(([name, value]) => (value === 'true' ? name : `${name}: ${value}`))
  const cached = Object.entries(start.cache).map(([key, version]) => `${key} cached with version ${version}`)
  const doing = clients.map(({ name, operations }) => `${name}: ${operations.map(operationText).join(', ')}`)
  return [
    [protocol.read, protocol.write].join(', '),
    ...(chosen.length > 0 ? [chosen.join(', ')] : []),
    doing.join('; '),
    cached.length > 0 ? cached.join(', ') : 'nothing cached',
    ...searchedOf(scenario).faults,
  ].join(' · ')
}

/** The strategies that meet a workload, and how much of it there is, on one line. */
export const workloadText = ({ workload, strategies }: Experiment): string =>
  [
    ...strategies.map((strategy) => strategyText(strategy).replaceAll('+', ', ')),
    counted(workload.operations, 'operation'),
    counted(workload.keys, 'key'),
    `seed ${workload.seed}`,
  ].join(' · ')
