import { describe, expect, it } from 'vitest'
import { nextArrival, type OpenArrivals } from './arrivals'

const COUNT = 200_000

function ticksOf(arrivals: Omit<OpenArrivals, 'kind'>, count = COUNT, seed = 1): Float64Array {
  const next = nextArrival({ kind: 'open', ...arrivals }, seed)
  return Float64Array.from({ length: count }, () => next())
}

describe('arrivals', () => {
  it('at equal distances do not drift, even where a distance is no whole microsecond', () => {
    expect([...ticksOf({ perSecond: 4, spacing: 'even' }, 4)]).toEqual([0, 250_000, 500_000, 750_000])
    expect([...ticksOf({ perSecond: 3000, spacing: 'even' }, 4)]).toEqual([0, 333, 667, 1000])
    expect(ticksOf({ perSecond: 3_000_000, spacing: 'even' }).at(-1)).toBe(66_666)
  })

  it.each([0.01, 100, 10_000, 5_000_000])('by chance come %d times a second, and never go back', (perSecond) => {
    const ticks = ticksOf({ perSecond, spacing: 'poisson' })
    expect(Math.abs(((COUNT / ticks.at(-1)!) * 1e6) / perSecond - 1)).toBeLessThan(4.5 / Math.sqrt(COUNT))
    expect(ticks.every((tick, n) => Number.isInteger(tick) && tick >= (ticks[n - 1] ?? 0))).toBe(true)
  })

  it('by chance leave gaps whose deviation is their mean, and counts whose variance is theirs', () => {
    const ticks = ticksOf({ perSecond: 1000, spacing: 'poisson' })
    const gaps = ticks.map((tick, n) => tick - (ticks[n - 1] ?? 0))
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / COUNT
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / COUNT
    expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 2)
    const counts = new Uint32Array(10_000)
    for (const tick of ticks) if (tick < 1e8) counts[Math.floor(tick / 10_000)]! += 1
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const spread = counts.reduce((sum, count) => sum + (count - average) ** 2, 0) / counts.length
    expect([average, spread / average]).toEqual([expect.closeTo(10, 0), expect.closeTo(1, 1)])
  })

  it('are the same for the same seed, and others for another', () => {
    const first = [...ticksOf({ perSecond: 1000, spacing: 'poisson' }, 5)]
    expect(first).toEqual([3179, 3324, 4447, 6014, 6803])
    expect([...ticksOf({ perSecond: 1000, spacing: 'poisson' }, 5, 2)]).not.toEqual(first)
  })
})
