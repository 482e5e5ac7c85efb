/** Scenarios with somebody who reads for ever, and what is found of them. */
import { check } from '../check'
import type { Scenario } from '../../scenario/scenario'
import { sketched, type Sketch } from '../../testing/sketch'

/** The sketch, with the properties that the naive explorer of runs without end judges too. */
export const endless = (sketch: Sketch): Scenario =>
  sketched({ ...sketch, check: ['converges', 'not-stuck', 'sees-the-new-value'] })

const lengthOf = (scenario: Scenario, name: string): number | null => {
  const result = check(scenario).results.find(({ property }) => property === name)
  return result?.verdict === 'violated' ? result.steps : null
}

/** How short the witnesses against the properties of worlds are. */
export const lengthsOf = (scenario: Scenario) => ({
  converges: lengthOf(scenario, 'converges'),
  'not-stuck': lengthOf(scenario, 'not-stuck'),
})

/** What is found of sees-the-new-value. */
export const resultOf = (scenario: Scenario) => {
  const result = check(scenario).results.find(({ property }) => property === 'sees-the-new-value')!
  if (result.verdict === 'unknown') throw new Error(result.reason)
  return result
}
