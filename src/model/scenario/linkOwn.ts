/**
 * Learners' programs in links: `own-write=412.jZBBCsIwE...`, the bytes of the text and the text itself, compressed.
 *
 * A program is the one part of a link that is no word. It is only looked at here: whoever opens the link unpacks it, no
 * further than the bytes that it names, and has it run where strangers' programs are run.
 */
import { roles, TEXT_MAX, type Role } from '../own/own'
import { LinkProblem, type Parameter } from './linkText'
import type { Scenario } from './scenario'

/** Programs of a link, still packed. */
export type PackedPrograms = Readonly<Partial<Record<Role, string>>>

/** Characters of a packed program; a longer one leaves no room for the rest of a link. */
export const PACKED_MAX = 6 * 1024

/** A sign takes at most three bytes. */
export const BYTES_MAX = 3 * TEXT_MAX

const wordOf = (role: Role): string => `own-${role}`

export const ownWords: readonly string[] = roles.map(wordOf)

/** The words of a scenario's programs; none for one that is too long for a link. */
export const linkedOwn = ({ own = {} }: Scenario): readonly string[] =>
  roles.flatMap((role) => {
    const packed = own[role]?.packed ?? ''
    return packed === '' ? [] : [`${wordOf(role)}=${packed}`]
  })

/** The programs that a link brings; throws LinkProblem. */
export function packedIn(parameters: ReadonlyMap<string, Parameter>): PackedPrograms {
  const packed: Partial<Record<Role, string>> = {}
  for (const role of roles) {
    const parameter = parameters.get(wordOf(role))
    if (parameter === undefined) continue
    const bytes = /^(\d{1,5})\.[\w-]+$/.exec(parameter.value)?.[1]
    if (bytes === undefined)
      throw new LinkProblem(parameter.at, 'The program in the link is not whole. Copy the link again, to its end.')
    if (Number(bytes) > BYTES_MAX || parameter.value.length > PACKED_MAX)
      throw new LinkProblem(
        parameter.at,
        'The program in the link is longer than any that can be run. Ask for it as a file.',
      )
    packed[role] = parameter.value
  }
  return packed
}
