/**
 * How much a scenario may hold: little where all of its runs are checked, more where it asks for a single one by a
 * seed or a schedule. Each rule answers with one sentence, or null where there is nothing to say.
 */
import { bounds, runBounds } from '../explore/bounds'
import { operationCount } from '../engine/unrolled'
import { repeatEndlessProblem } from './endless'
import type { Scenario } from './scenario'

/** Operations that one client may list. */
export const operationsMax = (isRun: boolean): number => (isRun ? runBounds : bounds).operations

const who = (isRun: boolean) => (isRun ? 'a single run' : 'the exhaustive check')
const remedy = (isRun: boolean) => (isRun ? 'Use fewer.' : 'Use fewer, or add e.g. seed: 1 to play a single run.')
const counted = (count: number) => count.toLocaleString('en')

export function clientsProblem(count: number, isRun: boolean): string | null {
  const most = (isRun ? runBounds : bounds).clients
  if (count <= most) return null
  return `There are ${counted(count)} clients, and ${who(isRun)} takes at most ${counted(most)}. ${remedy(isRun)}`
}

/** About a client whose list is longer than it may be. */
export const listProblem = (isRun: boolean): string =>
  `This is more than ${counted(operationsMax(isRun))} operations for one client, which ${who(isRun)} does not take. ${remedy(isRun)}`

/** About what the repetitions make of the lists: all clients together in a run, each by itself in a check. */
export function repeatProblem(
  { clients, repeat = 1 }: Pick<Scenario, 'clients' | 'repeat'>,
  isRun: boolean,
): string | null {
  const most = operationsMax(isRun)
  const endless = repeatEndlessProblem({ clients, repeat })
  if (endless !== null) return endless
  if (isRun) {
    const total = operationCount({ clients, repeat })
    if (total <= most) return null
    return `The clients have ${counted(total)} operations together, and a single run takes at most ${counted(most)}. ${remedy(isRun)}`
  }
  const longest = clients.find(({ operations }) => operations.length * repeat > most)
  if (longest === undefined || repeat === 1) return null
  const total = counted(longest.operations.length * repeat)
  return `Repeated ${counted(repeat)} times, ${longest.name} has ${total} operations, and the exhaustive check takes at most ${most}. ${remedy(isRun)}`
}

export function keysProblem(keys: readonly string[], isRun: boolean): string | null {
  if (keys.length === 0)
    return '"any" has no key to choose from. Name at least one under start, e.g. database: { x: 1 }.'
  const most = (isRun ? runBounds : bounds).keys
  if (keys.length <= most) return null
  return `There are ${counted(keys.length)} keys, and ${who(isRun)} takes at most ${counted(most)}. ${remedy(isRun)}`
}
