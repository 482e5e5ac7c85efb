/**
 * A workload: what arrives, how long everything takes, how much fits, and what goes wrong, in virtual time.
 *
 * Times are in milliseconds here, as people write them; a run counts whole ticks of a microsecond, so that sums are exact.
 * It says nothing about patterns and guards: those are a strategy's, and several strategies meet the same workload.
 */

/** How long something takes, in milliseconds. Draws below a microsecond count as one. */
export type Distribution =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  /** `median`, and the 99th percentile, which is how latencies are measured. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly p99: number }

/** Which key an operation is about. Key 1 is the most popular one. */
export type Popularity =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'zipf'; readonly exponent: number }
  /** The first `keys` keys get this share of the operations, evenly; the others share the rest. */
  | { readonly kind: 'hot'; readonly keys: number; readonly share: number }
  /** One after the other, and then from the first again: a batch job, or a scan. */
  | { readonly kind: 'turns' }

/** When operations begin. */
export type Arrivals =
  /** They come whatever the system does; `even` ones at equal distances. */
  | { readonly kind: 'open'; readonly perSecond: number; readonly spacing: 'poisson' | 'even' }
  /** So many clients, each with one operation at a time and a think time before the next. */
  | { readonly kind: 'closed'; readonly clients: number; readonly think: Distribution }

/** How an entry's lifetime ends. */
export interface Lifetime {
  readonly ms: number
  /** Each lifetime is shorter by up to this share of it, evenly. */
  readonly jitter: number
}

export interface Crash {
  readonly atMs: number
  /**
   * The cache restarts and loses what its memory held; its machine is lost with its disk; or every application process
   * dies, and operations under way end nowhere.
   */
  readonly what: 'cache' | 'machine' | 'clients'
}

export interface Workload {
  readonly workload: string
  readonly title: string
  readonly about: string
  readonly seed: number
  /** How many operations begin, read-backs included. */
  readonly operations: number
  readonly keys: number
  readonly popularity: Popularity
  /** Which key a write is about, where that is not as it is with reads; null where it is. */
  readonly writePopularity: Popularity | null
  readonly arrivals: Arrivals
  /** The share of reads among the operations that are drawn. */
  readonly reads: number
  /** This share of the writes is followed by a read of the same key by the same client, so long after the answer. */
  readonly readBack: { readonly share: number; readonly after: Distribution }
  readonly cache: {
    readonly latency: Distribution
    /** Entries that fit; null for no limit. */
    readonly capacity: number | null
    readonly eviction: 'lru' | 'lfu' | 'random'
    /** null: entries live until something removes them. */
    readonly ttl: Lifetime | null
    /** Every key is cached at the start, as far as there is room. */
    readonly isWarm: boolean
  }
  readonly database: {
    readonly select: Distribution
    readonly update: Distribution
    /** Requests that it works on at a time; others queue in their order. null for no limit. */
    readonly concurrency: number | null
  }
  /** From a commit to the replica, and to the listener of the log. */
  readonly lag: Distribution
  /** From an answer to its deferred delete. */
  readonly delay: Distribution
  readonly flush: {
    /** Between two rounds of the flusher. */
    readonly everyMs: number
    /** Writes that it has under way at a time. */
    readonly concurrency: number
    /** Between two syncs of a log that is synced after the answers (`write-ahead-log: periodic`). */
    readonly syncMs: number
  }
  /** Refresh-ahead: the period, or with `soft-expiry` the soft lifetime. */
  readonly refreshMs: number
  /** After which a lease, and a lock, runs out where the strategy says that they do. */
  readonly leaseMs: number
  readonly lockMs: number
  /** With this chance a client stops before its next request, for so long. */
  readonly pauses: { readonly chance: number; readonly length: Distribution }
  readonly crashes: readonly Crash[]
  /** The chance that a delete never reaches the cache. */
  readonly lostDeletes: number
}
