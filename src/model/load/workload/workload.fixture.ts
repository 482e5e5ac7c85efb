/** Arbitrary experiments, such as the parser gives back: for the tests that print and link them. */
import fc from 'fast-check'
import type { Strategy } from '../strategy'
import { workloadProblems } from './check'
import type { Experiment } from './experiment'
import type { Limit } from './limits'
import { parts, withValue, type Part } from './parts'
import { plainWorkload } from './plain'
import { recordOf, type Shape } from './shape'
import { isStrategy, readStrategy } from './strategyText'
import type { Workload } from './workload'

const numberWithin = ({ min, max, isWhole }: Limit): fc.Arbitrary<number> =>
  isWhole
    ? fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, min + 3) }))
    : fc.oneof(
        fc.double({ min, max, noNaN: true }).map((number) => number + 0),
        fc.constantFrom(min, max),
        fc.double({ min, max: Math.min(max, min + 5), noNaN: true }).map((number) => number + 0),
      )

/** Any value of a shape within its limits. */
function valueOfShape(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case 'number':
      return numberWithin(shape.limit)
    case 'word':
      return fc.constantFrom(...shape.values)
    case 'flag':
      return fc.boolean()
    case 'option':
      return fc.option(valueOfShape(shape.of), { nil: null })
    case 'list':
      return fc.array(valueOfShape(shape.of), { maxLength: 3 })
    case 'choice':
      return fc
        .constantFrom(...shape.variants)
        .chain((variant) =>
          fc
            .tuple(...variant.fields.map((field) => valueOfShape(field.shape)))
            .map((values) => recordOf(variant, values)),
        )
  }
}

const line = fc.string({ unit: 'grapheme', maxLength: 25 }).map((text) =>
  text
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim(),
)

const plain: Workload = { workload: 'a', title: 'A', about: '', ...plainWorkload }

interface Change {
  readonly part: Part
  readonly value: unknown
}

const changes: fc.Arbitrary<readonly Change[]> = fc
  .subarray([...parts])
  .chain((some) => fc.tuple(...some.map((part) => valueOfShape(part.shape).map((value) => ({ part, value })))))

/** With other values for some parts, except where they would mean nothing beside the others. */
const changed = (workload: Workload, made: readonly Change[]): Workload =>
  made.reduce((whole, { part, value }) => {
    const next = withValue(whole, part, value)
    return workloadProblems(next).length === 0 ? next : whole
  }, workload)

const name = fc
  .stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
  .filter((text) => !(text in {}) && !/^(true|false|null)$/.test(text))

const workloads: fc.Arbitrary<Workload> = fc
  .tuple(
    name,
    line.filter((title) => title !== ''),
    line,
    changes,
  )
  .map(([workload, title, about, made]) => changed({ ...plain, workload, title, about }, made))

const texts = [
  'cache-aside+write-invalidate',
  'cache-aside+write-invalidate+lease:wait',
  'read-through+write-through+compare-and-set:newer+lagging',
  'cache-aside+write-behind+queue:durable+flush-every:100',
  'refresh-ahead+write-around+expiry:after-write',
  'database-only+write-around',
  'cache-aside+deferred-invalidate+delay:any+lagging',
]

const strategiesOf = (minLength: number): fc.Arbitrary<readonly Strategy[]> =>
  fc.subarray(texts, { minLength, maxLength: 4 }).map((some) => some.map(strategyOf))

/** A strategy from its words, which are right. */
export function strategyOf(text: string): Strategy {
  const strategy = readStrategy(text)
  if (!isStrategy(strategy)) throw new Error(`${text}: ${strategy.message}`)
  return strategy
}

export const experiments: fc.Arbitrary<Experiment> = fc.record({ workload: workloads, strategies: strategiesOf(0) })

/** What the page makes of a preset. */
export const editsOf = (presets: readonly Experiment[]): fc.Arbitrary<Experiment> =>
  fc
    .tuple(fc.constantFrom(...presets), changes, fc.option(strategiesOf(1), { nil: null }))
    .map(([{ workload, strategies }, made, others]) => ({
      workload: changed(workload, made),
      strategies: others ?? strategies,
    }))
