/**
 * Bounds of the exhaustive check. They are limits of the model, not of the search's budget: past them
 * the number of worlds is beyond any machine, so the check says no at once. A single run may be longer.
 */
import { keysOf, type Scenario } from '../scenario/scenario'

export const bounds = { clients: 8, operations: 8, keys: 4 } as const

/** Bounds of a single run: its operations are those of all clients together, over all repetitions. */
export const runBounds = { clients: 200, operations: 10_000, keys: 1000 } as const

/** Why every interleaving of this scenario cannot be checked; one sentence, or null when it can. */
export function beyondBounds(scenario: Scenario): string | null {
  const { clients, repeat = 1 } = scenario
  const keys = keysOf(scenario).length
  const longest = clients.find(({ operations }) => operations.length * repeat > bounds.operations)
  const what =
    clients.length > bounds.clients
      ? `${bounds.clients} clients, and this scenario has ${clients.length}`
      : longest
        ? `${bounds.operations} operations a client, and ${longest.name} has ${longest.operations.length * repeat}`
        : keys > bounds.keys
          ? `${bounds.keys} keys, and this scenario has ${keys}`
          : null
  return what === null ? null : `The exhaustive check takes up to ${what}. A seed or a schedule plays a single run.`
}

/** Whether the scenario asks for one run instead of all: by a seed, or by a schedule where all are too many. */
export const isRun = (scenario: Scenario): boolean =>
  scenario.seed !== undefined || (scenario.schedule.length > 0 && beyondBounds(scenario) !== null)
