/**
 * A run under load: one workload met by one strategy, from one seed, in slices of as many events as whoever runs it
 * likes. Page, worker and Node call the same loop, and the same workload and strategy end in the same bytes.
 */
import { programmer } from '../../engine/operations'
import type { Tally } from '../measure/tally'
import { measured, seriesOf } from '../metrics'
import { KEY } from '../plan/onePlace'
import { Plans } from '../plan/plan'
import { LoadRefused, runProblem } from '../refused'
import type { LoadResult, Series, StaleRead } from '../result'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'
import { daemons } from '../daemons'
import { isLoader } from './actors'
import { Draws } from './draws'
import { Loaders } from './loaders'
import { Operations } from './operations'
import { Requests } from './requests'
import { judgeEnd } from './result'
import { Site } from './site'
import { Watch, type Watched, type WatchOf } from './watch'

export interface RunOptions {
  /** Which steps to keep; none where it is left out. */
  readonly watch?: WatchOf | null
}

/** The share of the keys that counts as hot under Zipf's law. */
const HOT_SHARE = 0.01

/** How many of the first keys are the hot ones. */
export function hotKeysOf({ popularity, keys }: Workload): number {
  if (popularity.kind === 'hot') return popularity.keys
  return popularity.kind === 'zipf' ? Math.max(1, Math.floor(keys * HOT_SHARE)) : 0
}

export class Run {
  private readonly site: Site
  private readonly operations: Operations
  private readonly kept: Watch | null
  private isOver = false

  /** Throws LoadRefused where the strategy cannot be run under this workload. */
  constructor(
    readonly workload: Workload,
    readonly strategy: Strategy,
    { watch = null }: RunOptions = {},
  ) {
    const problem = runProblem(strategy, workload)
    if (problem !== null) throw new LoadRefused(problem)
    this.kept = watch === null ? null : new Watch(watch)
    this.site = new Site(workload, strategy, this.kept)
    const { scenario, ground } = this.site.slots
    const plans = new Plans(ground)
    const draws = new Draws(workload)
    const requests = new Requests(this.site, plans, draws, hotKeysOf(workload))
    const programOf = programmer(scenario)
    const [read, write] = (['read', 'write'] as const).map((kind) => plans.begin(programOf({ kind, key: KEY })))
    this.operations = new Operations(this.site, requests, draws, { read: read!, write: write! })
    const loaders = new Loaders(this.site, requests, plans)
    requests.hooks.over = (actor, edge) => {
      requests.hooks.drops?.(actor, this.site.actors.key[actor]!)
      if (isLoader(this.site.actors.role[actor]!)) loaders.over(actor)
      else this.operations.over(actor, edge)
    }
    for (const start of daemons({ site: this.site, requests, draws, loaders, operations: this.operations })) start()
    this.operations.start()
  }

  /** From 0 to 1: the share of the operations that are over. */
  get progress(): number {
    return this.isOver ? 1 : this.operations.progress
  }

  /** Virtual time, in milliseconds. */
  get nowMs(): number {
    return this.site.now / 1000
  }

  /** Lets so many events happen; true once nothing is left to be done. */
  advance(events: number): boolean {
    if (this.isOver) return true
    for (let count = 0; count < events; count++) {
      if (this.site.step()) continue
      this.finish()
      return true
    }
    return false
  }

  /** The series as far as the run has come. */
  series(): Series {
    return seriesOf(this.site.tally, this.site.now)
  }

  get staleReads(): readonly StaleRead[] {
    return this.operations.staleReads
  }

  /** What has been counted so far. */
  get tally(): Tally {
    return this.site.tally
  }

  /** The steps that were watched. */
  get watched(): readonly Watched[] {
    return this.kept?.steps ?? []
  }

  /** What the database, and the cache, have of a key; keys are counted from 1, and 0 is an absent entry. */
  versionsOf(key: number): { readonly row: number; readonly cached: number } {
    const { slots } = this.site
    slots.use(key - 1)
    return { row: slots.memory.cells[slots.offset('database')]!, cached: this.site.cached }
  }

  /** What the run ends with, or, while it goes on, what it would end with now. */
  result(): LoadResult {
    const { site, strategy } = this
    const { tally, now } = site
    return {
      strategy,
      metrics: measured(tally),
      series: this.series(),
      staleReads: this.operations.staleReads,
      endMs: now / 1000,
      stopped: site.stopped,
    }
  }

  private finish(): void {
    const { site } = this
    this.isOver = true
    const wasBrokenOff = site.stopped !== null
    const left = site.tally.inFlight
    if (!wasBrokenOff && left > 0)
      site.stopped = `${left.toLocaleString('en')} ${left === 1 ? 'operation waits' : 'operations wait'} for ever: who held the token or the lock is gone, and it does not run out. Add lease-timeout or lock-timeout.`
    // Where the run was broken off, much may still have changed.
    if (!wasBrokenOff) judgeEnd(site)
    site.tally.end = site.now
  }
}

export const startRun = (workload: Workload, strategy: Strategy, options?: RunOptions): Run =>
  new Run(workload, strategy, options)

/** Runs to the end. */
export function simulate(workload: Workload, strategy: Strategy): LoadResult {
  const run = startRun(workload, strategy)
  while (!run.advance(1_000_000));
  return run.result()
}
