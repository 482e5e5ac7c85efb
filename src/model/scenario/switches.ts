/**
 * The Lab's switches: what a learner turns on and off to repair or break a scenario, each one a named
 * edit. Two values of one guard replace each other.
 */
import { withFault, withGuard, withoutGuard, withProtocol } from './edits'
import { guards } from '../guards'
import type { Guard, GuardSwitch } from '../guards/guard'
import type { Scenario } from './scenario'

export interface Switch {
  readonly id: string
  readonly title: string
  /** One line: what it does, not what it proves. */
  readonly says: string
  /** For those who look further. */
  readonly isExtra: boolean
  /** Whether there is anything to switch in this scenario. */
  applies(scenario: Scenario): boolean
  isOn(scenario: Scenario): boolean
  /** The scenario with the switch on or off; the same scenario when it is so already. */
  apply(scenario: Scenario, on: boolean): Scenario
}

/** A switch that gives a guard one of its values. It is offered where that would mean something. */
function guardSwitch({ name: guard, isExtra }: Guard, { value, title, says }: GuardSwitch): Switch {
  const isOn = (scenario: Scenario) => scenario.guards[guard] === value
  const turnedOn = (scenario: Scenario) => withGuard(scenario, guard, value)
  return {
    id: `${guard}-${value}`,
    title,
    says,
    isExtra: isExtra === true,
    applies: (scenario) => isOn(scenario) || isOn(turnedOn(scenario)),
    isOn,
    apply(scenario, on) {
      if (isOn(scenario) === on) return scenario
      return on ? turnedOn(scenario) : withoutGuard(scenario, guard)
    },
  }
}

/** A learner's own write has no other form. */
const isOwn = (scenario: Scenario) => scenario.own?.write !== undefined

const isDoubled = (scenario: Scenario) => scenario.protocol.write === 'double-delete'

const secondDelete: Switch = {
  id: 'double-delete',
  title: 'Second delete',
  says: 'a timer deletes once more after the write',
  isExtra: false,
  applies: (scenario) => !isOwn(scenario) && (isDoubled(scenario) || scenario.protocol.write === 'delete-then-write'),
  isOn: isDoubled,
  apply(scenario, on) {
    if (isDoubled(scenario) === on || !this.applies(scenario)) return scenario
    return withProtocol(scenario, 'write', on ? 'double-delete' : 'delete-then-write')
  },
}

const isDeferred = (scenario: Scenario) => scenario.protocol.write === 'deferred-invalidate'

const deferredInvalidation: Switch = {
  id: 'deferred-invalidate',
  title: 'Deferred invalidation',
  says: 'the writer answers first, and a timer deletes later',
  isExtra: false,
  applies: (scenario) => !isOwn(scenario) && (isDeferred(scenario) || scenario.protocol.write === 'write-invalidate'),
  isOn: isDeferred,
  apply(scenario, on) {
    if (isDeferred(scenario) === on || !this.applies(scenario)) return scenario
    return withProtocol(scenario, 'write', on ? 'deferred-invalidate' : 'write-invalidate')
  },
}

const expireAfterWrite: Switch = {
  id: 'expire-after-write',
  title: 'Expire after write',
  says: 'every entry goes, sooner or later',
  isExtra: false,
  applies: () => true,
  isOn: (scenario) => scenario.guards['expiry'] === 'after-write' && scenario.faults.expire === 'any',
  apply(scenario, on) {
    if (this.isOn(scenario) === on) return scenario
    if (on) return withFault(withGuard(scenario, 'expiry', 'after-write'), 'expire', 'any')
    return withFault(withoutGuard(scenario, 'expiry'), 'expire', 0)
  },
}

const ofGuards = guards.flatMap((guard) => (guard.switches ?? []).map((each) => guardSwitch(guard, each)))

/** Switches of guards in the order in which guards apply, those that change more than one guard, and the extra ones. */
export const switches: readonly Switch[] = [
  ...ofGuards.filter(({ isExtra }) => !isExtra),
  deferredInvalidation,
  secondDelete,
  expireAfterWrite,
  ...ofGuards.filter(({ isExtra }) => isExtra),
]

export const switchNamed = (id: string): Switch | undefined => switches.find((item) => item.id === id)
