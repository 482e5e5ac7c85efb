import variant from '@jitl/quickjs-wasmfile-release-sync'
import { sources } from 'virtual:program-sources'
import { describe, expect, it } from 'vitest'
import { check } from '../../model/explore/check'
import { adopted } from '../../model/own/adopt'
import type { Role } from '../../model/own/own'
import { protocols } from '../../model/protocols'
import { catalogue } from '../../model/scenario/catalogue'
import type { Scenario } from '../../model/scenario/scenario'
import { Teacher } from './teacher'

const teacher = new Teacher(variant)

/** The text of a pattern as the code panel shows it. */
const textOf = (pattern: string): string =>
  sources[pattern]!.lines.map((tokens) => tokens.map(({ text }) => text).join('')).join('\n')

async function withText(scenario: Scenario, role: Role, text: string): Promise<Scenario> {
  const { uses } = await teacher.read(role, text)
  return adopted(scenario, role, { text, packed: '' }, { begunFrom: scenario.protocol[role], uses })
}

/** Scenarios whose worlds are few enough for a check each; every pattern and most guards are among them. */
const small = catalogue.filter((scenario) => scenario.seed === undefined && check(scenario).states < 3000)

describe('the text of a pattern, run as a learner’s program', () => {
  for (const role of ['read', 'write'] as const)
    for (const pattern of Object.keys(protocols[role]))
      it(`has the worlds, verdicts and witnesses of ${pattern} in every scenario of the catalogue`, async () => {
        const scenarios = small.filter(({ protocol }) => protocol[role] === pattern)
        expect(scenarios.length).toBeGreaterThan(0)
        for (const scenario of scenarios) {
          const own = await withText(scenario, role, textOf(pattern))
          expect(own.protocol).toEqual(scenario.protocol)
          expect(own.guards).toEqual(scenario.guards)
          expect(check(own)).toEqual(check(scenario))
        }
      })

  it('covers guards, faults, increments, transfers and composed values', () => {
    const guards = new Set(small.flatMap((scenario) => Object.keys(scenario.guards)))
    const kinds = new Set(
      small.flatMap(({ clients }) => clients.flatMap(({ operations }) => operations.map(({ kind }) => kind))),
    )
    expect(guards.size).toBeGreaterThan(15)
    expect([...kinds].sort()).toEqual(['any', 'bypass', 'forever', 'increment', 'read', 'transfer', 'write'])
  })
})
