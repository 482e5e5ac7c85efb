/** The scenarios that stand side by side: what each is called, what it chooses, and which one to begin with. */
import { faults } from '../../model/engine/faults'
import { protocols } from '../../model/protocols'
import { BESIDE_MAX, withWorkloadOf } from '../../model/scenario/beside'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { choosesTheSame, withProtocol } from '../../model/scenario/edits'
import { isSameValue, linkedValue } from '../../model/scenario/faultValues'
import type { Scenario } from '../../model/scenario/scenario'
import { switches } from '../../model/scenario/switches'
import { pointlessIn, startProblem } from '../../model/scenario/workloadRules'

export const letters = ['A', 'B', 'C'].slice(0, BESIDE_MAX + 1)

type Role = 'read' | 'write'
const roles: readonly Role[] = ['read', 'write']

const titleOf = (role: Role, name: string): string => protocols[role][name]?.title ?? name

/** The switches that are on and say something of guards; what they say of patterns is said by the patterns. */
const guardsOn = (scenario: Scenario) =>
  switches.filter((each) => each.isOn(scenario) && each.apply(scenario, false).protocol === scenario.protocol)

/** Guards that no switch stands for, as a link writes them. */
function otherGuards(scenario: Scenario): readonly string[] {
  const on = guardsOn(scenario).map(({ id }) => id)
  return Object.entries(scenario.guards).flatMap(([name, value]) => {
    const isSaid = on.includes(`${name}-${value}`) || (name === 'expiry' && on.includes('expire-after-write'))
    return isSaid ? [] : [value === 'true' ? name : `${name}: ${value}`]
  })
}

/** What a scenario chooses, as far as it tells it from the others. */
export function choicesInWords(scenario: Scenario, all: readonly Scenario[]): string {
  const patterns = roles
    .filter((role) => all.some(({ protocol }) => protocol[role] !== scenario.protocol[role]))
    .map((role) => titleOf(role, scenario.protocol[role]))
  const guards = [...guardsOn(scenario).map(({ title }) => title), ...otherGuards(scenario)]
  const allowed = faults
    .filter(({ name }) => all.some((other) => !isSameValue(other.faults[name], scenario.faults[name])))
    .filter(({ name, absent }) => !isSameValue(scenario.faults[name], absent))
    .map((fault) => `${fault.name}: ${linkedValue(fault, scenario.faults[fault.name])}`)
  const words = [...patterns, ...(guards.length === 0 ? ['no guard'] : guards), ...allowed].join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const isPossible = (scenario: Scenario): boolean => pointlessIn(scenario) === null && startProblem(scenario) === null

/** Patterns that the clients of a scenario can use. */
export const patternsFor = (scenario: Scenario, role: Role): readonly { value: string; title: string }[] =>
  Object.keys(protocols[role])
    .filter((name) => name === scenario.protocol[role] || isPossible(withProtocol(scenario, role, name)))
    .map((value) => ({ value, title: titleOf(role, value) }))

/** A scenario to lay beside those that stand there: the catalogue's own, its twin, or one with a guard more. */
export function nextBeside(base: Scenario, shown: readonly Scenario[]): Scenario | null {
  const [first] = shown
  if (first === undefined || shown.length > BESIDE_MAX) return null
  const twin = scenarioNamed(base.twin)
  const candidates = [
    withWorkloadOf(first, base),
    ...(twin === undefined ? [] : [withWorkloadOf(first, twin)]),
    ...switches.filter((each) => each.applies(first)).map((each) => each.apply(first, !each.isOn(first))),
  ]
  const isNew = (candidate: Scenario) => shown.every((other) => !choosesTheSame(candidate, other))
  return candidates.find((candidate) => isNew(candidate) && isPossible(candidate)) ?? null
}
