import type { Scenario } from '../../model/scenario/scenario'

export interface Pair {
  /** The one that comes first in the catalogue. */
  readonly scenario: Scenario
  /** Its repaired or broken twin. */
  readonly twin: Scenario | null
}

/** Scenarios as pairs, each one once, in their order. */
export function pairsOf(scenarios: readonly Scenario[]): readonly Pair[] {
  const shown = new Set<string>()
  return scenarios.flatMap((scenario) => {
    if (shown.has(scenario.scenario)) return []
    const twin = scenarios.find(({ scenario: name }) => name === scenario.twin && !shown.has(name)) ?? null
    shown.add(scenario.scenario)
    if (twin !== null) shown.add(twin.scenario)
    return [{ scenario, twin }]
  })
}
