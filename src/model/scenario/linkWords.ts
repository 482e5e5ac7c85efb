/** The beginning of a link: a scenario of the catalogue by its name, and what was edited in words. */
import { faults } from '../engine/faults'
import { guards } from '../guards'
import { isSameValue, linkedValue } from './faultValues'
import { linkedOwn } from './linkOwn'
import type { Scenario } from './scenario'
import { workloadBetween } from './workload'

/** `#/lab/stale-fill?lease=wait`, without a run. */
export function linkTo(base: Scenario, edited: Scenario): string {
  const words = changesBetween(base, edited)
  return `#/lab/${base.scenario}${words.length === 0 ? '' : `?${words.join('&')}`}`
}

function changesBetween(base: Scenario, edited: Scenario): readonly string[] {
  const words: string[] = []
  for (const { name } of guards)
    if (base.guards[name] !== edited.guards[name]) words.push(`${name}=${edited.guards[name] ?? 'off'}`)
  for (const role of ['read', 'write'] as const)
    if (base.protocol[role] !== edited.protocol[role]) words.push(`${role}=${edited.protocol[role]}`)
  for (const fault of faults) {
    const value = edited.faults[fault.name]
    if (!isSameValue(base.faults[fault.name], value)) words.push(`${fault.name}=${linkedValue(fault, value)}`)
  }
  return [...words, ...workloadBetween(base, edited), ...linkedOwn(edited)]
}
