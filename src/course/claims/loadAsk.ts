/**
 * What a witness asks of runs under load: comparisons of what was measured, joined by "and".
 *
 *   ask        = comparison { "and" comparison }
 *   comparison = term ( "<" | "<=" | "=" | ">=" | ">" ) term { ... }
 *   term       = number | [ number "*" ] letter "." metric
 *
 * The letter is the strategy's place, `a` to `d`; the metrics are those of the page.
 */
import { metrics } from '../../model/load/metrics'
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'

const letters = ['a', 'b', 'c', 'd'] as const

/** One measured number: which strategy's, and which metric. */
export interface Measured {
  readonly strategy: number
  readonly metric: string
}

interface Term {
  readonly factor: number
  readonly measured: Measured | null
}

const comparing: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '=': (one, other) => one === other,
  '>=': (one, other) => one >= other,
  '>': (one, other) => one > other,
}

export interface LoadAsk {
  /** What it names, each once. */
  readonly measured: readonly Measured[]
  /** Whether it is true of these values; null where one was not measured. */
  isTrue(valueOf: (measured: Measured) => number | null): boolean | null
}

type Comparison = readonly [left: Term, compares: (one: number, other: number) => boolean, right: Term]

/** The ask, or one sentence about why it is none. */
export function loadAskOf(text: string, strategies: number): LoadAsk | { readonly problem: string } {
  const comparisons: Comparison[] = []
  for (const chain of text.split(/\s+and\s+/)) {
    const [first = '', ...rest] = chain.split(/\s*(<=|>=|<|>|=)\s*/)
    let left = termOf(first.trim(), strategies)
    if (rest.length === 0) return { problem: `The ask "${text}" compares nothing. Write e.g. a.hitRatio > 0.9.` }
    for (let index = 0; index < rest.length; index += 2) {
      const right = termOf(rest[index + 1]?.trim() ?? '', strategies)
      const wrong = [left, right].find((term) => 'problem' in term)
      if (wrong !== undefined && 'problem' in wrong) return { problem: `The ask "${text}" is wrong. ${wrong.problem}` }
      const compares = comparing[rest[index] ?? '']
      if (compares !== undefined && 'factor' in left && 'factor' in right) comparisons.push([left, compares, right])
      left = right
    }
  }
  const named = comparisons.flatMap(([left, , right]) => [left, right].flatMap(({ measured }) => measured ?? []))
  const measured = named.filter(
    (one, index) => named.findIndex((each) => each.metric === one.metric && each.strategy === one.strategy) === index,
  )
  if (measured.length === 0) return { problem: `The ask "${text}" names nothing that is measured.` }
  return {
    measured,
    isTrue(valueOf) {
      if (measured.some((each) => valueOf(each) === null)) return null
      const value = ({ factor, measured: of }: Term) => factor * (of === null ? 1 : (valueOf(of) ?? 0))
      return comparisons.every(([left, compares, right]) => compares(value(left), value(right)))
    },
  }
}

function termOf(text: string, strategies: number): Term | { readonly problem: string } {
  if (/^\d+(\.\d+)?$/.test(text)) return { factor: Number(text), measured: null }
  const [, factor = '1', letter = '', metric = ''] =
    /^(?:(\d+(?:\.\d+)?)\s*\*\s*)?([a-z])\.([A-Za-z0-9]+)$/.exec(text) ?? []
  if (letter === '') return { problem: `${quoted(text)} is no number and no metric. Write e.g. a.writeP50.` }
  const strategy = letters.findIndex((each) => each === letter)
  if (strategy < 0 || strategy >= strategies)
    return {
      problem: `There is no strategy ${letter} among ${strategies}. They are ${letters.slice(0, strategies).join(', ')}.`,
    }
  const names = metrics.map(({ name }) => name)
  if (!names.includes(metric)) return { problem: `There is no metric ${quoted(metric)}. ${suggestion(metric, names)}` }
  return { factor: Number(factor), measured: { strategy, metric } }
}
