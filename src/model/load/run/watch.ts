/**
 * Steps of a run as the engine would name them, for whoever wants to see a part of it in the Lab: clients' requests by
 * the number of their operation, daemons by what they do.
 */
import { TICKS_PER_MS } from '../chance/distribution'

/** What has happened: a request of an operation, a loader's, or what nobody asked for. */
export type WatchedStep =
  | 'request'
  | 'refresh'
  | 'warm'
  | 'timer'
  | 'flush'
  | 'sync'
  | 'replica'
  | 'log'
  | 'evict'
  | 'expire'
  | 'soft-expire'
  | 'timeout'
  | 'lock-timeout'
  | 'restart'
  | 'machine-lost'
  | 'crash'

export interface Watched {
  readonly atMs: number
  readonly step: WatchedStep
  /** The key's number, from 1; 0 where it is about all of them. */
  readonly key: number
  /** The operation that asks, in the order of their beginnings, or whose promise it is; -1 where there is none. */
  readonly operation: number
  /** What it asks, e.g. `cache.get`; empty where it is no request. */
  readonly request: string
  /** Part of which operation; null where it is none's. */
  readonly deed: 'read' | 'write' | null
  /** It never reached the cache. */
  readonly isLost: boolean
}

/** Which steps to keep: those on one key, between two moments. */
export interface WatchOf {
  /** From 1; null for all keys. */
  readonly key: number | null
  readonly fromMs: number
  readonly toMs: number
}

/** So many steps are kept. */
const STEPS_MAX = 10_000

export class Watch {
  readonly steps: Watched[] = []

  constructor(private readonly of: WatchOf) {}

  /** `key` from 0, as it is known inside. */
  note(
    tick: number,
    step: WatchedStep,
    key: number,
    operation: number,
    { request = '', deed = null, isLost = false }: Partial<Pick<Watched, 'request' | 'deed' | 'isLost'>> = {},
  ): void {
    const atMs = tick / TICKS_PER_MS
    const isAbout = this.of.key === null || key === -1 || key + 1 === this.of.key
    if (!isAbout || atMs < this.of.fromMs || atMs > this.of.toMs || this.steps.length >= STEPS_MAX) return
    this.steps.push({ atMs, step, key: key + 1, operation, request, deed, isLost })
  }
}
