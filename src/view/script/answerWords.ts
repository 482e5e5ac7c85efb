/** What a script answered, as a sentence. */
import type { ScriptAnswer } from '../../workers/lua/messages'

const meanings: Readonly<Record<string, string>> = { 0: 'stored', 1: 'refused' }

/** `0, stored`, or the reply as it is. */
export const replyWords = ({ reply, error }: ScriptAnswer): string => {
  if (error !== null) return error
  if (reply === null) return 'nothing'
  const meaning = meanings[String(reply)]
  return meaning === undefined ? String(reply) : `${reply}, ${meaning}`
}

/** `2:b, for 60 s`. */
export function entryWords({ after, lasts }: ScriptAnswer): string {
  if (after === null) return 'no entry'
  return lasts === null
    ? `${after}, without an end`
    : `${after}, for ${Math.round(lasts / 1000).toLocaleString('en')} s`
}

/** The version in front of the first colon; null where there is none. */
export const versionIn = (text: string | null): number | null => {
  const digits = /^(\d+):/.exec(text ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}
