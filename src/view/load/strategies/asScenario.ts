/**
 * A strategy as a scenario, so that the Lab's rules decide here too which guards mean something beside which patterns:
 * what may be switched on, what goes when another pattern is chosen, and what two guards cannot both say.
 */
import { faultsWith, noFaults } from '../../../model/engine/faults'
import type { Strategy } from '../../../model/load/strategy'
import { withGuard, withProtocol } from '../../../model/scenario/edits'
import type { Scenario } from '../../../model/scenario/scenario'
import { switches, type Switch } from '../../../model/scenario/switches'
import { guards } from '../../../model/guards'
import { lifetimeTitles } from './words'

/** Who reads and who writes does not matter to the rules; that somebody does both, does. */
const nobody: Scenario = {
  scenario: 'under-load',
  title: '',
  about: '',
  start: { database: { x: 1 }, cache: {} },
  protocol: { read: 'cache-aside', write: 'write-invalidate' },
  guards: {},
  clients: [
    { name: 'T1', operations: [{ kind: 'read', key: 'x' }] },
    { name: 'T2', operations: [{ kind: 'write', key: 'x' }] },
  ],
  faults: noFaults,
  check: ['converges'],
  expect: {},
  schedule: [],
  twin: '',
}

export const asScenario = ({ protocol, guards, replica }: Strategy): Scenario => ({
  ...nobody,
  protocol,
  guards,
  faults: replica === 'none' ? noFaults : faultsWith({ replica }),
})

const edited = (strategy: Strategy, edit: (scenario: Scenario) => Scenario): Strategy => {
  const { protocol, guards } = edit(asScenario(strategy))
  return { protocol, guards, replica: strategy.replica }
}

/** Another pattern; guards that mean nothing with it go. */
export const withPattern = (strategy: Strategy, role: 'read' | 'write', name: string): Strategy =>
  edited(strategy, (scenario) => withProtocol(scenario, role, name))

export const withoutGuardOf = (strategy: Strategy, name: string): Strategy =>
  edited(strategy, (scenario) => withGuard(scenario, name, null))

/** The two ways in which entries expire are a fault with a guard in the Lab; here the workload has lifetimes, and a guard uses them. */
const lifetimes: readonly Switch[] = (['after-write', 'after-access'] as const).map((value) => ({
  id: `expiry-${value}`,
  title: lifetimeTitles[value] ?? value,
  says: value === 'after-write' ? 'an entry lives for the workload’s lifetime' : 'each read makes the entry live on',
  isExtra: false,
  applies: () => true,
  isOn: (scenario) => scenario.guards['expiry'] === value,
  apply: (scenario, on) => withGuard(scenario, 'expiry', on ? value : null),
}))

/** Those of one guard: patterns have a choice of their own here, and what goes wrong is the workload's. */
const guardSwitches = [
  ...switches.filter(({ id }) =>
    guards.some(
      ({ name, shape, switches: own }) => shape === undefined && own?.some(({ value }) => id === `${name}-${value}`),
    ),
  ),
  ...lifetimes,
]

/** The switches that mean something beside what is chosen. */
export const switchesFor = (strategy: Strategy): readonly Switch[] => {
  const scenario = asScenario(strategy)
  return guardSwitches.filter((each) => each.applies(scenario))
}

export const isOn = (strategy: Strategy, each: Switch): boolean => each.isOn(asScenario(strategy))

export const switched = (strategy: Strategy, each: Switch, on: boolean): Strategy =>
  edited(strategy, (scenario) => each.apply(scenario, on))

/** A guard whose value is a number. */
export interface CountGuard {
  readonly name: string
  readonly title: string
  readonly says: string
  readonly min: number
  readonly max: number
}

/** Guards with a number that mean something beside what is chosen. */
export const countGuardsFor = (strategy: Strategy): readonly CountGuard[] =>
  guards.flatMap(({ name, title, says, shape }) => {
    if (shape?.kind !== 'count') return []
    const { min, max } = shape
    const on = withGuard(asScenario(strategy), name, String(min))
    return on.guards[name] === undefined ? [] : [{ name, title, says, min, max }]
  })

/** The guard with a number, or without it for null. */
export const counting = (strategy: Strategy, name: string, count: number | null): Strategy =>
  edited(strategy, (scenario) => withGuard(scenario, name, count === null ? null : String(count)))
