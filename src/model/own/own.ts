/**
 * A protocol that a learner has written: its text, and what a scenario says of it.
 *
 * Such a program stands in for one of the scenario's patterns and runs where that pattern ran: under its name the world
 * keeps the queue, the timer or the log that it needs. The text itself is run in no page; see `walk.ts`.
 */
import type { Scenario } from '../scenario/scenario'

export type Role = 'read' | 'write'

export const roles = ['read', 'write'] as const satisfies readonly Role[]

/** One program, as its writer typed it. */
export interface OwnProgram {
  readonly text: string
  /** The same text as links carry it. */
  readonly packed: string
}

/** Programs in place of a scenario's patterns. */
export type OwnPrograms = Readonly<Partial<Record<Role, OwnProgram>>>

/** Characters of a text. */
export const TEXT_MAX = 8_000

/** Things that one operation may ask, one after the other. */
export const CALLS_MAX = 40

/** Ways that one program may go, over all replies. */
export const WAYS_MAX = 5_000

/** What requests, narration and the code panel call such a program. */
export const ownName = (role: Role): string => `own-${role}`

export const ownTitle = (role: Role): string => `Your own ${role}`

/** A program that cannot be run or checked: one sentence, and the line of its text where it is known. */
export class OwnRefused extends Error {
  constructor(
    readonly role: Role,
    readonly line: number | null,
    message: string,
  ) {
    super(message)
    this.name = 'OwnRefused'
  }
}

/** The scenario with a learner's program in place of a pattern, or with the pattern itself again. */
export function withOwn(scenario: Scenario, role: Role, program: OwnProgram | null): Scenario {
  const { own = {}, ...rest } = scenario
  const { [role]: _gone, ...others } = own
  const kept = program === null ? others : { ...others, [role]: program }
  return Object.freeze(Object.keys(kept).length === 0 ? rest : { ...rest, own: Object.freeze(kept) })
}

/** Whether two scenarios run the same learner's programs. */
export const runsTheSame = (a: Pick<Scenario, 'own'>, b: Pick<Scenario, 'own'>): boolean =>
  roles.every((role) => a.own?.[role]?.text === b.own?.[role]?.text)
