/**
 * The Lab's switches: what a learner turns on and off to repair or break a scenario, each one a named
 * edit. Two values of one guard replace each other.
 */
import { withFault, withGuard, withoutGuard, withProtocol } from './edits'
import { protocols } from '../protocols'
import type { Scenario } from './scenario'

export interface Switch {
  readonly id: string
  readonly title: string
  /** One line: what it does, not what it proves. */
  readonly says: string
  /** Whether there is anything to switch in this scenario. */
  applies(scenario: Scenario): boolean
  isOn(scenario: Scenario): boolean
  /** The scenario with the switch on or off; the same scenario when it is so already. */
  apply(scenario: Scenario, on: boolean): Scenario
}

/** A switch that gives a guard one of its values. */
function guardSwitch(guard: string, value: string, title: string, says: string): Switch {
  const isOn = (scenario: Scenario) => scenario.guards[guard] === value
  return {
    id: `${guard}-${value}`,
    title,
    says,
    applies: () => true,
    isOn,
    apply(scenario, on) {
      if (isOn(scenario) === on) return scenario
      return on ? withGuard(scenario, guard, value) : withoutGuard(scenario, guard)
    },
  }
}

const tombstone: Switch = {
  ...guardSwitch('tombstone', 'true', 'Tombstone', 'a delete leaves its version, and an older fill is refused'),
  applies: (scenario) => protocols.write[scenario.protocol.write]?.invalidates === true,
}

const isDoubled = (scenario: Scenario) => scenario.protocol.write === 'double-delete'

const secondDelete: Switch = {
  id: 'double-delete',
  title: 'Second delete',
  says: 'a timer deletes once more after the write',
  applies: (scenario) => isDoubled(scenario) || scenario.protocol.write === 'delete-then-write',
  isOn: isDoubled,
  apply(scenario, on) {
    if (isDoubled(scenario) === on || !this.applies(scenario)) return scenario
    return withProtocol(scenario, 'write', on ? 'double-delete' : 'delete-then-write')
  },
}

const hasTimer = (scenario: Scenario) => protocols.write[scenario.protocol.write]?.defers === true

const hasQueue = (scenario: Scenario) => protocols.write[scenario.protocol.write]?.queues === true

const durableQueue: Switch = {
  ...guardSwitch('queue', 'durable', 'Durable queue', 'writes that wait survive a restart'),
  applies: hasQueue,
}

const plainClear: Switch = {
  ...guardSwitch('clear', 'plain', 'Plain clear', 'a flush takes three steps and clears whatever waits by then'),
  applies: hasQueue,
}

const comparingClear: Switch = {
  ...guardSwitch('clear', 'compare', 'Comparing clear', 'a flush takes three steps and clears only what it wrote'),
  applies: hasQueue,
}

const isDeferred = (scenario: Scenario) => scenario.protocol.write === 'deferred-invalidate'

const deferredInvalidation: Switch = {
  id: 'deferred-invalidate',
  title: 'Deferred invalidation',
  says: 'the writer answers first, and a timer deletes later',
  applies: (scenario) => isDeferred(scenario) || scenario.protocol.write === 'write-invalidate',
  isOn: isDeferred,
  apply(scenario, on) {
    if (isDeferred(scenario) === on || !this.applies(scenario)) return scenario
    return withProtocol(scenario, 'write', on ? 'deferred-invalidate' : 'write-invalidate')
  },
}

const longDelay: Switch = {
  ...guardSwitch('delay', 'longer-than-pauses', 'Long delay', 'the late delete outwaits every pause'),
  applies: hasTimer,
}

const expireAfterWrite: Switch = {
  id: 'expire-after-write',
  title: 'Expire after write',
  says: 'every entry goes, sooner or later',
  applies: () => true,
  isOn: (scenario) => scenario.guards['expiry'] === 'after-write' && scenario.faults.expire === 'any',
  apply(scenario, on) {
    if (this.isOn(scenario) === on) return scenario
    if (on) return withFault(withGuard(scenario, 'expiry', 'after-write'), 'expire', 'any')
    return withFault(withoutGuard(scenario, 'expiry'), 'expire', 0)
  },
}

export const switches: readonly Switch[] = [
  guardSwitch('compare-and-set', 'newer', 'Compare-and-set, newer', 'the cache refuses an older version'),
  guardSwitch('compare-and-set', 'equal', 'Compare-and-set, equal', 'a store replaces only the version it expects'),
  guardSwitch('lease', 'wait', 'Lease, others wait', 'a fill needs a live token, and other readers wait for it'),
  guardSwitch(
    'lease',
    'bypass',
    'Lease, others bypass',
    'a fill needs a live token, and other readers leave the cache alone',
  ),
  tombstone,
  guardSwitch('fill', 'add-if-absent', 'Add if absent', 'a fill gives way to whatever is cached'),
  deferredInvalidation,
  secondDelete,
  longDelay,
  durableQueue,
  comparingClear,
  plainClear,
  expireAfterWrite,
]

export const switchNamed = (id: string): Switch | undefined => switches.find((item) => item.id === id)
