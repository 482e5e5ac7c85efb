/**
 * Remembers the traces of the last few schedules, because stepping back and forth asks for the same ones
 * again and again, and because the same schedule must give the very same object for React to rest.
 */
import { obstacle } from '../../course/narration/obstacle'
import { adapted, enabledAt } from '../../model/engine/adapted'
import { replay } from '../../model/engine/replay'
import type { Trace } from '../../model/engine/trace'
import type { Scenario } from '../../model/scenario/scenario'

const REMEMBERED_MAX = 64

/** Steps of all remembered traces together; the last one is remembered, however long. */
const STEPS_MAX = 50_000

export type Replay = (scenario: Scenario, schedule: readonly string[]) => Trace

/** Forgets the traces that were not asked for the longest, until what is left fits. */
function forget(traces: Map<string, Trace>): void {
  let steps = [...traces.values()].reduce((sum, trace) => sum + trace.steps.length, 0)
  for (const [key, trace] of traces) {
    if (traces.size === 1 || (traces.size <= REMEMBERED_MAX && steps <= STEPS_MAX)) return
    steps -= trace.steps.length
    traces.delete(key)
  }
}

/** A replay with a memory of its own. Scenarios are compared by identity: an edit makes a new one. */
export function rememberingReplay(play: Replay = replay): Replay {
  const byScenario = new WeakMap<Scenario, Map<string, Trace>>()
  return (scenario, schedule) => {
    const traces = byScenario.get(scenario) ?? new Map<string, Trace>()
    byScenario.set(scenario, traces)
    const key = schedule.join(' ')
    const trace = traces.get(key) ?? play(scenario, schedule)
    // Deleting and setting again moves the entry to the end: the first one is the one not asked for the longest.
    traces.delete(key)
    traces.set(key, trace)
    forget(traces)
    return trace
  }
}

/** How a run is played: as its scenario has it, or adapted to a schedule that others take too. */
export interface Replays {
  readonly strict: Replay
  readonly adapted: Replay
}

export const rememberingReplays = (): Replays => ({
  strict: rememberingReplay(),
  adapted: rememberingReplay((scenario, schedule) => adapted(scenario, schedule, obstacle)),
})

/** What may happen after so many steps of any of several adapted runs, in the order of the first that lets it. */
export const enabledInAny = (traces: readonly Trace[], count: number): readonly string[] => [
  ...new Set(traces.flatMap((trace) => enabledAt(trace, count))),
]
