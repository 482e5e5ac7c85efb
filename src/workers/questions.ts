/** What the Lab may ask the explorer besides verdicts; apart from them, so that it loads with the first question. */
import type { NoFacts, PropertyFacts } from '../model/explore/find/facts'
import type { Found } from '../model/explore/find/find'
import type { Query } from '../model/explore/find/query'
import type { Hint } from '../model/explore/hints/hint'
import type { Scenario } from '../model/scenario/scenario'
import { ask, type AskOptions } from './client'

/** The shortest run that answers a question, or that there is none, or that nobody can say. */
export async function findInWorker(scenario: Scenario, query: Query, options: AskOptions = {}): Promise<Found> {
  const answer = await ask({ type: 'find', scenario, query }, options)
  if (answer.type !== 'found') throw new Error(`The explorer answered a question with "${answer.type}".`)
  return answer.found
}

/** Worlds, schedules, and a shortest and a typical run that violates a property. */
export async function factsInWorker(
  scenario: Scenario,
  property: string,
  options: AskOptions = {},
): Promise<PropertyFacts | NoFacts> {
  const answer = await ask({ type: 'facts', scenario, property }, options)
  if (answer.type !== 'facts') throw new Error(`The explorer answered for facts with "${answer.type}".`)
  return answer.facts
}

/** A hint for the moment after these steps. */
export async function hintInWorker(
  scenario: Scenario,
  schedule: readonly string[],
  options: AskOptions = {},
): Promise<Hint> {
  const answer = await ask({ type: 'hint', scenario, schedule }, options)
  if (answer.type !== 'hint') throw new Error(`The explorer answered for a hint with "${answer.type}".`)
  return answer.hint
}
