/**
 * How long something takes, drawn in whole ticks of a microsecond and never less than one. Each draw is the
 * distribution's quantile at a draw of chance, so that a slow draw is slow under every strategy.
 */
import type { Distribution } from '../workload/workload'
import { exp, ln } from './exactMath'
import { rootOf, unitAt } from './hash'
import { normalQuantile } from './normal'
import type { Stream } from './streams'

export const TICKS_PER_MS = 1000

/** Whole ticks, at least one. */
export const ticksOf = (ms: number): number => Math.max(1, Math.round(ms * TICKS_PER_MS))

/** The middle of a draw's step, so that neither 0 nor 1 is reached. */
const HALF_STEP = 2 ** -33

/** The time in milliseconds that a share `p` of the draws stays below, for p above 0 and below 1. */
export function quantileOf(distribution: Distribution): (p: number) => number {
  switch (distribution.kind) {
    case 'constant':
      return () => distribution.ms
    case 'uniform': {
      const { from, to } = distribution
      return (p) => from + p * (to - from)
    }
    case 'exponential':
      return (p) => -distribution.mean * ln(1 - p)
    case 'lognormal': {
      const location = ln(distribution.median)
      const deviation = (ln(distribution.p99) - location) / normalQuantile(0.99)
      return (p) => exp(location + deviation * normalQuantile(p))
    }
  }
}

/** The mean in milliseconds, before anything is rounded to ticks. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.ms
    case 'uniform':
      return (distribution.from + distribution.to) / 2
    case 'exponential':
      return distribution.mean
    case 'lognormal': {
      const deviation = (ln(distribution.p99) - ln(distribution.median)) / normalQuantile(0.99)
      return distribution.median * exp((deviation * deviation) / 2)
    }
  }
}

export type TicksDrawer = (operation: number, n: number) => number

/** Draws by operation and number of the draw within it. */
export function drawer(distribution: Distribution, seed: number, stream: Stream): TicksDrawer {
  if (distribution.kind === 'constant') {
    const ticks = ticksOf(distribution.ms)
    return () => ticks
  }
  const quantile = quantileOf(distribution)
  const root = rootOf(seed, stream)
  return (operation, n) => ticksOf(quantile(unitAt(root, operation, n) + HALF_STEP))
}
