/**
 * What a witness asks: an expression of the lessons, and of which runs it is asked.
 *
 *   ask = [ "every run ends with" | "some run ends with" | "no run ends with" | "always" | "sometimes" | "never" ] expression
 *
 * With a schedule nothing stands before the expression: it is asked of that run, after its last step. Without one, the
 * words say whether ends or moments count; verdicts of properties need no such words, because a verdict is about all runs
 * already.
 */
import { kindsIn, parseExpression, type Expression } from '../lesson/expression'
import { propertyWords } from '../../model/scenario/vocabulary'
import { keysOf, type Scenario } from '../../model/scenario/scenario'

export interface Quantifier {
  readonly words: string
  readonly over: 'ends' | 'moments'
  readonly kind: 'every' | 'some' | 'no'
}

const quantifiers: readonly Quantifier[] = [
  { words: 'every run ends with', over: 'ends', kind: 'every' },
  { words: 'some run ends with', over: 'ends', kind: 'some' },
  { words: 'no run ends with', over: 'ends', kind: 'no' },
  { words: 'always', over: 'moments', kind: 'every' },
  { words: 'sometimes', over: 'moments', kind: 'some' },
  { words: 'never', over: 'moments', kind: 'no' },
]

export interface Ask {
  /** Null where the expression is about one run, or about verdicts. */
  readonly quantifier: Quantifier | null
  readonly expression: Expression
  /** The properties that it names, each once. */
  readonly properties: readonly string[]
}

/** The properties that an ask names, known before there is a scenario to ask about. */
export const propertiesIn = (text: string): readonly string[] => [
  ...new Set(text.split(/[\s=!<>]+/).filter((word) => propertyWords.built.includes(word))),
]

/** The ask, or one sentence about why it is none. */
export function askOf(text: string, scenario: Scenario, hasSchedule: boolean): Ask | { readonly problem: string } {
  const quantifier = quantifiers.find(({ words }) => text.startsWith(`${words} `)) ?? null
  const rest = quantifier === null ? text : text.slice(quantifier.words.length + 1)
  const names = {
    keys: keysOf(scenario),
    clients: scenario.clients.map(({ name }) => name),
    properties: propertyWords.built,
  }
  const parsed = parseExpression(rest, names)
  if ('problem' in parsed) {
    const column = parsed.problem.column + text.length - rest.length
    return { problem: `The ask "${text}" is wrong at character ${column}. ${parsed.problem.message}` }
  }
  const kinds = kindsIn(parsed.expression)
  const ask = { quantifier, expression: parsed.expression, properties: propertiesIn(rest) }
  if (hasSchedule)
    return quantifier === null
      ? ask
      : { problem: `One run is asked about, so "${quantifier.words}" says nothing. Drop it, or drop the schedule.` }
  if (quantifier === null && [...kinds].some((kind) => kind !== 'verdict'))
    return {
      problem: `The ask "${text}" does not say of which runs. Begin with ${quantifiers.map(({ words }) => `"${words}"`).join(', ')}, or give a schedule.`,
    }
  if (quantifier !== null && kinds.has('verdict'))
    return { problem: `A verdict is about all runs already. Drop "${quantifier.words}".` }
  return ask
}
