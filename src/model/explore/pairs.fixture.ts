/** Pairs of scenarios, a broken one and a repaired one, with the numbers that both explorers must find. */
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { exploreNaively } from '../testing/naive'
import { sketched, type Sketch } from '../testing/sketch'

interface Twin {
  readonly sketch: Sketch
  readonly states: number
  readonly transitions: number
}

export interface Pair {
  readonly claim: string
  readonly property: string
  readonly broken: Twin & { readonly steps: number }
  readonly repaired: Twin
}

/** One pair: what both share, what sets the broken one and the repaired one apart, and their numbers. */
export const pair = (
  claim: string,
  property: string,
  shared: Sketch,
  broken: readonly [Partial<Sketch>, number, number, number],
  repaired: readonly [Partial<Sketch>, number, number],
): Pair => ({
  claim,
  property,
  broken: { sketch: { ...shared, ...broken[0] }, states: broken[1], transitions: broken[2], steps: broken[3] },
  repaired: { sketch: { ...shared, ...repaired[0] }, states: repaired[1], transitions: repaired[2] },
})

/** Tries every pair with the explorer and with the naive one. */
export const tryPairs = (pairs: readonly Pair[]): void =>
  describe.each(pairs.map((one) => [one.claim, one] as const))(
    '%s',
    { timeout: 60_000 },
    (_claim, { property, broken, repaired }) => {
      it('broken: the property is violated', () => {
        const scenario = sketched({ ...broken.sketch, check: [property] })
        const { states, transitions, results } = check(scenario)
        const [result] = results
        expect([result!.verdict, states, transitions, result!.verdict === 'violated' && result!.steps]).toEqual([
          'violated',
          broken.states,
          broken.transitions,
          broken.steps,
        ])
        expect(exploreNaively(scenario)).toEqual({ states, transitions, found: { [property]: broken.steps } })
      })

      it('repaired: the property holds', () => {
        const scenario = sketched({ ...repaired.sketch, check: [property] })
        const { states, transitions, results } = check(scenario)
        const [result] = results
        expect([result!.verdict, states, transitions]).toEqual(['holds', repaired.states, repaired.transitions])
        expect(exploreNaively(scenario)).toEqual({ states, transitions, found: { [property]: null } })
      })
    },
  )
