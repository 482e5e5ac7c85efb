import { describe, expect, it } from 'vitest'
import { check } from './check'
import { allProperties, matrixOf, noProfile, profiles, writePatterns, type Setup } from './matrix'
import { replay } from '../engine/replay'

const setup: Setup = { read: 'cache-aside', profile: noProfile, check: allProperties, isWarm: false }

const cellOf = (guard: string | null, write: string, of: Partial<Setup> = {}) =>
  matrixOf({ ...setup, ...of })
    .find((row) => (row.guard?.id ?? null) === guard)
    ?.cells.find((cell) => cell.write === write)?.scenario ?? null

const converges = (guard: string | null, write: string, of: Partial<Setup> = {}) =>
  check(cellOf(guard, write, { check: ['converges'], ...of })!).results[0]!.verdict

describe('the verdict matrix', () => {
  it('has nine write patterns, and a row without a guard before the others', () => {
    expect(writePatterns).toEqual([
      'write-through',
      'write-through-cache-first',
      'write-behind',
      'write-around',
      'write-invalidate',
      'delete-then-write',
      'double-delete',
      'deferred-invalidate',
      'change-log',
    ])
    const [first] = matrixOf(setup)
    expect([first?.guard, first?.cells.every(({ scenario }) => scenario?.clients.length === 3)]).toEqual([null, true])
  })

  it('offers the properties that can be judged of its clients, and no others', () => {
    expect(allProperties).toEqual([
      'converges',
      'reads-in-order',
      'read-your-writes',
      'linearizable',
      'register-linearizable',
      'sequential',
      'durable',
      'no-phantom',
      'not-stuck',
      'sees-the-new-value',
    ])
    expect(cellOf(null, 'write-through')?.check).toEqual(allProperties.slice(0, -1))
  })

  it('leaves a cell empty where a guard means nothing beside the pattern', () => {
    expect(cellOf('tombstone-true', 'write-around')).toBeNull()
    expect(cellOf('queue-durable', 'write-through')).toBeNull()
    expect(cellOf('tombstone-true', 'write-invalidate')?.guards).toEqual({ tombstone: 'true' })
  })

  it('never turns one write pattern into another', () => {
    for (const { cells } of matrixOf(setup))
      for (const { scenario, write } of cells) expect(scenario?.protocol.write ?? write).toBe(write)
  })

  it('shows that a lease repairs what plain invalidation breaks, and that a version does not', () => {
    expect(['lease-wait', null, 'compare-and-set-newer'].map((guard) => converges(guard, 'write-invalidate'))).toEqual([
      'holds',
      'violated',
      'violated',
    ])
    expect(converges('compare-and-set-newer', 'write-through')).toBe('holds')
  })

  it('shows that the same lease cannot help when the writer crashes or the replica lags', () => {
    const under = profiles.map((profile) => converges('lease-wait', 'write-invalidate', { profile, isWarm: true }))
    expect(profiles.map(({ id }, index) => [id, under[index]])).toEqual([
      ['none', 'holds'],
      ['writer-crash', 'violated'],
      ['reader-crash', 'holds'],
      ['eviction', 'holds'],
      ['lag', 'violated'],
    ])
  })

  it('opens each violated cell on a run that the scenario takes', { timeout: 30_000 }, () => {
    for (const { cells } of matrixOf(setup))
      for (const { scenario } of cells)
        for (const result of scenario === null ? [] : check(scenario).results)
          if (result.verdict === 'violated') expect(replay(scenario!, result.schedule).refused).toBeNull()
  })
})
