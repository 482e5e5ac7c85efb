import { describe, expect, it } from 'vitest'
import { rootOf, unit, unitAt } from './hash'
import { streams, type Stream } from './streams'

const COUNT = 100_000
const every = Object.values(streams)

/** How far counts in equal boxes are from even ones: about its number of boxes, give or take five roots of twice that. */
function chiSquare(values: Iterable<number>, boxes: number): number {
  const counts = new Uint32Array(boxes)
  let total = 0
  for (const value of values) {
    counts[Math.floor(value * boxes)]! += 1
    total += 1
  }
  return counts.reduce((sum, count) => sum + (count - total / boxes) ** 2 / (total / boxes), 0)
}

const operations = Array.from({ length: COUNT }, (_, operation) => operation)
const isEven = (values: Iterable<number>, boxes: number) =>
  Math.abs(chiSquare(values, boxes) - boxes) < 5 * Math.sqrt(2 * boxes)

/** The correlation of two columns of draws; 1/sqrt(COUNT) is one standard deviation of nothing. */
function correlation(first: (operation: number) => number, second: (operation: number) => number): number {
  const sum = operations.reduce((total, n) => total + (first(n) - 0.5) * (second(n) - 0.5), 0)
  return (sum / COUNT) * 12
}

describe('a draw', () => {
  it('is the same for the same seed, stream, operation and number, in every engine', () => {
    const draws = [0, 1, 2 ** 32, 2 ** 53 - 1].map((seed) => unit(seed, streams.key, 12_345, 6) * 2 ** 32)
    expect(draws).toEqual([3158734561, 3770268404, 3612645050, 2480387829])
    expect(unitAt(rootOf(7, streams.lag), 5, 3)).toBe(unit(7, streams.lag, 5, 3))
  })

  it('has 32 bits, each of which is set in half of the cases', () => {
    const counts = new Uint32Array(32)
    for (const operation of operations) {
      const word = unit(1, streams.kind, operation, 0) * 2 ** 32
      if (!Number.isInteger(word)) throw new Error(`${word} has more bits than that`)
      for (let bit = 0; bit < 32; bit++) counts[bit]! += Math.floor(word / 2 ** bit) % 2
    }
    for (const count of counts) expect(Math.abs(count - COUNT / 2)).toBeLessThan(5 * Math.sqrt(COUNT / 4))
  })
})

describe('draws', () => {
  it.each(every.map((stream) => [stream]))(
    'of stream %i lie evenly from 0 to 1, alone and in neighbouring pairs',
    (stream) => {
      for (const seed of [0, 1, 2, 4_294_967_295]) {
        const draw = (operation: number, n = 0) => unit(seed, stream, operation, n)
        expect(
          isEven(
            operations.map((operation) => draw(operation)),
            1000,
          ),
        ).toBe(true)
        const pair = (one: number, other: number) => (Math.floor(one * 32) + other) / 32
        expect(
          isEven(
            operations.map((operation) => pair(draw(operation), draw(operation + 1))),
            1024,
          ),
        ).toBe(true)
        expect(
          isEven(
            operations.map((operation) => pair(draw(operation), draw(operation, 1))),
            1024,
          ),
        ).toBe(true)
      }
    },
  )

  it('of two streams, two seeds, two operations and two numbers have nothing to do with each other', () => {
    const limit = 5 / Math.sqrt(COUNT)
    const draw =
      (seed: number, stream: Stream, apart = 0, n = 0) =>
      (operation: number) =>
        unit(seed, stream, operation + apart, n)
    for (const stream of every) {
      const base = draw(1, stream)
      for (const other of every)
        if (other !== stream) expect(Math.abs(correlation(base, draw(1, other)))).toBeLessThan(limit)
      for (const seed of [0, 2, 3, 2 ** 32 + 1])
        expect(Math.abs(correlation(base, draw(seed, stream)))).toBeLessThan(limit)
      for (const apart of [1, 2, 1024]) expect(Math.abs(correlation(base, draw(1, stream, apart)))).toBeLessThan(limit)
      for (const n of [1, 2, 3]) expect(Math.abs(correlation(base, draw(1, stream, 0, n)))).toBeLessThan(limit)
    }
  })
})
