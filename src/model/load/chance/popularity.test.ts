import { describe, expect, it } from 'vitest'
import type { Popularity } from '../workload/workload'
import { keyDrawer } from './popularity'

const COUNT = 400_000

function countsOf(popularity: Popularity, keys: number, seed = 1): Uint32Array {
  const draw = keyDrawer(popularity, keys, seed)
  const counts = new Uint32Array(keys)
  for (let operation = 0; operation < COUNT; operation++) counts[draw(operation)]! += 1
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(COUNT)
  return counts
}

/** The share of every key in closed form. */
function shares(popularity: Popularity, keys: number): Float64Array {
  const weights = Float64Array.from({ length: keys }, (_, key) => {
    if (popularity.kind === 'uniform' || popularity.kind === 'turns') return 1 / keys
    if (popularity.kind === 'zipf') return (key + 1) ** -popularity.exponent
    const { keys: hot, share } = popularity
    return key < hot ? share / hot : (1 - share) / (keys - hot)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / total)
}

/** Neighbouring keys together, so that each box expects at least a thousand draws; each within 4.5 deviations. */
function expectShares(popularity: Popularity, keys: number): void {
  const counts = countsOf(popularity, keys)
  const expected = shares(popularity, keys)
  let [count, share, boxes] = [0, 0, 0]
  for (let key = 0; key < keys; key++) {
    count += counts[key]!
    share += expected[key]!
    if (share * COUNT < 1000 && key < keys - 1) continue
    boxes += 1
    expect(Math.abs(count - share * COUNT)).toBeLessThan(4.5 * Math.sqrt(share * (1 - share) * COUNT) + 1e-6)
    ;[count, share] = [0, 0]
  }
  expect(boxes).toBeGreaterThan(0)
}

describe('the keys of operations', () => {
  it.each([
    [0, 1000],
    [0.2, 1000],
    [0.5, 10_000],
    [0.8, 100],
    [0.99, 1_000_000],
    [0.9999, 5000],
    [1, 1000],
    [1.0001, 5000],
    [1.2, 1_000_000],
    [2, 50],
    [5, 10],
    [1, 1],
    [1, 2],
  ])('by Zipf with exponent %d have the shares of the closed form among %i keys', (exponent, keys) => {
    expectShares({ kind: 'zipf', exponent }, keys)
  })

  it.each([1, 2, 3, 1000, 1_000_000])('drawn evenly have even shares among %i keys', (keys) => {
    expectShares({ kind: 'uniform' }, keys)
  })

  it.each([
    [1, 0.5, 1000],
    [10, 0.9, 100],
    [1, 0, 10],
    [3, 1, 10],
  ])('%i hot ones get the share %d of all operations, evenly, and %i keys the rest', (hot, share, keys) => {
    expectShares({ kind: 'hot', keys: hot, share }, keys)
  })

  it('in turns are all keys, one after the other, and then the first again', () => {
    const draw = keyDrawer({ kind: 'turns' }, 3, 1)
    expect([0, 1, 2, 3, 4].map(draw)).toEqual([0, 1, 2, 0, 1])
  })

  it('are the same for the same seed, and others for another', () => {
    const draw = (seed: number) =>
      Array.from({ length: 12 }, (_, n) => keyDrawer({ kind: 'zipf', exponent: 1 }, 1000, seed)(n))
    expect(draw(1)).toEqual([89, 241, 2, 387, 0, 154, 9, 16, 5, 16, 62, 398])
    expect(draw(2)).not.toEqual(draw(1))
  })
})
