import { describe, expect, it } from 'vitest'
import { normalQuantile } from './normal'

/** The share below `z`, by Simpson's rule on the bell curve: slow, and independent of the formula. */
function shareBelow(z: number): number {
  const steps = 20_000
  const width = z / steps
  const bell = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  let sum = bell(0) + bell(z)
  for (let step = 1; step < steps; step++) sum += bell(step * width) * (step % 2 === 0 ? 2 : 4)
  return 0.5 + (sum * width) / 3
}

describe('the quantile of the normal distribution', () => {
  it.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [1e-9, -5.997807015007686],
  ])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13)
  })

  it('undoes the share below it, on both sides and to the ends of a draw', () => {
    for (let p = 0.001; p < 1; p += 0.001) {
      expect(shareBelow(normalQuantile(p))).toBeCloseTo(p, 12)
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 10)
    }
    for (const p of [2 ** -33, 2 ** -20, 1 - 2 ** -20]) expect(shareBelow(normalQuantile(p))).toBeCloseTo(p, 12)
  })
})
