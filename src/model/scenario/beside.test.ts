import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { withWorkloadOf } from './beside'
import { catalogue, scenarioNamed } from './catalogue'
import { mended, withFault, withGuard, withProtocol } from './edits'
import { isProblem, readLink, writeLink } from './link'
import { faultsOf } from './scenario.fixture'
import { switches } from './switches'
import type { Scenario } from './scenario'

const staleFill = scenarioNamed('stale-fill')!
const lease = withGuard(staleFill, 'lease', 'wait')
const doubled = withFault(withProtocol(staleFill, 'write', 'double-delete'), 'evict', 1)

const read = (link: string) => {
  const moment = readLink(link)
  return isProblem(moment) ? moment.message : moment.beside
}

describe('scenarios side by side in a link', () => {
  test('stand there in words, as what each chooses otherwise than the catalogue', () => {
    const moment = {
      scenario: 'stale-fill',
      edited: lease,
      schedule: ['T1', 'T2'],
      step: 1,
      beside: [staleFill, doubled],
    }
    const link = '#/lab/stale-fill?lease=wait&beside=as-it-is/write:double-delete,evict:1&run=T1+T2&at=1'
    expect(writeLink(moment)).toBe(link)
    expect(readLink(link)).toEqual(moment)
  })

  test('switch off what the catalogue has on', () => {
    const base = scenarioNamed('stale-fill-lease')!
    const link = writeLink({
      scenario: base.scenario,
      edited: base,
      schedule: [...base.schedule],
      step: 0,
      beside: [withGuard(base, 'lease', null)],
    })
    expect(link).toBe('#/lab/stale-fill-lease?beside=lease:off')
    expect(read(link)).toEqual([withGuard(base, 'lease', null)])
  })

  test('share the clients and the start that the link gives the first one', () => {
    const beside = read('#/lab/stale-fill?clients=T1:read-x,read-x+T2:write-x&beside=lease:wait&run=')
    expect(beside).toMatchObject([
      { guards: { lease: 'wait' }, clients: [{ operations: [{}, {}] }, { operations: [{}] }] },
    ])
  })

  test('come back as they were, whatever is switched', () => {
    const edited = (base: Scenario): fc.Arbitrary<Scenario> =>
      fc
        .tuple(fc.subarray([...switches], { maxLength: 4 }), fc.option(faultsOf(base.clients.map(({ name }) => name))))
        .map(([turned, faults]) => {
          const on = turned.reduce((scenario, each) => each.apply(scenario, each.applies(scenario)), base)
          return faults === null ? on : mended({ ...on, faults })
        })
    const pairs = fc
      .constantFrom(...catalogue.filter(({ seed }) => seed === undefined))
      .chain((base) => fc.tuple(fc.constant(base), fc.array(edited(base), { minLength: 1, maxLength: 2 })))
    fc.assert(
      fc.property(pairs, ([base, beside]) => {
        const moment = { scenario: base.scenario, edited: base, schedule: [...base.schedule], step: 0, beside }
        expect(readLink(writeLink(moment))).toEqual(moment)
      }),
    )
  })
})

const refused: readonly (readonly [what: string, word: string, column: number, sentence: string])[] = [
  ['a fourth', 'lease:wait/lease:off/write:double-delete', 25, 'At most 3 stand side by side. Keep 2 of these.'],
  [
    'a choice without a value',
    'lease',
    25,
    '"lease" has no value. Write it as name:value, e.g. lease:wait, or as-it-is.',
  ],
  [
    'another workload',
    'lease:wait/clients:T1',
    36,
    '"clients" is the same on every side, so it cannot stand under "beside". Take it out.',
  ],
  ['another run', 'run:T1', 25, '"run" is the same on every side, so it cannot stand under "beside". Take it out.'],
  ['a choice twice', 'lease:wait,lease:bypass', 36, '"lease" stands here for the second time. Keep one of the two.'],
  ['an unknown guard', 'leese:wait', 25, 'There is no link word "leese". Did you mean "lease"?'],
  [
    'a value that a guard does not have',
    'lease:wayt',
    31,
    'The guard "lease" has no value "wayt". Did you mean "wait"?',
  ],
  ['nothing', '', 25, '"" has no value. Write it as name:value, e.g. lease:wait, or as-it-is.'],
]

test.each(refused)('a link with %s beside its own is refused where it goes wrong', (_, word, column, message) => {
  expect(readLink(`#/lab/stale-fill?beside=${word}`)).toEqual({ file: 'link', line: 1, column, message })
})

test('choices for other clients keep what still means something, and lose the rest', () => {
  const other = { ...staleFill, clients: [{ name: 'T9', operations: [{ kind: 'read', key: 'x' }] }] } as const
  const crashing = withFault(lease, 'crash', ['T2'])
  expect(withWorkloadOf(staleFill, lease)).toBe(lease)
  expect(withWorkloadOf(other, lease)).toEqual({ ...other, guards: { lease: 'wait' } })
  expect(withWorkloadOf(other, crashing).clients).toBe(other.clients)
})
