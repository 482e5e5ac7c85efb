import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Histogram } from './histogram'

/** Nearest rank, by sorting. */
function rankOf(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(q * sorted.length))) - 1]!
}

function of(values: readonly number[]): Histogram {
  const histogram = new Histogram()
  for (const value of values) histogram.add(value)
  return histogram
}

/** Every size of number, up to the greatest whole one. */
const ticks = fc
  .tuple(fc.integer({ min: 0, max: 53 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map(([doublings, share]) => Math.floor(share * 2 ** doublings))

const facts = ({ count, min, max, mean }: Histogram) => ({ count, min, max, mean })

describe('a histogram', () => {
  it('tells any quantile within 0.1 %, and exactly below 1,024 ticks', () => {
    const q = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(ticks, { minLength: 1, maxLength: 100 }), q, (values, share) => {
        const [told, truth] = [of(values).quantile(share)!, rankOf(values, share)]
        expect(Math.abs(told - truth)).toBeLessThanOrEqual(truth < 1024 ? 0 : truth / 1000)
      }),
    )
  })

  it('keeps its bound at the edges of all its boxes', () => {
    for (let doublings = 0; doublings < 53; doublings++)
      for (const near of [-1, 0, 1]) {
        const value = Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, 2 ** doublings * 1.75 + near))
        const histogram = of([Math.floor(value), Number.MAX_SAFE_INTEGER])
        const told = histogram.quantile(0.5)!
        expect(Math.abs(told - Math.floor(value))).toBeLessThanOrEqual(value < 1024 ? 0 : value / 1000)
      }
  })

  it('knows count, mean, least and greatest exactly', () => {
    expect(facts(of([5, 1_000_003, 17, 1024]))).toEqual({ count: 4, min: 5, max: 1_000_003, mean: 250_262.25 })
    expect(of([1_000_003, 5]).quantile(1)).toBe(1_000_003)
  })

  it('says nothing where nothing was counted', () => {
    const empty = new Histogram()
    expect([empty.mean, empty.quantile(0.5), empty.max, empty.count]).toEqual([null, null, 0, 0])
    empty.merge(new Histogram())
    expect(facts(empty)).toEqual({ count: 0, min: 0, max: 0, mean: null })
  })

  it('merged from two is that of all values', () => {
    fc.assert(
      fc.property(fc.array(ticks), fc.array(ticks), (first, second) => {
        const merged = of(first)
        merged.merge(of(second))
        const whole = of([...first, ...second])
        expect(facts(merged)).toEqual({ ...facts(whole), mean: merged.mean })
        for (const q of [0, 0.25, 0.5, 0.95, 1]) expect(merged.quantile(q)).toBe(whole.quantile(q))
      }),
    )
  })
})
