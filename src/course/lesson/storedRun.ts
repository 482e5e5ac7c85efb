/**
 * A run inside a lesson's data: what the engine found when the lesson was built, so that the page draws it
 * without the engine. Nothing is typed by hand in it; a lesson is compiled anew with every build.
 */
import type { StepEvent, Trace } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import type { Scenario } from '../../model/scenario/scenario'

interface StoredStep {
  readonly word: string
  readonly event: StepEvent
  readonly after: WorldView
}

export interface StoredRun {
  readonly initial: WorldView
  readonly steps: readonly StoredStep[]
  readonly enabled: readonly string[]
  readonly isQuiet: boolean
}

/** The run without what can be said again: the scenario, the numbers of its steps and the worlds before them. */
export const storedRun = ({ initial, steps, enabled, isQuiet }: Trace): StoredRun => ({
  initial,
  steps: steps.map(({ word, event, after }) => ({ word, event, after })),
  enabled,
  isQuiet,
})

/** The trace that was stored. */
export function restoredRun({ initial, steps, enabled, isQuiet }: StoredRun, scenario: Scenario): Trace {
  const worlds = [initial, ...steps.map(({ after }) => after)]
  return {
    scenario,
    initial,
    steps: steps.map((step, index) => ({ ...step, number: index + 1, before: worlds[index] ?? initial })),
    refused: null,
    enabled,
    isQuiet,
  }
}
