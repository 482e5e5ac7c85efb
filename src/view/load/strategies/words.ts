/** What a strategy is called. */
import { guardNamed } from '../../../model/guards'
import type { Strategy } from '../../../model/load/strategy'
import { protocols } from '../../../model/protocols'

export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** `Cache-aside, write-invalidate`. */
export const patternsOf = ({ protocol: { read, write } }: Strategy): string =>
  `${protocols.read[read]?.title ?? read}, ${lowered(protocols.write[write]?.title ?? write)}`

/** The guard that uses the workload's lifetimes has no switch of its own in the Lab. */
export const lifetimeTitles: Readonly<Record<string, string>> = {
  'after-write': 'Expire after write',
  'after-access': 'Expire after access',
  none: 'Never expire',
}

/** What a guard's value is called: its switch's title where it has one. */
export function guardTitle(name: string, value: string): string {
  if (name === 'expiry') return lifetimeTitles[value] ?? value
  const guard = guardNamed(name)
  const named = guard?.switches?.find((each) => each.value === value)?.title
  if (named !== undefined) return named
  const title = guard?.title ?? name
  return value === 'true' ? title : `${title}: ${value.replaceAll('-', ' ')}`
}

export const guardTitles = ({ guards }: Strategy): readonly string[] =>
  Object.entries(guards).map(([name, value]) => guardTitle(name, value))

/** `Cache-aside, write-invalidate with lease, others wait`. */
export function nameOf(strategy: Strategy): string {
  const extras = [
    ...guardTitles(strategy).map(lowered),
    ...(strategy.replica === 'lagging' ? ['a replica that lags'] : []),
  ]
  return extras.length === 0 ? patternsOf(strategy) : `${patternsOf(strategy)} with ${extras.join(' and ')}`
}

/** Two strategies that are the same have the same key. */
export const keyOf = ({ protocol, guards, replica }: Strategy): string =>
  JSON.stringify([protocol.read, protocol.write, Object.entries(guards).sort(), replica])
