import { describe, expect, it } from 'vitest'
import { catalogue, scenarioNamed } from '.'
import { replay } from '../../engine/replay'
import { check } from '../../explore/check'
import { isAsExpected } from '../../explore/report'
import { openingOf } from '../../run/course'
import { choosesTheSame } from '../edits'

const reports = new Map(catalogue.map((scenario) => [scenario.scenario, check(scenario)]))
const rows = catalogue.map((scenario) => [scenario.scenario, scenario] as const)

describe('the catalogue', () => {
  it('has 154 scenarios, each with its own name', () => {
    expect([catalogue.length, new Set(catalogue.map(({ scenario }) => scenario)).size]).toEqual([154, 154])
    expect([scenarioNamed('stale-fill')?.title, scenarioNamed('__proto__')]).toEqual(['The stale fill', undefined])
  })

  it('holds one largest scenario', () => {
    const sizes = [...reports.values()].map(({ scenario, states }) => [states, scenario] as const)
    sizes.sort(([a], [b]) => b - a)
    expect(sizes.slice(0, 2)).toEqual([
      [4907, 'busy-cache'],
      [2821, 'busy-cache-lease'],
    ])
  })

  it.each(rows)('finds in %s what it expects', (name, scenario) => {
    const found = reports.get(name)!.results.filter(({ property }) => property in scenario.expect)
    expect(found.filter((result) => !isAsExpected(result, scenario.expect[result.property]!))).toEqual([])
    expect(found.map(({ property }) => property).sort()).toEqual(Object.keys(scenario.expect).sort())
  })

  it.each(rows)('expects nothing of %s that holds because nothing happened', (name, scenario) => {
    const empty = reports
      .get(name)!
      .results.filter(({ judged, property }) => judged === 0 && property in scenario.expect)
    expect(empty.map(({ property }) => property)).toEqual([])
  })

  it.each(rows)('opens %s with a schedule that can happen', (_name, scenario) => {
    const schedule = openingOf(scenario)
    const trace = replay(scenario, schedule)
    expect([trace.refused, schedule.length > 0]).toEqual([null, true])
  })

  it.each(rows)(
    'gives %s a twin that names it back, fares differently and differs in its choices',
    (name, scenario) => {
      const twin = scenarioNamed(scenario.twin)
      expect(twin?.twin).toBe(name)
      expect(choosesTheSame(scenario, twin!) && twin!.clients.length === scenario.clients.length).toBe(false)
      expect(twin!.expect).not.toEqual(scenario.expect)
    },
  )

  it('pairs each scenario with one of which more, or less, is violated', () => {
    const broken = (name: string) =>
      Object.values(scenarioNamed(name)!.expect).filter((word) => word === 'violated' || word === 'for-ever').length
    const even = catalogue.filter((scenario) => broken(scenario.scenario) === broken(scenario.twin))
    expect(even.map(({ scenario }) => scenario)).toEqual([])
  })
})
