/** The run of a scene: its scenario, from the catalogue or from a fence, and its schedule, replayed. */
import { replay } from '../../model/engine/replay'
import { suggestion } from '../../model/scenario/names'
import { parseScenario } from '../../model/scenario/parse'
import { quoted } from '../../model/scenario/problem'
import type { Scenario } from '../../model/scenario/scenario'
import type { Context, Stage } from './context'
import type { Attribute, Attributes } from './directive'
import { pointOf } from './problem'
import type { Directive, Flow } from './tree'

/** The scene's run, or null after having said why there is none. */
export function stageOf(node: Directive, attributes: Attributes, context: Context): Stage | null {
  const ground = groundOf(node, attributes.get('scenario'), context)
  if (ground === null) return null
  const written = attributes.get('schedule')
  const schedule =
    written === undefined ? ground.scenario.schedule : written.value.split(/\s+/).filter((word) => word !== '')
  const place = written?.place ?? pointOf(node)
  if (schedule.length === 0) {
    context.problems.at(place, 'schedule', 'The scene has no run: write schedule="T1 T2 ..." with the steps in order.')
    return null
  }
  const trace = replay(ground.scenario, schedule)
  if (trace.refused === null) return { ...ground, schedule, trace }
  context.problems.at(place, 'schedule', trace.refused.message)
  return null
}

interface Ground {
  readonly scenario: Scenario
  readonly base: Scenario | null
}

function groundOf(node: Directive, named: Attribute | undefined, context: Context): Ground | null {
  const fence = scenarioFence(node)
  if (named !== undefined && fence !== null) {
    context.problems.on(fence, 'scenario', 'The scene names a scenario and holds one: keep one of them.')
    return null
  }
  if (named !== undefined) return catalogueScenario(named, context)
  if (fence === null) {
    context.problems.on(
      node,
      'scenario',
      'The scene has no scenario: write scenario=NAME, or a scenario fence first in it.',
    )
    return null
  }
  const parsed = parseScenario(fence.value, context.problems.file, pointOf(fence).line + 1)
  if ('scenario' in parsed) return { scenario: parsed.scenario, base: null }
  for (const { line, column, message } of parsed.problems) context.problems.at({ line, column }, 'scenario', message)
  return null
}

/** The scenario fence that a scene may begin with. */
export function scenarioFence(node: Directive): Extract<Flow, { type: 'code' }> | null {
  const [first] = node.children
  return first?.type === 'code' && first.lang === 'scenario' ? first : null
}

export function catalogueScenario({ value, place }: Attribute, { problems, surroundings }: Context): Ground | null {
  const scenario = surroundings.scenarios.find((candidate) => candidate.scenario === value)
  if (scenario !== undefined) return { scenario, base: scenario }
  const names = surroundings.scenarios.map((candidate) => candidate.scenario)
  problems.at(place, 'scenario', `The catalogue has no scenario ${quoted(value)}. ${suggestion(value, names)}`)
  return null
}
