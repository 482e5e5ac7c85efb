import { describe, expect, it } from 'vitest'
import { propertyNamed } from '../../properties'
import { scenarioNamed } from '../../scenario/catalogue'
import { violates } from '../../testing/naive'
import { sketched } from '../../testing/sketch'
import { check } from '../check'
import { countRuns } from '../countRuns'
import { everyRun } from '../everyRun'
import { factsOf, type PropertyFacts } from './facts'

const converges = propertyNamed('converges')!

describe('facts of a property', () => {
  it('count worlds as a check does, and schedules as the map does', () => {
    const scenario = scenarioNamed('stale-fill')!
    const facts = factsOf(scenario, converges) as PropertyFacts
    const { total, bad } = countRuns(scenario, converges)!
    const report = check(scenario)
    const [verdict] = report.results.filter(({ property }) => property === 'converges')
    expect(facts).toMatchObject({ worlds: report.states, runs: { all: total, met: bad } })
    expect(verdict).toMatchObject({ schedule: facts.shortest })
  })

  it.each([
    ['a reader and a writer', sketched({ clients: { T1: ['read x'], T2: ['write x'] } })],
    ['an eviction', sketched({ evict: 1, clients: { T1: ['read x'], T2: ['write x', 'read x'] } })],
    ['two readers', sketched({ clients: { T1: ['read x'], T2: ['write x'], T3: ['read x'] } })],
  ])('show of %s the run in the middle of those with the median length', (_name, scenario) => {
    const bad = everyRun(scenario, 20_000)!
      .filter((run) => violates('converges', run))
      .map((run) => run.steps.map(({ word }) => word))
    const lengths = bad.map((words) => words.length).sort((a, b) => a - b)
    const median = lengths[Math.ceil(lengths.length / 2) - 1]
    const asLong = bad.filter((words) => words.length === median)
    const facts = factsOf(scenario, converges) as PropertyFacts
    expect(facts.typical).toEqual(asLong[Math.ceil(asLong.length / 2) - 1])
    expect(facts.shortest).toHaveLength(lengths[0]!)
    expect(facts.runs).toMatchObject({ met: bad.length })
  })

  it('show no run where none violates the property', () => {
    const leased = sketched({ guards: { lease: 'wait' }, clients: { T1: ['read x'], T2: ['write x'] } })
    expect(factsOf(leased, converges)).toMatchObject({ runs: { met: 0 }, shortest: null, typical: null })
  })

  it('are not counted where runs go on for ever, and not gathered of one run', () => {
    const endless = sketched({ clients: { T1: ['forever read x'], T2: ['write x'] } })
    const forEver = 'Runs of this scenario can go on for ever, so they are not counted.'
    expect(factsOf(endless, converges)).toMatchObject({ runs: forEver, typical: null })
    expect(factsOf({ ...endless, seed: 1 }, converges)).toHaveProperty('reason')
    expect(factsOf(endless, propertyNamed('sees-the-new-value')!)).toHaveProperty('reason')
  })
})
