/**
 * Named edits of a scenario: each gives a new scenario and leaves the old one alone. They are what the
 * Lab's switches and links are made of, so an edit never makes a scenario that the parser would refuse:
 * a guard that cannot stand beside the new one goes.
 */
import { faults } from '../engine/faults'
import { isSameValue } from './faultValues'
import { frozen } from './frozen'
import { meaninglessWith, replacedBy } from './rules'
import type { Faults, Scenario } from './scenario'

const without = (guards: Scenario['guards'], names: readonly string[]): Scenario['guards'] =>
  Object.fromEntries(Object.entries(guards).filter(([name]) => !names.includes(name)))

/** Gives a guard a value, or takes the guard away with null. */
export function withGuard(scenario: Scenario, name: string, value: string | null): Scenario {
  const gone = value === null ? [name] : replacedBy(name, value, scenario.guards)
  const guards = without(scenario.guards, gone)
  return frozen({ ...scenario, guards: value === null ? guards : { ...guards, [name]: value } })
}

export const withoutGuard = (scenario: Scenario, name: string): Scenario => withGuard(scenario, name, null)

/** Chooses another pattern; a guard that means nothing with it goes. */
export function withProtocol(scenario: Scenario, role: 'read' | 'write', name: string): Scenario {
  const guards = role === 'read' ? scenario.guards : without(scenario.guards, meaninglessWith(name))
  return frozen({ ...scenario, protocol: { ...scenario.protocol, [role]: name }, guards })
}

/** Sets one kind of fault: clients that may crash, or a budget. */
export const withFault = <Name extends keyof Faults>(scenario: Scenario, name: Name, value: Faults[Name]): Scenario =>
  frozen({ ...scenario, faults: { ...scenario.faults, [name]: value } })

/** Whether two scenarios choose the same patterns, guards and faults. */
export function choosesTheSame(a: Scenario, b: Scenario): boolean {
  const names = new Set([...Object.keys(a.guards), ...Object.keys(b.guards)])
  return (
    a.protocol.read === b.protocol.read &&
    a.protocol.write === b.protocol.write &&
    [...names].every((name) => a.guards[name] === b.guards[name]) &&
    faults.every(({ name }) => isSameValue(a.faults[name], b.faults[name]))
  )
}
