/**
 * Predictions: a question, asked before the step that answers it. Each option begins with an expression
 * between backticks; the engine evaluates them all on the run after that step, and exactly one must be true.
 */
import type { ListItem } from 'mdast'
import { keysOf } from '../../model/scenario/scenario'
import { blocksOf } from './blocks'
import type { Context, Telling } from './context'
import { attributesOf, required } from './directive'
import { evaluate, parseExpression } from './expression'
import { inlinesOf } from './inlines'
import type { Block, PredictBlock, PredictOption } from './lesson'
import { pointOf } from './problem'
import type { Directive } from './tree'

const OPTIONS_MAX = 5

export function predictOf(node: Directive, context: Context): Block | null {
  const { problems, telling } = context
  const at = required(
    node,
    attributesOf(node, context),
    'at',
    '{at=4} to ask while the scene stands at step 4',
    context,
  )
  if (telling === null) {
    problems.on(node, 'predict', "A question asks about a run: put it inside a scene, between the scene's colons.")
    return null
  }
  if (at === null) return null
  const step = /^\d{1,5}$/.test(at.value) ? Number(at.value) : -1
  const message = atProblem(step, telling)
  if (message !== null) {
    problems.at(at.place, 'predict', message)
    return null
  }
  telling.asked = step
  return questionOf(node, step, telling, context)
}

function atProblem(step: number, { stage, told, asked }: Telling): string | null {
  const last = stage.trace.steps.length - 1
  if (step < 0 || step > last) return `"at" is the step that the scene waits at: write a number from 0 to ${last}.`
  if (told > step) return `The prose above tells step ${told}, which answers the question at step ${step}: ask earlier.`
  if (asked !== null && asked >= step) return `A question at step ${asked} stands above: ask in the order of the run.`
  return null
}

function questionOf(node: Directive, at: number, telling: Telling, context: Context): PredictBlock | null {
  const [question, list, ...rest] = node.children
  const isWellFormed =
    question?.type === 'paragraph' && list?.type === 'list' && list.ordered !== true && rest.length === 0
  if (!isWellFormed || list.children.length < 2 || list.children.length > OPTIONS_MAX) {
    context.problems.on(
      node,
      'predict',
      `A prediction is one paragraph that asks and a list of 2 to ${OPTIONS_MAX} options, each "- \`cache.x = 1\` what a reader may think".`,
    )
    return null
  }
  const options = list.children.flatMap((item) => optionOf(item, context) ?? [])
  if (options.length === list.children.length) checkOptions(node, list.children, options, at, telling, context)
  return {
    type: 'predict',
    id: context.nextId('predict'),
    at,
    question: inlinesOf(question.children, context),
    options,
  }
}

function optionOf(item: ListItem, context: Context): PredictOption | null {
  const [first, ...feedback] = item.children
  const [code, ...label] = first?.type === 'paragraph' ? first.children : []
  if (code?.type !== 'inlineCode' || label.length === 0) {
    context.problems.on(
      item,
      'predict',
      'An option begins with an expression between backticks, then says in words what it means.',
    )
    return null
  }
  if (feedback.length === 0) {
    context.problems.on(
      item,
      'predict',
      'An option needs feedback, a paragraph below it and indented: say why somebody thinks so and what happens instead.',
    )
    return null
  }
  return { expression: code.value, label: inlinesOf(label, context), feedback: blocksOf(feedback, context) }
}

/** Exactly one option comes true, and no two ask the same. */
function checkOptions(
  node: Directive,
  items: readonly ListItem[],
  options: readonly PredictOption[],
  at: number,
  { stage }: Telling,
  { problems }: Context,
): void {
  const names = { keys: keysOf(stage.scenario), clients: stage.scenario.clients.map(({ name }) => name) }
  const outcomes = options.map(({ expression: text }, index) => {
    const parsed = parseExpression(text, names)
    if ('expression' in parsed) return evaluate(parsed.expression, stage.trace, at + 1)
    const { line, column } = pointOf(codeIn(items[index]))
    problems.at({ line, column: column + parsed.problem.column }, 'expression', parsed.problem.message)
    return null
  })
  const twin = options.findIndex(
    ({ expression }, index) => options.findIndex((other) => other.expression === expression) < index,
  )
  if (twin !== -1) problems.on(items[twin] ?? node, 'predict', 'Two options have the same expression: change one.')
  if (outcomes.includes(null)) return
  const truths = options.filter((_, index) => outcomes[index] === true).map(({ expression }) => expression)
  if (truths.length === 1) return
  const found = truths.length === 0 ? 'none of the options is true' : `${truths.join(' and ')} are true`
  problems.on(
    node,
    'predict',
    `After step ${at + 1} ${found}, and exactly one must be: change the options or the schedule.`,
  )
}

const codeIn = (item: ListItem | undefined) => {
  const first = item?.children[0]
  return (first?.type === 'paragraph' ? first.children[0] : undefined) ?? {}
}
