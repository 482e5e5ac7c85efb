/**
 * Stocks and flows by arithmetic: how fast a stock of updates fills, how fast it can be drained, and at which load it
 * tips. A queue that keeps one update for each key fills with the keys that are written between two rounds of the
 * flusher, not with the updates; a database tips where it is asked for more work than its connections can do.
 * Left out: updates that still meet one that waits for its turn in a round, which make it fill a little slower; reads
 * that take the flusher's connections, and what a full system does to its clients.
 */
import { meanOf } from '../chance/distribution'
import { exp, ln } from '../chance/exactMath'
import type { Strategy } from '../strategy'
import type { Popularity, Workload } from '../workload/workload'

export interface Balance {
  /** Per second, at the load that was given. */
  readonly fill: number
  /** Per second at most; null where nothing limits it. */
  readonly drain: number | null
  /** The load, times which the stock tips: at 2 it takes twice as much. null where no load tips it. */
  readonly tipsAt: number | null
}

/** Keys that are asked for equally often, and the share of all operations that each of them gets. */
interface Crowd {
  readonly keys: number
  readonly share: number
}

type ByChance = Exclude<Popularity, { kind: 'turns' }>

/** The first of these are looked at one by one, the others in crowds that grow with their distance. */
const ALONE = 512

function crowdsOf(popularity: ByChance, keys: number): readonly Crowd[] {
  if (popularity.kind === 'uniform') return [{ keys, share: 1 / keys }]
  if (popularity.kind === 'hot') {
    const { keys: hot, share } = popularity
    const rest = keys - hot
    return [{ keys: hot, share: share / hot }, ...(rest > 0 ? [{ keys: rest, share: (1 - share) / rest }] : [])]
  }
  return zipfCrowds(popularity.exponent, keys)
}

function zipfCrowds(exponent: number, keys: number): readonly Crowd[] {
  const crowds: Crowd[] = []
  let sum = 0
  for (let first = 1; first <= keys;) {
    const count = Math.min(keys - first + 1, first <= ALONE ? 1 : Math.ceil(first / 64))
    const weight = exp(-exponent * ln(first + (count - 1) / 2))
    crowds.push({ keys: count, share: weight })
    sum += weight * count
    first += count
  }
  return crowds.map(({ keys: count, share }) => ({ keys: count, share: share / sum }))
}

/** How many different keys so many operations are about, by chance or each in its turn. */
export function distinctKeys(popularity: Popularity, keys: number, operations: number): number {
  if (popularity.kind === 'turns') return Math.min(keys, operations)
  return crowdsOf(popularity, keys).reduce((sum, crowd) => sum + crowd.keys * (1 - exp(-operations * crowd.share)), 0)
}

const perSecond = (connections: number | null, meanMs: number): number | null =>
  connections === null ? null : (connections * 1000) / meanMs

const fewer = (one: number, other: number | null): number => (other === null ? one : Math.min(one, other))

/** The load at which `fillAt` reaches `drain`, by halving; it never falls as the load grows. */
function tipOf(fillAt: (load: number) => number, drain: number | null): number | null {
  const LOAD_MAX = 2 ** 20
  if (drain === null || fillAt(LOAD_MAX) <= drain) return null
  let [low, high] = [0, LOAD_MAX]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (fillAt(middle) > drain) high = middle
    else low = middle
  }
  return high
}

/** The stock of updates that wait for the flusher. */
export function queueBalance(
  { flush, database, popularity, writePopularity, keys }: Workload,
  { guards }: Strategy,
  writes: number,
): Balance {
  const drain = perSecond(fewer(flush.concurrency, database.concurrency), meanOf(database.update))
  const batch = Number(guards['flush-every'] ?? 0)
  const fillAt = (load: number): number => {
    const rate = writes * load
    if (guards['coalesce'] === 'none' || rate === 0) return rate
    const seconds = batch > 0 ? batch / rate : flush.everyMs / 1000
    return distinctKeys(writePopularity ?? popularity, keys, rate * seconds) / seconds
  }
  return { fill: fillAt(1), drain, tipsAt: tipOf(fillAt, drain) }
}

/** The requests that wait for a connection to the database: in work that is asked for, counted in updates. */
export function databaseBalance({ database }: Workload, reads: number, writes: number): Balance {
  const update = meanOf(database.update)
  const fillAt = (load: number) => load * (writes + (reads * meanOf(database.select)) / update)
  const drain = perSecond(database.concurrency, update)
  return { fill: fillAt(1), drain, tipsAt: tipOf(fillAt, drain) }
}
