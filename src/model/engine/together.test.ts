import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, together } from './together'

const version = fc.integer({ min: 0, max: 20_000 })

describe('two versions in one number', () => {
  it('come apart again', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(apart(together(a, b))).toEqual([a, b])
      }),
    )
  })

  it('make a greater number when one of them grows', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(together(a + 1, b)).toBeGreaterThan(together(a, b))
        expect(together(a, b + 1)).toBeGreaterThan(together(a, b))
      }),
    )
  })

  it('fill the numbers without a gap, so that small versions make small numbers', () => {
    const numbers = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => together(a, b)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, index) => index))
  })
})
