/**
 * Bounds of the exhaustive check. They are limits of the model, not of the search's budget: past them
 * the number of worlds is beyond any machine, so the check says no at once. A single run may be longer.
 */
import { keysOf, type Scenario } from '../scenario/scenario'

export const bounds = { clients: 8, operations: 8, keys: 4 } as const

/** Why every interleaving of this scenario cannot be checked; one sentence, or null when it can. */
export function beyondBounds(scenario: Scenario): string | null {
  const keys = keysOf(scenario).length
  const longest = scenario.clients.find((client) => client.operations.length > bounds.operations)
  const what =
    scenario.clients.length > bounds.clients
      ? `${bounds.clients} clients, and this scenario has ${scenario.clients.length}`
      : longest
        ? `${bounds.operations} operations a client, and ${longest.name} has ${longest.operations.length}`
        : keys > bounds.keys
          ? `${bounds.keys} keys, and this scenario has ${keys}`
          : null
  return what === null ? null : `The exhaustive check takes up to ${what}. Single runs can still be played.`
}
