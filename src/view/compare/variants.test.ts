import { describe, expect, test } from 'vitest'
import { catalogue, scenarioNamed } from '../../model/scenario/catalogue'
import { choosesTheSame, withFault, withGuard, withProtocol } from '../../model/scenario/edits'
import { misfitIn } from '../../model/scenario/rules'
import { hasSameWorkload } from '../../model/scenario/workload'
import { pointlessIn } from '../../model/scenario/workloadRules'
import { choicesInWords, nextBeside, patternsFor } from './variants'

const base = scenarioNamed('stale-fill')!
const lease = withGuard(base, 'lease', 'wait')
const deferred = withProtocol(base, 'write', 'deferred-invalidate')

describe('scenarios side by side', () => {
  test('are called by what tells them apart: patterns only where they differ, guards always', () => {
    const words = (...all: readonly (typeof base)[]) => all.map((scenario) => choicesInWords(scenario, all))
    expect(words(base, lease)).toEqual(['No guard', 'Lease, others wait'])
    expect(words(base, lease, deferred)).toEqual([
      'Write-invalidate, no guard',
      'Write-invalidate, Lease, others wait',
      'Deferred invalidation, no guard',
    ])
    expect(words(base, withFault(base, 'evict', 2))).toEqual(['No guard', 'No guard, evict: 2'])
    expect(words(base, withGuard(lease, 'lease-timeout', 'once'))[1]).toBe('Lease, others wait, lease-timeout: once')
  })

  test('begin with the catalogue’s own where the shown one was edited, else with its twin', () => {
    expect(nextBeside(base, [lease])).toEqual(base)
    expect(nextBeside(base, [base])).toEqual(lease)
  })

  test('are three at most, all different', () => {
    const third = nextBeside(base, [base, lease])!
    expect([base, lease].some((other) => choosesTheSame(third, other))).toBe(false)
    expect(nextBeside(base, [base, lease, third])).toBeNull()
  })
})

test('every scenario of the catalogue has one to stand beside it, for the same clients', () => {
  for (const scenario of catalogue) {
    const next = nextBeside(scenario, [scenario])
    if (next === null) continue
    expect([scenario.scenario, misfitIn(next), pointlessIn(next), hasSameWorkload(scenario, next)]).toEqual([
      scenario.scenario,
      null,
      null,
      true,
    ])
  }
  expect(catalogue.filter((scenario) => nextBeside(scenario, [scenario]) === null)).toEqual([])
})

test('patterns are offered that the clients can use, the chosen one among them', () => {
  for (const scenario of catalogue)
    for (const role of ['read', 'write'] as const) {
      const offered = patternsFor(scenario, role).map(({ value }) => value)
      expect(offered).toContain(scenario.protocol[role])
      for (const value of offered) expect(pointlessIn(withProtocol(scenario, role, value))).toBeNull()
    }
})
