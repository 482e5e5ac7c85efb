/** Faults that strike requests: they have no steps of their own, but another ending for somebody else's. */
import type { Automata } from '../automaton'
import type { Ground } from '../kind'
import { offsetOf } from '../layout'
import type { RequestFault, Strike } from '../requestFault'
import type { Scenario } from '../../scenario/scenario'
import { counted, type Fault, type FaultValue } from './fault'

/** How often it may happen; `true` for no budget. */
export type Times = number | 'true'

type Named<Name extends string, Value extends FaultValue> = Pick<Fault<Name, Value>, 'name' | 'form' | 'lacks'>

/**
 * A fault at requests. `one` and `many` are what a search tried: `one lost delete`, `2 lost deletes`; `any`
 * what it tried without a budget.
 *
 * Cells: one under the fault's name, what is left of the budget, where there is one.
 */
export function faultAtRequest<Name extends string, Value extends Times>(
  named: Named<Name, Value>,
  strike: Strike,
  words: { readonly one: string; readonly many: string; readonly any?: string },
  leave?: (ground: Ground, automata: Automata) => NonNullable<RequestFault['leave']>,
): Fault<Name, Value> {
  const { name } = named
  const timesIn = ({ faults }: Scenario) => (faults as Readonly<Record<string, FaultValue>>)[name] as Times
  const budgetIn = (scenario: Scenario) => (timesIn(scenario) === 'true' ? 0 : Number(timesIn(scenario)))
  return {
    ...named,
    absent: 0 as Value,
    word: null,
    strike,
    searched(scenario) {
      const times = timesIn(scenario)
      return times === 'true' ? [words.any ?? words.many] : counted(times, words.one, words.many)
    },
    reserve(layout, scenario) {
      if (budgetIn(scenario) > 0) layout.reserveForWorld(name, 1)
    },
    start(memory, scenario) {
      if (budgetIn(scenario) > 0) memory.cells[offsetOf(memory, name)] = budgetIn(scenario)
    },
    movers: () => [],
    requestFault(ground, automata) {
      const { memory, scenario } = ground
      if (timesIn(scenario) === 0) return null
      const at = offsetOf(memory, name)
      const { cells } = memory
      const bound = { ...strike, ...(leave && { leave: leave(ground, automata) }) }
      if (at < 0) return { ...bound, spend: () => true }
      return {
        ...bound,
        spend() {
          if (cells[at] === 0) return false
          cells[at]!--
          return true
        },
      }
    },
  }
}
