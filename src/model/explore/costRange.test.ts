/** The least and the most that a run costs, against every run one by one. */
import { describe, expect, it } from 'vitest'
import { costOf, noCounts, type Counts } from '../engine/cost'
import { catalogue } from '../scenario/catalogue'
import { isEndless, type Scenario } from '../scenario/scenario'
import { sketched } from '../testing/sketch'
import { isRun } from './bounds'
import { costRange } from './costRange'
import { everyRun } from './everyRun'

const RUNS_MAX = 200
const names = Object.keys(noCounts) as readonly (keyof Counts)[]

function byForce(scenario: Scenario) {
  const runs = everyRun(scenario, RUNS_MAX)
  if (runs === null) return null
  const costs = runs.map((trace) => costOf(trace))
  const extremes = (pick: (...numbers: number[]) => number) =>
    Object.fromEntries(names.map((name) => [name, pick(...costs.map((cost) => cost[name]))]))
  return { least: extremes(Math.min), most: extremes(Math.max) }
}

const small = catalogue.filter((scenario) => !isRun(scenario) && !isEndless(scenario) && byForce(scenario) !== null)

describe('the range of costs', () => {
  it.each(small.map((scenario) => [scenario.scenario, scenario] as const))(
    'of %s is that of all its runs',
    (_, scenario) => {
      expect(costRange(scenario)).toEqual(byForce(scenario))
    },
  )

  it('is tried on most of the catalogue', () => {
    expect(small.length).toBeGreaterThan(60)
  })

  it('tells what a herd costs, and what a lease saves', () => {
    const clients = { T1: ['read x'], T2: ['read x'], T3: ['read x'] }
    const loads = (guards: Readonly<Record<string, string>>) => {
      const range = costRange(sketched({ clients, guards }))!
      return [range.least.databaseReads, range.most.databaseReads]
    }
    expect([loads({}), loads({ lease: 'wait' })]).toEqual([
      [1, 3],
      [1, 1],
    ])
  })

  it('is not told where there are too many worlds, or runs without end', () => {
    expect(costRange(sketched({ clients: { T1: ['read x'] } }), 1)).toBeNull()
    expect(costRange(sketched({ clients: { T1: ['forever read x'] } }))).toBeNull()
  })
})
