/** What is wrong with a learner's program, in one sentence. */
import { OwnRefused, type Role } from '../../model/own/own'

export interface Trouble {
  readonly role: Role
  /** The line of the text, from 1; null where none is to blame. */
  readonly line: number | null
  readonly sentence: string
}

/** What a refusal says begins with the line, unless it is a sentence by itself. */
export function troubleIn(error: unknown, role: Role): Trouble {
  const message = error instanceof Error ? error.message : String(error)
  const line = error instanceof OwnRefused ? error.line : null
  const isWhole = /^\p{Lu}/u.test(message)
  const subject = line === null ? 'Your program' : `Line ${line}`
  return {
    role: error instanceof OwnRefused ? error.role : role,
    line,
    sentence: isWhole ? message : `${subject} ${message}`,
  }
}
