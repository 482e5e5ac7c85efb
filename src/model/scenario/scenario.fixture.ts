/** Arbitrary scenarios, such as the parser gives back: for the tests that print, edit and link them. */
import fc from 'fast-check'
import { faults, faultsWith } from '../engine/faults'
import type { Fault, FaultValue } from '../engine/faults/fault'
import { guards as knownGuards } from '../guards'
import { mended } from './edits'
import { endlessWord } from './faultValues'
import { checkProblem } from './endless'
import {
  isEndless,
  keysOf,
  type Client,
  type Faults,
  type Operation,
  type Scenario,
  type VerdictWord,
} from './scenario'
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

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('read' as const, 'write' as const), key: fc.constantFrom(...keyNames) }),
  fc.constant({ kind: 'any' as const }),
)

/** What a client may do in the end, for ever. */
const forever = fc.option(
  fc.constantFrom(...keyNames).map((key): Operation => ({ kind: 'forever', key })),
  { nil: null, freq: 1 },
)

const operations = fc
  .tuple(fc.array(operation, { minLength: 1, maxLength: 7 }), forever)
  .map(([some, last]) => (last === null ? some : [...some, last]))

const clients: fc.Arbitrary<readonly Client[]> = fc
  .subarray(clientNames, { minLength: 1 })
  .chain((names) => fc.tuple(...names.map((client) => operations.map((all) => ({ name: client, operations: all })))))

const versions = fc.dictionary(fc.constantFrom(...keyNames), fc.integer({ min: 1, max: 200 }), {
  noNullPrototype: true,
})

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
    start: fc.record({ database: versions, cache: versions }),
    seed: fc.option(fc.integer({ min: 0, max: 999_999 }), { nil: undefined, freq: 1 }),
    repeat: fc.option(fc.integer({ min: 2, max: 400 }), { nil: undefined, freq: 1 }),
  })
  // An operation may be repeated more often than a check takes only where a seed plays a single run.
  .map(({ seed, repeat, ...bare }) => ({
    ...bare,
    ...(seed !== undefined && { seed, ...(repeat !== undefined && !isEndless(bare) && { repeat }) }),
    check: bare.check.filter((property) => checkProblem(property, bare.clients) === null),
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
        const database = keysOf(scenario).map((key) => [key, bare.start.database[key] ?? 1] as const)
        return mended({ ...scenario, start: { ...bare.start, database: Object.fromEntries(database) } })
      }),
  )
  .filter((scenario) => keysOf(scenario).length > 0)
  .chain((scenario) => schedulesOf(scenario).map((schedule) => ({ ...scenario, schedule })))
