/**
 * When operations of open arrivals begin: one after the other, whatever the system does. Poisson arrivals come by
 * independent chance; even ones at equal distances. Ticks are whole; the sums behind them are not rounded on the way,
 * so that the rate is the one asked for however many arrive in a microsecond.
 */
import type { Arrivals } from '../workload/workload'
import { TICKS_PER_MS } from './distribution'
import { ln } from './exactMath'
import { rootOf, unitAt } from './hash'
import { streams } from './streams'

export type OpenArrivals = Extract<Arrivals, { kind: 'open' }>

/** Each call gives the tick of the next operation's beginning, from the first operation on. */
export type NextArrival = () => number

export function nextArrival({ perSecond, spacing }: OpenArrivals, seed: number): NextArrival {
  const gap = (1000 * TICKS_PER_MS) / perSecond
  let operation = 0
  if (spacing === 'even') return () => Math.round(operation++ * gap)
  const root = rootOf(seed, streams.arrival)
  let at = 0
  return () => {
    at -= gap * ln(1 - unitAt(root, operation++, 0))
    return Math.round(at)
  }
}
