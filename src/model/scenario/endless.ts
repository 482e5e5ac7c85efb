/** What `forever read x` may stand beside. Each rule answers with one sentence, or null where there is nothing to say. */
import { propertyNamed } from '../properties'
import { isEndless, type Operation, type Scenario } from './scenario'

/** About an operation that comes after one that never ends. */
export const afterEndlessProblem = (before: readonly Operation[]): string | null =>
  before.at(-1)?.kind === 'forever'
    ? 'Nothing comes after "forever", because it never ends. Put it last, or give this to another client.'
    : null

/** About repeating operations of which one never ends. */
export const repeatEndlessProblem = ({ clients, repeat = 1 }: Pick<Scenario, 'clients' | 'repeat'>): string | null =>
  repeat > 1 && isEndless({ clients })
    ? 'A client that reads for ever never comes to a second repetition. Leave out "repeat" or "forever".'
    : null

/** About a property that has nothing to say of what these clients do. */
export function checkProblem(name: string, workload: Pick<Scenario, 'clients' | 'composed'>): string | null {
  const lack = propertyNamed(name)?.lacks?.(workload) ?? null
  return lack === null ? null : `The property "${name}" ${lack}`
}
