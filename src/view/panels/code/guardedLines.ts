/**
 * Which lines of a program a guard changes, known before they run.
 *
 * A guard replaces operations of the resources, so the guards are put on one by one, and whichever operation is another
 * afterwards is that guard's. The last one wins, as it does when the program runs.
 */
import type { Resources } from '../../../model/engine/program'
import { plainResources } from '../../../model/engine/resources'
import { guards } from '../../../model/guards'
import type { Scenario } from '../../../model/scenario/scenario'
import type { ProgramSource } from './programSource'

/** Operations by the name that a program calls them. */
const operationsOf = ({ cache, database, fill }: Resources): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(cache).map(([name, operation]) => [`cache.${name}`, operation] as const),
    ...Object.entries(database).map(([name, operation]) => [`database.${name}`, operation] as const),
    ['fill', fill],
  ])

/** The guard that replaced each operation, by the operation's name, as `fill` -> `lease`. */
export function replacedBy(chosen: Scenario['guards'], role: 'read' | 'write'): ReadonlyMap<string, string> {
  const replaced = new Map<string, string>()
  let resources: Resources = plainResources
  for (const guard of guards) {
    const value = chosen[guard.name]
    if (value === undefined || !guard.wrap) continue
    const before = operationsOf(resources)
    resources = guard.wrap(resources, value, role)
    for (const [name, operation] of operationsOf(resources))
      if (operation !== before.get(name)) replaced.set(name, guard.name)
  }
  return replaced
}

export interface GuardedLine {
  readonly guard: string
  /** What the line calls: `cache.get`, `fill`. */
  readonly operation: string
}

/** The guard that changes each line of `program`, by line from 1. */
export function guardedLines(
  program: ProgramSource,
  chosen: Scenario['guards'],
  role: 'read' | 'write',
): ReadonlyMap<number, GuardedLine> {
  const replaced = replacedBy(chosen, role)
  const lines = new Map<number, GuardedLine>()
  program.lines.forEach((tokens, index) => {
    const operation = /yield\*\s+([\w.]+)\(/.exec(tokens.map(({ text }) => text).join(''))?.[1]
    const guard = operation === undefined ? undefined : replaced.get(operation)
    if (operation !== undefined && guard !== undefined) lines.set(index + 1, { guard, operation })
  })
  return lines
}
