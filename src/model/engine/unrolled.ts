/**
 * `repeat: n` written out: each client's operations n times over, one round after the other. What runs is the
 * written-out scenario; what files, links and pictures show is the short one.
 */
import type { Scenario } from '../scenario/scenario'

const known = new WeakMap<Scenario, Scenario>()

/** The scenario with its repetitions written out; the same object for the same scenario. */
export function unrolled(scenario: Scenario): Scenario {
  const { repeat = 1, ...rest } = scenario
  if (repeat === 1) return scenario
  const before = known.get(scenario)
  if (before) return before
  const clients = scenario.clients.map(({ name, operations }) => ({
    name,
    operations: Array.from({ length: repeat }, () => operations).flat(),
  }))
  const whole: Scenario = { ...rest, clients }
  known.set(scenario, whole)
  return whole
}

/** How many operations all clients have together, over all repetitions. */
export const operationCount = ({ clients, repeat = 1 }: Pick<Scenario, 'clients' | 'repeat'>): number =>
  repeat * clients.reduce((sum, { operations }) => sum + operations.length, 0)
