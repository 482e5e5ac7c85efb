import { expect, test, vi } from 'vitest'
import type { Report } from '../../model/explore/report'
import { scenarioNamed } from '../../model/scenario/catalogue'
import type { Scenario } from '../../model/scenario/scenario'
import { knownReport, reportOf } from './reports'

vi.mock('../../workers/client', () => ({
  checkInWorker: ({ scenario }: Scenario) => Promise.resolve({ scenario } as unknown as Report),
}))

/** Different scenarios, as many as one wants. */
const numbered = (number: number): Scenario => ({
  ...scenarioNamed('stale-fill')!,
  start: { database: { x: number }, cache: {} },
})

test('what is still asked for is remembered, however much else is; what was asked for longest ago is forgotten', async () => {
  const [kept, left] = [numbered(1), numbered(2)]
  await reportOf(kept)
  await reportOf(left)
  for (let number = 3; number < 4100; number++) {
    await reportOf(numbered(number))
    expect(knownReport(kept)).not.toBeNull()
  }
  expect(knownReport(left)).toBeNull()
})
