/**
 * Named edits of a scenario: each gives a new scenario and leaves the old one alone. They are what the
 * Lab's switches and links are made of, so an edit never makes a scenario that the parser would refuse:
 * a guard that cannot stand beside the new one goes.
 */
import { faultNamed, faults } from '../engine/faults'
import { isSameValue } from './faultValues'
import { frozen } from './frozen'
import { misfitIn, replacedBy } from './rules'
import type { Faults, Scenario } from './scenario'
import { hasSameWorkload } from './workload'
import { runsTheSame } from '../own/own'

const without = (guards: Scenario['guards'], names: readonly string[]): Scenario['guards'] =>
  Object.fromEntries(Object.entries(guards).filter(([name]) => !names.includes(name)))

/** Without the guard that caches absence, an entry that says that there is no row is no entry. */
function withoutAbsentEntries(scenario: Scenario): Scenario {
  const { cache } = scenario.start
  if (scenario.guards['cache-absent'] !== undefined || !Object.values(cache).includes(0)) return scenario
  const entries = Object.entries(cache).filter(([, version]) => version > 0)
  return { ...scenario, start: { ...scenario.start, cache: Object.fromEntries(entries) } }
}

/** The scenario without the choices that mean nothing beside the others. */
export function mended(scenario: Scenario): Scenario {
  const misfit = misfitIn(scenario)
  if (misfit === null) return frozen(withoutAbsentEntries(scenario))
  const { name, kind } = misfit
  if (kind === 'guard') return mended({ ...scenario, guards: without(scenario.guards, [name]) })
  return mended({ ...scenario, faults: { ...scenario.faults, [name]: faultNamed(name)?.absent } })
}

/** Gives a guard a value, or takes the guard away with null. */
export function withGuard(scenario: Scenario, name: string, value: string | null): Scenario {
  const gone = value === null ? [name] : replacedBy(name, value, scenario.guards)
  const guards = without(scenario.guards, gone)
  return mended({ ...scenario, guards: value === null ? guards : { ...guards, [name]: value } })
}

export const withoutGuard = (scenario: Scenario, name: string): Scenario => withGuard(scenario, name, null)

/** Chooses another pattern; what means nothing with it goes. */
export const withProtocol = (scenario: Scenario, role: 'read' | 'write', name: string): Scenario =>
  mended({ ...scenario, protocol: { ...scenario.protocol, [role]: name } })

/** Sets one kind of fault: clients that may crash, or a budget. */
export const withFault = <Name extends keyof Faults>(scenario: Scenario, name: Name, value: Faults[Name]): Scenario =>
  mended({ ...scenario, faults: { ...scenario.faults, [name]: value } })

/** Whether two scenarios choose the same patterns, guards and faults for the same clients and start. */
export function choosesTheSame(a: Scenario, b: Scenario): boolean {
  const names = new Set([...Object.keys(a.guards), ...Object.keys(b.guards)])
  return (
    a.protocol.read === b.protocol.read &&
    a.protocol.write === b.protocol.write &&
    runsTheSame(a, b) &&
    [...names].every((name) => a.guards[name] === b.guards[name]) &&
    faults.every(({ name }) => isSameValue(a.faults[name], b.faults[name])) &&
    hasSameWorkload(a, b)
  )
}
