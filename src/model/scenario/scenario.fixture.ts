/** Arbitrary scenarios, such as the parser gives back: for the tests that print, edit and link them. */
import fc from 'fast-check'
import { faults, faultsWith, noFaults } from '../engine/faults'
import type { Fault, FaultValue } from '../engine/faults/fault'
import { guards as knownGuards } from '../guards'
import { misfitIn } from './rules'
import { keysOf, type Client, type Faults, type Operation, type Scenario, type VerdictWord } from './scenario'
import { propertyWords, readWords, stepForms, writeWords } from './vocabulary'

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

const clients: fc.Arbitrary<readonly Client[]> = fc
  .subarray(clientNames, { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((client) =>
        fc.array(operation, { minLength: 1, maxLength: 8 }).map((operations) => ({ name: client, operations })),
      ),
    ),
  )

const versions = fc.dictionary(fc.constantFrom(...keyNames), fc.integer({ min: 1, max: 200 }), {
  noNullPrototype: true,
})

const guards = fc
  .tuple(...knownGuards.map((guard) => fc.tuple(fc.constant(guard.name), fc.option(fc.constantFrom(...guard.values)))))
  .map((pairs) => Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null)))

const budget = fc.integer({ min: 0, max: 200 })

function valueOf({ absent, form }: Fault, names: readonly string[]): fc.Arbitrary<FaultValue> {
  if (form.kind === 'clients') return fc.subarray([...names])
  if (form.kind === 'choice') return fc.constantFrom(absent, ...form.values)
  return form.kind === 'count' ? budget : fc.oneof(budget, fc.constant('any'))
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
  const others = stepForms.flatMap(({ head, of }) =>
    of === null ? [head] : (of === 'key' ? keys : names).map((subject) => `${head}:${subject}`),
  )
  return fc.array(fc.constantFrom(...words, ...others))
}

const verdict = fc.constantFrom<VerdictWord>('holds', 'violated', 'unknown')

/** Guards one by one, without those that mean nothing beside the ones before or with the patterns. */
const compatible = (chosen: Scenario['guards'], protocol: Scenario['protocol']): Scenario['guards'] =>
  Object.entries(chosen).reduce<Scenario['guards']>((kept, [name, value]) => {
    const more = { ...kept, [name]: value }
    return misfitIn({ guards: more, protocol, faults: noFaults }) === null ? more : kept
  }, {})

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
  })
  .map((bare) => ({ ...bare, guards: compatible(bare.guards, bare.protocol) }))
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
        return { ...scenario, start: { ...bare.start, database: Object.fromEntries(database) } }
      }),
  )
  .filter((scenario) => keysOf(scenario).length > 0)
  .chain((scenario) => schedulesOf(scenario).map((schedule) => ({ ...scenario, schedule })))
