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

test('runs that differ by their seed or by their steps have reports of their own', async () => {
  const drawn = (seed: number): Scenario => ({ ...numbered(5000), seed })
  const stepped = (schedule: readonly string[]): Scenario => ({ ...numbered(5000), repeat: 9, schedule })
  await reportOf(drawn(1))
  await reportOf(stepped(['T1']))
  expect([knownReport(drawn(1)), knownReport(drawn(2))]).toEqual([expect.anything(), null])
  expect([knownReport(stepped(['T1'])), knownReport(stepped(['T2']))]).toEqual([expect.anything(), null])
  const opened: Scenario = { ...numbered(5000), schedule: ['T1'] }
  await reportOf(opened)
  expect(knownReport({ ...opened, schedule: ['T2'] })).not.toBeNull()
})
