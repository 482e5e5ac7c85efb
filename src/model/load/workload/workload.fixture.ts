/** Arbitrary experiments, such as the parser gives back: for the tests that print and link them. */
import fc from 'fast-check'
import type { Strategy } from '../strategy'
import { workloadProblems } from './check'
import type { Experiment } from './experiment'
import type { Limit } from './limits'
import { parts, withValue } from './parts'
import { plainWorkload } from './plain'
import { recordOf, type Shape } from './shape'
import { isStrategy, readStrategy, strategyText } from './strategyText'
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

/** A workload with other values for some parts; those that make no sense beside the others are put back. */
const workloads: fc.Arbitrary<Workload> = fc
  .tuple(
    fc
      .stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}$/)
      .filter((name) => !(name in {}) && !/^(true|false|null)$/.test(name)),
    line.filter((title) => title !== ''),
    line,
    fc
      .subarray([...parts])
      .chain((some) => fc.tuple(...some.map((part) => valueOfShape(part.shape).map((value) => ({ part, value }))))),
  )
  .map(([workload, title, about, changes]) => {
    const named = { ...plain, workload, title, about }
    return changes.reduce<Workload>((whole, { part, value }) => {
      const changed = withValue(whole, part, value)
      return workloadProblems(changed).length === 0 ? changed : whole
    }, named)
  })

const texts = [
  'cache-aside+write-invalidate',
  'cache-aside+write-invalidate+lease:wait',
  'read-through+write-through+compare-and-set:newer+lagging',
  'cache-aside+write-behind+queue:durable+flush-every:100',
  'refresh-ahead+write-around+expiry:after-write',
  'database-only+write-around',
  'cache-aside+deferred-invalidate+delay:any+lagging',
]

const strategies: fc.Arbitrary<readonly Strategy[]> = fc
  .subarray(texts, { maxLength: 4 })
  .map((some) => some.map(strategyOf))

/** A strategy from its words, which are right. */
export function strategyOf(text: string): Strategy {
  const strategy = readStrategy(text)
  if (!isStrategy(strategy)) throw new Error(`${text}: ${strategy.message}`)
  return strategy
}

export const experiments: fc.Arbitrary<Experiment> = fc
  .record({ workload: workloads, strategies })
  .filter(({ strategies: some }) => new Set(some.map(strategyText)).size === some.length)
