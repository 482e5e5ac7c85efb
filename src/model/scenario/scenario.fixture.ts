/** Arbitrary scenarios, such as the parser gives back: for the tests that print, edit and link them. */
import fc from 'fast-check'
import { faults, faultsWith } from '../engine/faults'
import type { Fault, FaultValue } from '../engine/faults/fault'
import { guards as knownGuards } from '../guards'
import { mended } from './edits'
import { endlessWord } from './faultValues'
import { bounds } from '../explore/bounds'
import { checkProblem } from './endless'
import {
  isEndless,
  keysOf,
  rowsOf,
  type Client,
  type Faults,
  type Operation,
  type Scenario,
  type VerdictWord,
} from './scenario'
import { pointlessIn, startProblem } from './workloadRules'
import { marks, propertyWords, readWords, stepForms, writeWords } from './vocabulary'

const keyNames = ['x', 'y', 'order_1', 'Z']
const clientNames = ['T1', 'T2', 'Writer']

const line = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', maxLength: maxLength / 4 })
    .map((text) =>
      text
        .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text.length <= maxLength)

const name = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}$/).filter((text) => !(text in {}))

const key = fc.constantFrom(...keyNames)

const reading = fc.record({ kind: fc.constantFrom('read' as const, 'bypass' as const), key })

const writing = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), key }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'any' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(key, { minLength: 2, maxLength: 2 })
      .map(([one, other]) => ({ kind: 'transfer' as const, key: one!, other: other! })),
  },
)

const counting = fc.record({ kind: fc.constant('increment' as const), key })

/** Nobody both writes and increments: what a value counts after a write is nobody's business. */
const kinds = fc.constantFrom<readonly fc.Arbitrary<Operation>[]>([reading, writing], [reading, counting])

/** What a client may do in the end, for ever. */
const forever = fc.option(
  key.map((each): Operation => ({ kind: 'forever', key: each })),
  { nil: null, freq: 1 },
)

const operationsOf = (some: readonly fc.Arbitrary<Operation>[]) =>
  fc
    .tuple(fc.array(fc.oneof(...some), { minLength: 1, maxLength: 7 }), forever)
    .map(([first, last]) => (last === null ? first : [...first, last]))

const clients: fc.Arbitrary<readonly Client[]> = fc
  .tuple(fc.subarray(clientNames, { minLength: 1 }), kinds)
  .chain(([names, some]) =>
    fc.tuple(...names.map((client) => operationsOf(some).map((operations) => ({ name: client, operations })))),
  )

const versions = (min: number) =>
  fc.dictionary(fc.constantFrom(...keyNames), fc.integer({ min, max: 200 }), { noNullPrototype: true })

/** At most one composed value, of two keys that may be rows. */
const composed = fc.option(
  fc.subarray(keyNames, { minLength: 2, maxLength: 2 }).map(([one, other]) => ({ card: [one!, other!] as const })),
  { nil: undefined, freq: 3 },
)

const guards = fc
  .tuple(
    ...knownGuards
      .filter(({ shape }) => shape === undefined)
      .map((guard) => fc.tuple(fc.constant(guard.name), fc.option(fc.constantFrom(...guard.values)))),
  )
  .map((pairs) => Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null)))

const budget = fc.integer({ min: 0, max: 200 })

function valueOf({ absent, form }: Fault, names: readonly string[]): fc.Arbitrary<FaultValue> {
  if (form.kind === 'clients') return fc.subarray([...names])
  if (form.kind === 'choice') return fc.constantFrom(absent, ...form.values)
  const endless = endlessWord(form)
  return endless === null ? budget : fc.oneof(budget, fc.constant(endless))
}

export const faultsOf = (names: readonly string[]): fc.Arbitrary<Faults> =>
  fc
    .tuple(...faults.map((fault) => fc.tuple(fc.constant(fault.name), valueOf(fault, names))))
    .map((pairs) => faultsWith(Object.fromEntries(pairs)))

/** Words that name steps of a scenario, enabled or not. */
export function schedulesOf(scenario: Scenario): fc.Arbitrary<string[]> {
  const keys = keysOf(scenario)
  const names = scenario.clients.map(({ name: client }) => client)
  const words = names.flatMap((client) => [
    client,
    ...keys.flatMap((key) => [`${client}:read-${key}`, `${client}:write-${key}`]),
  ])
  const struck = words.flatMap((word) => marks.map((mark) => `${word}!${mark}`))
  const others = stepForms.flatMap(({ head, of, isNumbered, marks: some = [] }) => {
    const plain = of === null ? [head] : (of === 'key' ? keys : names).map((subject) => `${head}:${subject}`)
    const numbered = isNumbered === true ? plain.map((word) => `${word}-2`) : []
    return [...plain, ...numbered, ...plain.flatMap((word) => some.map((mark) => `${word}!${mark}`))]
  })
  return fc.array(fc.constantFrom(...words, ...struck, ...others))
}

const verdict = fc.constantFrom<VerdictWord>('holds', 'violated', 'unknown')

/** Scenarios without choices that mean nothing beside the others. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    scenario: name,
    title: line(120).filter((text) => text !== ''),
    about: line(600),
    twin: fc.oneof(fc.constant(''), name),
    protocol: fc.record({ read: fc.constantFrom(...readWords.built), write: fc.constantFrom(...writeWords.built) }),
    guards,
    clients,
    check: fc.shuffledSubarray([...propertyWords.built], { minLength: 1 }),
    start: fc.record({ database: versions(0), cache: versions(0) }),
    composed,
    seed: fc.option(fc.integer({ min: 0, max: 999_999 }), { nil: undefined, freq: 1 }),
    repeat: fc.option(fc.integer({ min: 2, max: 400 }), { nil: undefined, freq: 1 }),
  })
  // An operation may be repeated more often than a check takes only where a seed plays a single run.
  .map(({ seed, repeat, composed: values, ...bare }) => ({
    ...bare,
    ...(values !== undefined && { composed: values }),
    ...(seed !== undefined && { seed, ...(repeat !== undefined && !isEndless(bare) && { repeat }) }),
    check: bare.check.filter(
      (property) => checkProblem(property, { clients: bare.clients, ...(values && { composed: values }) }) === null,
    ),
  }))
  .filter(({ check }) => check.length > 0)
  .chain((bare) =>
    fc
      .record({
        faults: faultsOf(bare.clients.map((client) => client.name)),
        expect: fc
          .subarray(bare.check)
          .chain((names) => fc.record(Object.fromEntries(names.map((each) => [each, verdict])))),
      })
      .map((more) => {
        const scenario: Scenario = { ...bare, ...more, schedule: [] }
        const database = rowsOf(scenario).map((row) => [row, bare.start.database[row] ?? 1] as const)
        return mended({ ...scenario, start: { ...bare.start, database: Object.fromEntries(database) } })
      }),
  )
  .filter((scenario) => keysOf(scenario).length > 0 && keysOf(scenario).length <= bounds.keys)
  .filter((scenario) => pointlessIn(scenario) === null && startProblem(scenario) === null)
  .chain((scenario) => schedulesOf(scenario).map((schedule) => ({ ...scenario, schedule })))
