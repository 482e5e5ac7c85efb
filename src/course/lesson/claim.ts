/**
 * Claims: statements that the build executes. The exhaustive check decides; a claim that says otherwise, or that
 * holds because nothing happened, is a problem of the lesson. The counts on the page are the ones found here.
 */
import { replay } from '../../model/engine/replay'
import { check } from '../../model/explore/check'
import { isAsExpected, type Result } from '../../model/explore/report'
import { either } from '../../model/scenario/names'
import { guardWords, propertyWords, valueWords, verdictWords, wordProblem } from '../../model/scenario/vocabulary'
import { withGuard } from '../../model/scenario/edits'
import { checkProblem } from '../../model/scenario/endless'
import { linkTo } from '../../model/scenario/linkWords'
import type { Scenario, VerdictWord } from '../../model/scenario/scenario'
import { propertyNamed } from '../../model/properties'
import { quoted } from '../../model/scenario/problem'
import type { Context } from './context'
import { attributesOf, required, type Attribute, type Attributes } from './directive'
import { findingOf } from './finding'
import { inlinesOf } from './inlines'
import type { Block, ClaimBlock } from './lesson'
import { catalogueScenario } from './stage'
import { storedRun } from './storedRun'
import type { Directive } from './tree'

/** Worlds of a claim's check. A lesson's model is small; a claim that needs more is a claim nobody can follow. */
const WORLDS_MAX = 200_000

export function claimOf(node: Directive, context: Context): Block | null {
  const attributes = attributesOf(node, context)
  const property = required(node, attributes, 'property', 'property=converges', context)
  const verdict = required(node, attributes, 'verdict', 'verdict=holds or verdict=violated', context)
  const ground = groundOf(node, attributes, context)
  const [statement, ...rest] = node.children
  if (statement?.type !== 'paragraph' || rest.length > 0) {
    context.problems.on(node, 'claim', 'A claim is one paragraph, the statement that the check decides.')
    return null
  }
  if (property === null || verdict === null || ground === null || !areKnown(property, verdict, context)) return null
  const lack = checkProblem(property.value, ground.scenario)
  if (lack !== null) {
    context.problems.at(property.place, 'claim', lack)
    return null
  }
  const scenario = { ...ground.scenario, check: [property.value], expect: {} }
  const decided = decide(node, scenario, property.value, verdict.value, context)
  const title = propertyNamed(property.value)
  if (decided === null || title === undefined) return null
  return {
    type: 'claim',
    id: context.nextId('claim'),
    property: property.value,
    propertyTitle: title.title,
    violatedSays: title.violatedSays,
    statement: inlinesOf(statement.children, context),
    scenario,
    link: ground.base === null ? null : linkTo(ground.base, scenario),
    ...decided,
    run: decided.finding.witness.length === 0 ? null : storedRun(replay(scenario, decided.finding.witness)),
  }
}

function areKnown(property: Attribute, verdict: Attribute, { problems }: Context): boolean {
  const message = wordProblem(property.value, propertyWords)
  if (message !== null) problems.at(property.place, 'claim', message)
  const possible = verdictWords(property.value).built.filter((word) => word !== 'unknown')
  const isVerdict = possible.includes(verdict.value)
  if (!isVerdict) {
    const says = either(possible.map((word) => `"${word}"`))
    problems.at(verdict.place, 'claim', `A claim says ${says}, not ${quoted(verdict.value)}.`)
  }
  return message === null && isVerdict
}

interface Ground {
  readonly scenario: Scenario
  readonly base: Scenario | null
}

/** What the claim is about: the scene's scenario or the one it names, with its guards switched. */
function groundOf(node: Directive, attributes: Attributes, context: Context): Ground | null {
  const named = attributes.get('scenario')
  const stage = context.telling?.stage
  let ground: Ground | null = stage ? { scenario: stage.scenario, base: stage.base } : null
  if (named !== undefined) ground = catalogueScenario(named, context)
  else if (ground === null) {
    context.problems.on(node, 'claim', 'A claim outside a scene must say what it is about: write scenario=NAME.')
  }
  const guards = attributes.get('guards')
  if (ground === null || guards === undefined) return ground
  return withGuards(ground, guards, context)
}

/** `lease: wait, compare-and-set: off` */
function withGuards({ scenario, base }: Ground, { value, place }: Attribute, { problems }: Context): Ground | null {
  let edited = scenario
  for (const part of value.split(',')) {
    const [guard = '', chosen = 'true'] = part.split(':').map((word) => word.trim())
    const message = wordProblem(guard, guardWords) ?? (chosen === 'off' ? null : wordProblem(chosen, valueWords(guard)))
    if (message !== null) {
      problems.at(place, 'claim', message)
      return null
    }
    edited = withGuard(edited, guard, chosen === 'off' ? null : chosen)
  }
  return { scenario: edited, base }
}

function decide(
  node: Directive,
  scenario: Scenario,
  property: string,
  verdict: string,
  { problems }: Context,
): Pick<ClaimBlock, 'verdict' | 'finding'> | null {
  const report = check(scenario, { budget: { worlds: WORLDS_MAX } })
  const result = report.results[0]
  if (result === undefined) return null
  if (!isAsExpected(result, verdict as VerdictWord)) {
    problems.on(
      node,
      'claim',
      `The lesson says that ${property} is ${spoken[verdict] ?? verdict}, and the check of ${report.states} worlds finds ${foundBy(result)}: change the claim or the scenario.`,
    )
    return null
  }
  if (result.verdict === 'holds' && result.judged === 0) {
    problems.on(
      node,
      'claim',
      `${property} holds because nothing that it could judge ever happens in ${report.states} worlds: give the scenario something to judge.`,
    )
    return null
  }
  if (result.verdict === 'unknown') return null
  return { verdict: result.verdict, finding: findingOf(scenario, property, report, result) }
}

/** What a claim says of its property, after "is". */
const spoken: Readonly<Record<string, string>> = { holds: 'true', 'for-ever': 'violated for ever' }

function foundBy(result: Result): string {
  if (result.verdict === 'holds') return result.answer === undefined ? 'that it holds' : `that it is ${result.answer}`
  if (result.verdict === 'unknown') return `no answer (${result.reason})`
  return `that it is violated in ${result.steps} steps (${result.schedule.join(' ')})`
}
