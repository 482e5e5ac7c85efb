/**
 * Links to an experiment: `#/load?on=like-counter&seed=7&a=cache-aside+write-behind+queue:durable&b=...`, a preset by
 * its name and, in words, what is not as in it. Strategies are `a` to `d`, all of them or, where they are the preset's,
 * none. A link comes from a stranger: whatever it holds, reading it gives an experiment or one problem.
 */
import { frozen } from '../../scenario/frozen'
import { LINK_MAX } from '../../scenario/limits'
import { LinkProblem, parametersOf, plain, type Parameter } from '../../scenario/linkText'
import { suggestion } from '../../scenario/names'
import { quoted, type Problem } from '../../scenario/problem'
import { wordProblem } from '../../scenario/vocabulary'
import type { Strategy } from '../strategy'
import { workloadProblems } from './check'
import type { Experiment } from './experiment'
import { ShapeProblem, valueOfLink } from './linkShapes'
import { letters, loadLinkTo, PREFIX } from './linkWords'
import { parts, withValue } from './parts'
import { presetNamed, presets } from './presets'
import { isStrategy, readStrategy, strategyText } from './strategyText'
import type { Workload } from './workload'

/** The hash of an experiment that was made from the preset that its workload is named after, or else from the first. */
export const writeLoadLink = (experiment: Experiment): string =>
  loadLinkTo(presetNamed(experiment.workload.workload) ?? presets[0]!, experiment)

/** Reads a hash. Without a preset in it, the first one is meant. Never throws. */
export function readLoadLink(link: string): Experiment | Problem {
  try {
    return experimentOf(link)
  } catch (error) {
    if (error instanceof LinkProblem) return error.problem
    return new LinkProblem(0, 'This link cannot be read. Copy it again, whole.').problem
  }
}

export const isLoadProblem = (read: Experiment | Problem): read is Problem => 'message' in read

function experimentOf(link: string): Experiment {
  if (link.length > LINK_MAX)
    throw new LinkProblem(0, `The link has more than ${LINK_MAX / 1024} KiB, and none is that long. Copy it again.`)
  const [, prefix, query] = /^(#?\/load)(?:\?(.*))?$/s.exec(plain(link)) ?? []
  if (prefix === undefined)
    throw new LinkProblem(0, `${quoted(link)} is no link to a run under load. Such a link begins with ${PREFIX}.`)
  const parameters = parametersOf(query ?? '', prefix.length + 1)
  const base = baseOf(parameters.get('on'))
  for (const { name, nameAt } of parameters.values()) refuse(nameAt, wordProblem(name, known))
  const strategies = strategiesOf(parameters)
  return frozen({
    workload: workloadOf(base.workload, parameters),
    strategies: strategies.length === 0 ? base.strategies : strategies,
  })
}

const known = { what: 'link word', built: ['on', ...parts.map(({ name }) => name), ...letters], later: [] }

function refuse(at: number, problem: string | null): void {
  if (problem !== null) throw new LinkProblem(at, problem)
}

function baseOf(on: Parameter | undefined): Experiment {
  if (on === undefined) return presets[0]!
  const base = presetNamed(on.value)
  if (base !== undefined) return base
  const names = presets.map(({ workload }) => workload.workload)
  throw new LinkProblem(on.at, `There is no workload ${quoted(on.value)}. ${suggestion(on.value, names)}`)
}

function workloadOf(base: Workload, parameters: ReadonlyMap<string, Parameter>): Workload {
  let workload = base
  for (const part of parts) {
    const parameter = parameters.get(part.name)
    if (parameter === undefined) continue
    try {
      workload = withValue(workload, part, valueOfLink(part.shape, parameter.value))
    } catch (error) {
      if (error instanceof ShapeProblem) throw new LinkProblem(parameter.at, error.message)
      throw error
    }
  }
  const problem = workloadProblems(workload)[0]
  if (problem !== undefined) refuse(parameters.get(problem.place.split('.')[0] ?? '')?.at ?? 0, problem.message)
  return workload
}

function strategiesOf(parameters: ReadonlyMap<string, Parameter>): readonly Strategy[] {
  const strategies: Strategy[] = []
  for (const [index, letter] of letters.entries()) {
    const parameter = parameters.get(letter)
    if (parameter === undefined) continue
    const { at, nameAt, value } = parameter
    if (strategies.length < index)
      throw new LinkProblem(
        nameAt,
        `There is "${letter}" and no "${letters[index - 1] ?? ''}" before it. Begin with a.`,
      )
    const strategy = readStrategy(value)
    if (!isStrategy(strategy)) throw new LinkProblem(at + strategy.offset, strategy.message)
    if (strategies.some((other) => strategyText(other) === strategyText(strategy)))
      throw new LinkProblem(at, 'This strategy stands here for the second time. Keep one of the two.')
    strategies.push(strategy)
  }
  return strategies
}
