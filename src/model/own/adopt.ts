/** A scenario with a learner's program in place of one of its patterns, and back. */
import { withProtocol } from '../scenario/edits'
import type { Scenario } from '../scenario/scenario'
import { OwnRefused, withOwn, type OwnProgram, type Role } from './own'
import { NO_WIRING, wiringFor, type Telling } from './wiring'

/**
 * Puts the program in; guards and faults that mean nothing beside it go. Throws OwnRefused where no pattern has all the
 * parts of the world that it needs.
 * @param begunFrom the pattern that it stands in for where that will do
 */
export function adopted(
  scenario: Scenario,
  role: Role,
  program: OwnProgram,
  { begunFrom, uses }: { readonly begunFrom: string; readonly uses: readonly Telling[] },
): Scenario {
  const pattern = role === 'read' ? begunFrom : wiringFor(begunFrom, uses)
  if (pattern === null) throw new OwnRefused(role, null, NO_WIRING)
  return withOwn(withProtocol(scenario, role, pattern), role, program)
}

/** Takes the program out; the pattern is the base's again. */
export const setBack = (scenario: Scenario, base: Scenario, role: Role): Scenario =>
  withProtocol(withOwn(scenario, role, null), role, base.protocol[role])
