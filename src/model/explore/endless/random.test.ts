/** Answers about endless readers against a naive explorer, on random scenarios. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../check'
import type { Answer } from '../../properties/property'
import { misfitIn } from '../../scenario/rules'
import { exploreEndlessNaively } from '../../testing/naiveEndless'
import type { Sketch } from '../../testing/sketch'
import { endless, lengthsOf, resultOf } from './endless.fixture'

describe('of every scenario with an endless reader', { timeout: 120_000 }, () => {
  const sketches: fc.Arbitrary<Sketch> = fc
    .record({
      read: fc.constantFrom('read-through', 'cache-aside', 'refresh-ahead'),
      write: fc.constantFrom(
        'write-through',
        'write-invalidate',
        'write-around',
        'deferred-invalidate',
        'write-behind',
      ),
      guards: fc.constantFrom<Readonly<Record<string, string>>>(
        ...[{}, { lease: 'wait' }, { lease: 'bypass' }, { 'compare-and-set': 'newer' }, { tombstone: 'true' }],
        ...[{ expiry: 'after-write' }, { expiry: 'after-access' }, { fill: 'none' }],
      ),
      isWarm: fc.boolean(),
      other: fc.constantFrom<readonly string[]>(['write x'], ['write x', 'write x'], ['read x', 'write x'], ['read x']),
      before: fc.constantFrom<readonly string[]>([], ['read x'], ['write x']),
      fault: fc.constantFrom<Partial<Sketch>>(
        {},
        {},
        { evict: 1 },
        { crash: ['T2'] },
        { expire: 'any' },
        { 'lost-delete': 1 },
      ),
    })
    .map(({ isWarm, other, before, fault, ...chosen }) => ({
      ...chosen,
      ...fault,
      ...(isWarm ? { cache: { x: 1 } } : {}),
      clients: { T1: [...before, 'forever read x'], T2: other },
    }))
    .filter((sketch) => misfitIn(endless(sketch)) === null)

  it('the answer, worlds, steps and verdicts are those that a naive explorer finds', () => {
    const answers: Answer[] = []
    fc.assert(
      fc.property(sketches, (sketch) => {
        const scenario = endless(sketch)
        const { states, transitions } = check(scenario)
        const { answer } = resultOf(scenario)
        answers.push(answer!)
        const found = lengthsOf(scenario)
        expect(exploreEndlessNaively(scenario)).toEqual({ states, transitions, found, answer })
      }),
      { numRuns: 60 },
    )
    expect([...new Set(answers)].sort()).toEqual(['bounded', 'for-ever', 'never'])
  })
})
