import { expect, test } from 'vitest'
import { check } from '../../model/explore/check'
import { allProperties, matrixOf, profiles, type Setup } from '../../model/explore/matrix'
import { replay } from '../../model/engine/replay'
import { isProblem, readLink } from '../../model/scenario/link'
import type { Scenario } from '../../model/scenario/scenario'
import { allOf, runOf, wayFrom, type Finding } from './cellWords'
import { whyOf } from './whyOf'

const [none, crash] = profiles
const setup: Setup = { read: 'cache-aside', profile: none!, check: allProperties, isWarm: true }
const found = (scenario: Scenario | null): Finding | null => scenario && { scenario, report: check(scenario) }

function findingsOf(guard: string | null, write: string, of: Partial<Setup> = {}) {
  const row = matrixOf({ ...setup, ...of }).find((each) => (each.guard?.id ?? null) === guard)
  const cell = row?.cells.find((each) => each.write === write)
  return { ending: found(cell?.scenario ?? null), endless: found(cell?.endless ?? null) }
}

test('a cell says everything that is broken, and for how long somebody sees an old version', () => {
  expect(allOf(findingsOf('lease-wait', 'write-invalidate'))).toBe('every property holds, never stale')
  expect(allOf(findingsOf('lease-wait', 'deferred-invalidate'))).toBe(
    'linearizable violated, register linearizable violated, stale for a bounded window',
  )
  expect(allOf(findingsOf(null, 'write-around', { check: ['converges'] }))).toBe('converges violated')
  expect(allOf(findingsOf(null, 'write-around', { check: ['sees-the-new-value'] }))).toBe('stale for ever')
})

test('what follows again and again is played twice', () => {
  const { endless } = findingsOf('lease-wait', 'write-invalidate', { profile: crash! })
  const [result] = endless!.report.results
  expect(runOf(result)).toEqual(['W', 'crash:W', 'R2', 'R2', 'R2'])
  expect(whyOf(endless!.scenario, result?.verdict === 'violated' ? result.schedule : [])).toBe(
    'Step 2 of 3: The write stops halfway. W crashes before it deletes x from the cache. Version 1 stays cached, although W committed version 2 at step 1.',
  )
})

test('a click leads to the shortest witness, else to the stale read of whoever reads for ever, else to the start', () => {
  const schedule = (...of: Parameters<typeof findingsOf>) => {
    const link = readLink(wayFrom(findingsOf(...of)))
    if (isProblem(link)) throw new Error(link.message)
    expect(replay(link.edited, link.schedule).refused).toBeNull()
    return [link.edited.clients.map(({ name }) => name).join(' '), link.schedule.join(' ')]
  }
  expect(schedule(null, 'write-around')).toEqual(['R1 W R2', 'W R1'])
  expect(schedule('lease-wait', 'write-invalidate')).toEqual(['R1 W R2', ''])
  expect(schedule(null, 'write-around', { check: ['sees-the-new-value'] })).toEqual(['W R2', 'W R2 R2 R2'])
  expect(schedule(null, 'deferred-invalidate', { check: ['converges', 'sees-the-new-value'] })).toEqual([
    'W R2',
    'W R2',
  ])
})

test('each cell of each profile opens on the scenario that it judged', { timeout: 60_000 }, () => {
  for (const profile of profiles)
    for (const { scenario, endless } of matrixOf({
      ...setup,
      profile,
      check: ['durable', 'sees-the-new-value'],
    }).flatMap(({ cells }) => cells))
      for (const each of [scenario, endless]) {
        if (each === null) continue
        const link = readLink(wayFrom({ ending: null, endless: { scenario: each, report: check(each) } }))
        if (isProblem(link)) throw new Error(link.message)
        const { clients, start, protocol, guards, faults, check: judged } = link.edited
        expect({ clients, start, protocol, guards, faults, check: judged }).toEqual({
          ...{ clients: each.clients, start: each.start, protocol: each.protocol },
          ...{ guards: each.guards, faults: each.faults, check: each.check },
        })
      }
})
