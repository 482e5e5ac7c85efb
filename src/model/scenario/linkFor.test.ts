import { expect, test } from 'vitest'
import { catalogue, scenarioNamed } from './catalogue'
import { isProblem, readLink, writeLink } from './link'
import { momentFor, runsAlike } from './linkFor'
import { openingOf } from '../run/course'
import { parseScenario } from './parse'
import type { Scenario } from './scenario'

const parsed = (text: string): Scenario => {
  const result = parseScenario(text, 'test')
  if ('problems' in result) throw new Error(result.problems[0]?.message)
  return result.scenario
}

test('a scenario of the catalogue is its own base, and so is its copy under another name', () => {
  for (const scenario of catalogue) {
    const schedule = openingOf(scenario)
    expect([scenario.scenario, momentFor(scenario, schedule, 0)]).toEqual([
      scenario.scenario,
      { scenario: scenario.scenario, edited: scenario, schedule, step: 0 },
    ])
    const copy = { ...scenario, scenario: 'a-copy', title: 'A copy' }
    const found = momentFor(copy, schedule, 0)
    expect('edited' in found && runsAlike(found.edited, copy)).toBe(true)
  }
})

test('a scenario from elsewhere opens by what differs from the nearest one', () => {
  const scenario = parsed(`
scenario: mine
protocol: { read: cache-aside, write: write-through }
clients: { Ann: [read k, read k], Bob: [write k], Cy: [write k] }
start: { cache: { k: 1 } }
guards: { compare-and-set: newer }
faults: { evict: 1 }
schedule: Ann Bob Cy Cy Bob Ann
`)
  const moment = momentFor(scenario, scenario.schedule, 2)
  if ('problem' in moment) throw new Error(moment.problem)
  const link = writeLink(moment)
  expect(link).toMatch(/^#\/lab\/[a-z0-9-]+\?.*clients=Ann:read-k,read-k\+Bob:write-k\+Cy:write-k/)
  const read = readLink(link)
  expect(
    isProblem(read) ? read : { runs: runsAlike(read.edited, scenario), run: read.schedule, at: read.step },
  ).toEqual({
    runs: true,
    run: scenario.schedule,
    at: 2,
  })
})

test('a run that is too long for a link is refused with its length', () => {
  const base = scenarioNamed('stale-fill')!
  const schedule = Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? 'T1' : 'T2'))
  expect(momentFor(base, schedule, 0)).toEqual({
    problem: 'Its run of 4000 steps is longer than a link may be. Shorten the schedule.',
  })
})
