/**
 * How far each number of a workload may go, and why not further: what is past a limit is refused with the limit and the
 * reason, before anything runs.
 */

export interface Limit {
  /** Begins a sentence about the number. */
  readonly what: string
  readonly min: number
  readonly max: number
  readonly isWhole?: true
  /** End sentences: what a lesser and a greater number would mean. */
  readonly less: string
  readonly more: string
}

/** Operations that a run has under way at a time, at most. */
export const UNDER_WAY_MAX = 20_000

/** Virtual time that a run may take: ten years. A tick is a microsecond, and ticks are counted exactly up to 285. */
export const LENGTH_MAX_MS = 10 * 365 * 24 * 3_600_000

/** How often something may come round in a run. */
export const ROUNDS_MAX = 10_000_000

/** How many times its median the 99th percentile may be. */
export const TAIL_MAX = 1000

export const STRATEGIES_MAX = 4
export const CRASHES_MAX = 100

const HOUR = 3_600_000
const DAYS = 24 * HOUR

const share = (what: string): Limit => ({
  what,
  min: 0,
  max: 1,
  less: 'a share is no less than nothing',
  more: 'a share is no more than everything',
})

const time = (what: string, max: number): Limit => ({
  what,
  min: 0.001,
  max,
  less: 'a microsecond (0.001) is the shortest time that there is',
  more: `longer times than ${max === HOUR ? 'an hour' : 'ninety days'} belong to no load`,
})

const whole = (what: string, max: number, less: string, more: string): Limit => ({
  what,
  min: 1,
  max,
  isWhole: true,
  less,
  more,
})

export const limits = {
  seed: {
    what: 'The seed',
    min: 0,
    max: 999_999,
    isWhole: true,
    less: 'seeds are counted from 0',
    more: 'seeds have six digits, so that they can be told over a table',
  },
  operations: whole(
    'The number of operations',
    10_000_000,
    'without operations nothing happens',
    'a longer run shows nothing that this one does not, and keeps you waiting',
  ),
  keys: whole(
    'The number of keys',
    1_000_000,
    'without keys there is nothing to read or write',
    'more would not fit into the memory of a page',
  ),
  exponent: {
    what: "The exponent of Zipf's law",
    min: 0,
    max: 10,
    less: 'below 0 the first key would be the least popular one',
    more: 'above 10 every operation is about the first key',
  },
  hotKeys: whole('The number of hot keys', 1_000_000, 'a share of operations needs a key', 'there are no more keys'),
  hotShare: share('The share of the hot keys'),
  perSecond: {
    what: 'The number of arrivals a second',
    min: 0.01,
    max: 1_000_000,
    less: 'then hardly anything ever arrives',
    more: 'a run tells no more than a million moments a second apart',
  },
  clients: whole(
    'The number of clients',
    UNDER_WAY_MAX,
    'without clients nothing happens',
    'a run has no more operations under way at a time',
  ),
  reads: share('The share of reads'),
  readBack: share('The share of writes that are read back'),
  capacity: whole(
    'The capacity of the cache',
    1_000_000,
    'a cache without room is none (read with database-only for that, or write "none" for a cache without a limit)',
    'there are no more keys than that (write "none" for a cache without a limit)',
  ),
  ttl: time('The lifetime of entries', 90 * DAYS),
  jitter: share('The jitter of lifetimes'),
  concurrency: whole(
    'The number of requests that the database works on at a time',
    UNDER_WAY_MAX,
    'then no request would ever be answered',
    'a run has no more operations under way (write "none" for a database without a limit)',
  ),
  flushEvery: time('The time between two flushes', 90 * DAYS),
  flushers: whole(
    'The number of writes that the flusher has under way',
    1000,
    'then nothing would ever be flushed',
    'no flusher has so many connections',
  ),
  sync: time('The time between two syncs of the log', 90 * DAYS),
  refresh: time('The time between two refreshes', 90 * DAYS),
  lease: time('The time after which a lease runs out', HOUR),
  lock: time('The time after which a lock runs out', HOUR),
  pauseChance: share('The chance of a pause'),
  crashAt: {
    what: 'The time of a crash',
    min: 0,
    max: LENGTH_MAX_MS,
    less: 'nothing happens before the run begins',
    more: 'no run is longer than ten years',
  },
  lostDeletes: share('The chance that a delete is lost'),
  milliseconds: {
    what: 'A time in milliseconds',
    min: 0,
    max: HOUR,
    less: 'nothing is over before it begins',
    more: 'longer times than an hour belong to no load',
  },
  milliseconds1: time('A time in milliseconds', HOUR),
} as const satisfies Readonly<Record<string, Limit>>

/** One sentence about a number that is past its limit, or null. */
export function limitProblem(number: unknown, limit: Limit): string | null {
  const fault = faultOf(number, limit)
  if (fault === null) return null
  const range = `${limit.isWhole ? 'a whole number' : 'a number'} from ${grouped(limit.min)} to ${grouped(limit.max)}`
  return `${limit.what} is ${typeof number === 'number' ? grouped(number) : 'no number'}, and ${fault}. Write ${range}.`
}

function faultOf(number: unknown, { min, max, isWhole, less, more }: Limit): string | null {
  if (typeof number !== 'number' || !Number.isFinite(number)) return 'nothing can be counted with that'
  if (number < min) return less
  if (number > max) return more
  return isWhole && !Number.isInteger(number) ? 'there are only whole ones' : null
}

/** A number as people read it: 10,000,000. */
export const grouped = (number: number): string =>
  Number.isInteger(number) ? String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',') : String(number)
