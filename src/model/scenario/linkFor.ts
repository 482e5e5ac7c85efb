/**
 * A link in words for a scenario from elsewhere: the scenario of the catalogue that is nearest to it, and what differs. Titles
 * and what a scenario is about are not part of links; everything that runs is, or there is no link.
 */
import { catalogue, scenarioNamed } from './catalogue'
import { isProblem, readLink, writeLink, type Moment } from './link'
import { LINK_MAX } from './limits'
import { linkTo } from './linkWords'
import { quoted } from './problem'
import type { Scenario } from './scenario'

/** What a link has to bring back. */
const running = ({ protocol, guards, clients, start, composed, repeat, seed, faults, check }: Scenario): string =>
  JSON.stringify([protocol, sorted(guards), clients, start, composed, repeat, seed, sorted(faults), check])

const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Whether two scenarios run alike, whatever they are called. */
export const runsAlike = (a: Scenario, b: Scenario): boolean => running(a) === running(b)

/** How many of the nearest are tried. */
const TRIED_MAX = 8

/** Its namesake first, then the others by how little there is to say. */
function basesFor(scenario: Scenario): readonly Scenario[] {
  const namesake = scenarioNamed(scenario.scenario)
  const others = catalogue
    .map((base) => ({ base, length: linkTo(base, scenario).length - base.scenario.length }))
    .toSorted((a, b) => a.length - b.length)
    .slice(0, TRIED_MAX)
    .map(({ base }) => base)
  return namesake === undefined ? others : [namesake, ...others]
}

/** The moment that a link restores, such that it runs like the scenario; or one sentence about why there is none. */
export function momentFor(
  scenario: Scenario,
  schedule: readonly string[],
  step: number,
): Moment | { readonly problem: string } {
  let problem = `Nothing in the catalogue is near enough to ${quoted(scenario.title)} for a link in words.`
  for (const base of basesFor(scenario)) {
    const link = writeLink({ scenario: base.scenario, edited: scenario, schedule, step })
    if (link.length > LINK_MAX) {
      problem = `Its run of ${schedule.length} steps is longer than a link may be. Shorten the schedule.`
      continue
    }
    const read = readLink(link)
    if (isProblem(read)) problem = read.message
    else if (runsAlike(read.edited, scenario) && read.schedule.join() === schedule.join()) return read
  }
  return { problem }
}
