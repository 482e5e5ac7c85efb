/** The form of the tests of sentences: what is said of the last step of a schedule, word by word. */
import { expect, test } from 'vitest'
import { narrate, type Tone } from './index'
import { run } from './runs.fixture'

type Sketch = Parameters<typeof run>[0]

/** Claim, scenario, schedule, then tone, term, headline and text of the last step. */
export type Saying = readonly [
  claim: string,
  sketch: Sketch,
  schedule: string,
  expected: readonly [Tone, string | null, string | null, string],
]

export const three = { T1: ['read x'], T2: ['write x'], T3: ['read x'] }
export const twoWriters = { T1: ['write x'], T2: ['write x'], T3: ['read x'] }
export const now = 'The cache now disagrees with the database.'
export const still = 'The cache still disagrees with the database.'

/** One test a saying. */
export function expectSayings(sayings: readonly Saying[]): void {
  test.each(sayings)('%s', (_claim, sketch, schedule, [tone, term, headline, text]) => {
    const trace = run(sketch, schedule)
    expect(trace.refused).toBeNull()
    expect(narrate(trace, trace.steps.length)).toEqual({ tone, term, headline, text })
  })
}
