/** A recorded edge case of the rule that compares for equality, as a call of a script. */
import type { ScriptCall } from './messages'

export interface EdgeCase {
  readonly case: string
  /** `list`, a text, a text with its lifetime, or nothing. */
  readonly before: string | readonly (string | number)[] | null
  readonly args: readonly string[]
  readonly reply: string | number
  readonly after: string | null
  /** -1 for no lifetime, otherwise about how long. */
  readonly ttl: string | number
}

/** Longer than the entries that were meant to have gone, shorter than the others. */
const WAIT = 100

export function callOf({ before, args }: EdgeCase): ScriptCall {
  const [text, lasts] = Array.isArray(before) ? [String(before[0]), Number(before[2])] : [before as string | null, null]
  return { key: 'x', before: text === 'list' ? { list: true } : text, lasts, passes: lasts === null ? 0 : WAIT, args }
}

/** Whether a lifetime is the recorded one, as far as the recording says it. */
export function ttlAgrees(recorded: string | number, lasts: number | null): boolean {
  if (recorded === -1) return lasts === null
  return lasts !== null && (recorded === '>100 s' ? lasts > 100_000 : lasts > 0)
}
