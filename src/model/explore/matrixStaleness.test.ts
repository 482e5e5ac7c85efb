/** For how long a reader of the matrix sees something stale, by value, and against the naive explorer of runs without end. */
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { allProperties, matrixOf, noProfile, profiles, writePatterns, type Setup } from './matrix'
import { answerIn } from './report'
import { replay } from '../engine/replay'
import { exploreEndlessNaively } from '../testing/naiveEndless'

const setup: Setup = { read: 'cache-aside', profile: noProfile, check: allProperties, isWarm: false }
const profile = (name: string) => profiles.find(({ id }) => id === name)!

const endlessOf = (guard: string | null, write: string, of: Partial<Setup> = {}) =>
  matrixOf({ ...setup, ...of })
    .find((row) => (row.guard?.id ?? null) === guard)
    ?.cells.find((cell) => cell.write === write)?.endless ?? null

const resultOf = (guard: string | null, write: string, of: Partial<Setup> = {}) =>
  check(endlessOf(guard, write, of)!).results[0]!

const answersOf = (guard: string | null, of: Partial<Setup> = {}) =>
  writePatterns.map((write) => [write, answerIn(resultOf(guard, write, of))])

describe('somebody who reads for ever beside the writer of a cell', () => {
  it('is judged for nothing but what is seen in the end, and only where that is chosen', () => {
    const { clients, check: judged } = endlessOf(null, 'write-invalidate')!
    expect(judged).toEqual(['sees-the-new-value'])
    expect(clients.map(({ name, operations }) => [name, operations.map(({ kind }) => kind)])).toEqual([
      ['W', ['write']],
      ['R2', ['forever']],
    ])
    expect(endlessOf(null, 'write-invalidate', { check: ['converges'] })).toBeNull()
    const [first] = matrixOf({ ...setup, check: ['sees-the-new-value'] })
    expect(first?.cells.map(({ scenario, endless }) => [scenario, endless?.check])).toEqual(
      writePatterns.map(() => [null, ['sees-the-new-value']]),
    )
  })

  it('survives the reader whose crash is looked at', () => {
    const { clients, faults } = endlessOf(null, 'write-invalidate', { profile: profile('reader-crash') })!
    expect(clients.map(({ name, operations }) => [name, operations.map(({ kind }) => kind)])).toEqual([
      ['R1', ['read']],
      ['W', ['write']],
      ['R2', ['forever']],
    ])
    expect(faults.crash).toEqual(['R1'])
  })

  it('sees an old version for ever under every pattern without a guard, when a fill may come late', () => {
    expect(answersOf(null)).toEqual(writePatterns.map((write) => [write, 'for-ever']))
  })

  it('sees it for ever of a warm key where nobody takes it out, or where that comes before the commit', () => {
    expect(answersOf(null, { isWarm: true })).toEqual([
      ['write-through', 'never'],
      ['write-through-cache-first', 'never'],
      ['write-behind', 'never'],
      ['write-around', 'for-ever'],
      ['write-invalidate', 'never'],
      ['delete-then-write', 'for-ever'],
      ['double-delete', 'for-ever'],
      ['deferred-invalidate', 'bounded'],
      ['change-log', 'bounded'],
    ])
  })

  it('sees it under a lease for a window where the delete comes late, and for ever where it comes early or never', () => {
    expect(answersOf('lease-wait')).toEqual([
      ['write-through', 'never'],
      ['write-through-cache-first', 'never'],
      ['write-behind', 'never'],
      ['write-around', 'for-ever'],
      ['write-invalidate', 'never'],
      ['delete-then-write', 'for-ever'],
      ['double-delete', 'bounded'],
      ['deferred-invalidate', 'bounded'],
      ['change-log', 'bounded'],
    ])
  })

  it('never sees it under a lease, until the writer dies before its delete', () => {
    expect(answerIn(resultOf('lease-wait', 'write-invalidate', { isWarm: true }))).toBe('never')
    const crashed = resultOf('lease-wait', 'write-invalidate', { isWarm: true, profile: profile('writer-crash') })
    expect(crashed).toMatchObject({ answer: 'for-ever', schedule: ['W', 'crash:W', 'R2'], loop: ['R2'] })
  })

  it('sees it for ever under read-through too once the writer has died, and for a window where entries expire', () => {
    const of = { read: 'read-through', isWarm: true, profile: profile('writer-crash') }
    expect(resultOf(null, 'write-invalidate', of)).toMatchObject({
      answer: 'for-ever',
      schedule: ['W', 'crash:W', 'R2'],
      loop: ['R2'],
    })
    expect(resultOf('expire-after-write', 'write-invalidate', of)).toMatchObject({
      answer: 'bounded',
      example: ['W', 'crash:W', 'R2'],
    })
  })

  it('is answered in every cell of every profile, on runs that the scenario takes', { timeout: 60_000 }, () => {
    for (const each of profiles)
      for (const { endless } of matrixOf({ ...setup, profile: each }).flatMap(({ cells }) => cells)) {
        if (endless === null) continue
        const result = check(endless).results[0]!
        if (result.verdict === 'unknown') throw new Error(result.reason)
        const run =
          result.verdict === 'violated'
            ? [...result.schedule, ...(result.loop ?? []), ...(result.loop ?? [])]
            : (result.example ?? [])
        expect(replay(endless, run).refused).toBeNull()
      }
  })
})

describe('the naive explorer of runs without end', () => {
  const guards = [null, 'compare-and-set-newer', 'lease-wait', 'expire-after-write']
  const cells = [noProfile, profile('writer-crash')].flatMap((each) =>
    guards.flatMap((guard) =>
      writePatterns.flatMap((write) => {
        const endless = endlessOf(guard, write, { profile: each, isWarm: each !== noProfile })
        return endless === null ? [] : [{ name: `${write}, ${guard ?? 'no guard'}, ${each.id}`, endless }]
      }),
    ),
  )

  it('is asked about seventy-two cells', () => expect(cells).toHaveLength(72))

  it.each(cells)('agrees on $name', { timeout: 30_000 }, ({ endless }) => {
    const report = check(endless)
    const naive = exploreEndlessNaively(endless)
    expect([report.states, report.transitions, answerIn(report.results[0]!)]).toEqual([
      naive.states,
      naive.transitions,
      naive.answer,
    ])
  })
})
