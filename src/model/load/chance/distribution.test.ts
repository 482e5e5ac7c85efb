import { describe, expect, it } from 'vitest'
import type { Distribution } from '../workload/workload'
import { drawer, meanOf, quantileOf } from './distribution'
import { streams } from './streams'

const COUNT = 200_000

function drawn(distribution: Distribution, seed = 1): Float64Array {
  const draw = drawer(distribution, seed, streams.select)
  return Float64Array.from({ length: COUNT }, (_, operation) => draw(operation, 0)).sort()
}

const at = (sorted: Float64Array, share: number) => sorted[Math.floor(share * COUNT)]!
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / COUNT

const kinds: readonly Distribution[] = [
  { kind: 'constant', ms: 2.5 },
  { kind: 'uniform', from: 0.2, to: 1 },
  { kind: 'exponential', mean: 4 },
  { kind: 'lognormal', median: 3, p99: 10 },
]

describe('draws of a latency', () => {
  it.each(kinds)('$kind: have the mean and the percentiles that they should, within 1 %', (distribution) => {
    const sorted = drawn(distribution)
    const quantile = quantileOf(distribution)
    expect(Math.abs(mean(sorted) / 1000 / meanOf(distribution) - 1)).toBeLessThan(0.01)
    for (const share of [0.05, 0.5, 0.95, 0.99])
      expect(Math.abs(at(sorted, share) / 1000 / quantile(share) - 1)).toBeLessThan(0.015)
    expect(sorted.every((ticks) => Number.isInteger(ticks) && ticks >= 1)).toBe(true)
  })

  it('have exactly these means and percentiles in theory', () => {
    expect(kinds.map((kind) => Number(meanOf(kind).toFixed(6)))).toEqual([2.5, 0.6, 4, 3.429913])
    expect(kinds.map((kind) => Number(quantileOf(kind)(0.5).toFixed(9)))).toEqual([2.5, 0.6, 2.772588722, 3])
    expect(kinds.map((kind) => Number(quantileOf(kind)(0.99).toFixed(9)))).toEqual([2.5, 0.992, 18.420680744, 10])
  })

  it('below a microsecond count as one', () => {
    for (const distribution of [
      { kind: 'constant', ms: 0 },
      { kind: 'uniform', from: 0, to: 0.0004 },
      { kind: 'exponential', mean: 0.00001 },
    ] satisfies Distribution[])
      expect(new Set(drawn(distribution))).toEqual(new Set([1]))
  })

  it('are the same for the same operation, and others for another operation, number, stream and seed', () => {
    const latency: Distribution = { kind: 'lognormal', median: 3, p99: 10 }
    const draw = drawer(latency, 7, streams.select)
    expect([draw(0, 0), draw(1, 0), draw(0, 1)]).toEqual([2730, 1999, 1829])
    expect(draw(0, 0)).toBe(drawer(latency, 7, streams.select)(0, 0))
    expect(
      new Set([draw(0, 0), drawer(latency, 7, streams.update)(0, 0), drawer(latency, 8, streams.select)(0, 0)]).size,
    ).toBe(3)
  })

  it('of two distributions are slow in the same operations', () => {
    const fast = drawer({ kind: 'uniform', from: 1, to: 2 }, 1, streams.update)
    const slow = drawer({ kind: 'exponential', mean: 50 }, 1, streams.update)
    const operations = Array.from({ length: 1000 }, (_, operation) => operation)
    const order = (draw: typeof fast) => operations.toSorted((a, b) => draw(a, 0) - draw(b, 0) || a - b)
    const ranks = (draw: typeof fast) => new Map(order(draw).map((operation, rank) => [operation, rank]))
    const [first, second] = [ranks(fast), ranks(slow)]
    // Ticks are whole, so a few neighbours may swap.
    expect(Math.max(...operations.map((n) => Math.abs(first.get(n)! - second.get(n)!)))).toBeLessThan(15)
  })
})
