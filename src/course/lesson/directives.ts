/** Directives of a lesson, each to its block. */
import { linkTo } from '../../model/scenario/linkWords'
import { blocksOf } from './blocks'
import { claimOf } from './claim'
import type { Context, Telling } from './context'
import { attributesOf, isKnownDirective, required } from './directive'
import type { Block } from './lesson'
import { predictOf } from './predict'
import { scenarioFence, stageOf } from './stage'
import { storedRun } from './storedRun'
import type { Directive } from './tree'

export function directiveOf(node: Directive, context: Context): Block | null {
  if (!isKnownDirective(node, context)) return null
  if (node.name === 'scene') return sceneOf(node, context)
  if (node.name === 'predict') return predictOf(node, context)
  if (node.name === 'claim') return claimOf(node, context)
  attributesOf(node, context)
  return { type: 'note', blocks: blocksOf(node.children, { ...context, telling: null }) }
}

function sceneOf(node: Directive, context: Context): Block | null {
  if (context.telling !== null || context.depth > 1) {
    context.problems.on(node, 'directive', 'A scene stands by itself: take it out of the block that it is in.')
    return null
  }
  const attributes = attributesOf(node, context)
  const title = required(node, attributes, 'title', 'title="The race, step by step"', context)
  const stage = stageOf(node, attributes, context)
  if (title === null || stage === null) return null
  const telling: Telling = { stage, title: title.value, told: 0, asked: null }
  const clients = stage.scenario.clients.map(({ name }) => name)
  const children = scenarioFence(node) === null ? node.children : node.children.slice(1)
  const blocks = blocksOf(children, { ...context, telling, clients })
  if (!blocks.some(({ type }) => type === 'beats')) {
    context.problems.on(node, 'beat', 'The scene tells nothing: add a numbered list with one sentence for each step.')
  }
  const { scenario, base, schedule, trace } = stage
  const link = base === null ? null : linkTo(base, scenario)
  const run = storedRun(trace)
  return { type: 'scene', id: context.nextId('scene'), title: title.value, scenario, link, schedule, run, blocks }
}
