/**
 * What happened to one key before a moment of a run, step by step, with what the database and the cache had of it
 * after each. The run is taken again from its seed and goes the same way, which is why this is exact.
 */
import { startRun } from '../run/run'
import type { Watched } from '../run/watch'
import type { Strategy } from '../strategy'
import type { Workload } from '../workload/workload'

/** Versions of a key: its row, and its entry, 0 for none. */
export interface Versions {
  readonly row: number
  readonly cached: number
}

export interface Moment {
  readonly step: Watched
  /** Before the step, and whatever else happened to the key in the same event. */
  readonly before: Versions
}

/** Events that are passed over at a time while nothing is of interest. */
const STRIDE = 64

/** The steps on a key from one time to another; `isGivenUp` is asked now and then. */
export function momentsOf(
  workload: Workload,
  strategy: Strategy,
  { key, fromMs, toMs }: { readonly key: number; readonly fromMs: number; readonly toMs: number },
  isGivenUp: () => boolean = () => false,
): readonly Moment[] {
  const run = startRun(workload, strategy, { watch: { key, fromMs, toMs } })
  while (run.watched.length === 0 && run.nowMs < fromMs) if (run.advance(STRIDE) || isGivenUp()) break
  const moments: Moment[] = []
  let before = run.versionsOf(key)
  // What happened in the last stride is known only as a whole, so it is left out.
  let known = run.watched.length
  while (run.nowMs <= toMs && !run.advance(1)) {
    if (run.watched.length === known) continue
    for (const step of run.watched.slice(known)) moments.push({ step, before })
    known = run.watched.length
    before = run.versionsOf(key)
  }
  return moments
}
