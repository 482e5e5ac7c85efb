/**
 * Which key an operation is about: indices from 0, and the lower, the more popular.
 * Zipf's law (the share of the k-th key goes with 1/k^s) is drawn by rejection-inversion: no table, whatever the number
 * of keys, and fewer than one draw in fifty is rejected.
 * Source: Hörmann and Derflinger, Rejection-inversion to generate variates from monotone discrete distributions (1996).
 */
import type { Popularity } from '../workload/workload'
import { exp, ln } from './exactMath'
import { rootOf, unitAt } from './hash'
import { streams } from './streams'

/** The key of an operation, by the operation's number. */
export type KeyDrawer = (operation: number) => number

export function keyDrawer(popularity: Popularity, keys: number, seed: number): KeyDrawer {
  const root = rootOf(seed, streams.key)
  switch (popularity.kind) {
    case 'uniform':
      return (operation) => Math.floor(unitAt(root, operation, 0) * keys)
    case 'hot': {
      const { keys: hot, share } = popularity
      return (operation) => {
        const isHot = unitAt(root, operation, 0) < share
        const draw = unitAt(root, operation, 1)
        return isHot ? Math.floor(draw * hot) : hot + Math.floor(draw * (keys - hot))
      }
    }
    case 'turns':
      return (operation) => operation % keys
    case 'zipf':
      return zipfDrawer(popularity.exponent, keys, root)
  }
}

function zipfDrawer(exponent: number, keys: number, root: number): KeyDrawer {
  const { density, area, areaInverse } = hat(exponent)
  const top = area(keys + 0.5)
  const bottom = area(1.5) - 1
  /** Draws this near above their key are accepted without another look. */
  const surely = 2 - areaInverse(area(2.5) - density(2))
  return (operation) => {
    for (let n = 0; ; n++) {
      const height = top + unitAt(root, operation, n) * (bottom - top)
      const x = areaInverse(height)
      const key = Math.min(keys, Math.max(1, Math.floor(x + 0.5)))
      if (key - x <= surely || height >= area(key + 0.5) - density(key)) return key - 1
    }
  }
}

/** The curve 1/x^s over the shares, the area under it from 1, and which x has a given area. */
function hat(exponent: number) {
  const rest = 1 - exponent
  return {
    density: (x: number) => exp(-exponent * ln(x)),
    area: (x: number) => {
      const log = ln(x)
      return log * growth(rest * log)
    },
    areaInverse: (height: number) => exp(height * shrinkage(Math.max(-1, rest * height))),
  }
}

/** (e^t - 1) / t, also near 0, where the difference would lose its digits. */
const growth = (t: number): number =>
  Math.abs(t) > 1e-3 ? (exp(t) - 1) / t : 1 + (t / 2) * (1 + (t / 3) * (1 + t / 4))

/** ln(1 + t) / t, also near 0. */
const shrinkage = (t: number): number =>
  Math.abs(t) > 1e-3 ? ln(1 + t) / t : 1 - t * (1 / 2 - t * (1 / 3 - t * (1 / 4 - t / 5)))
