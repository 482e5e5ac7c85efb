/** Operations as words, `read x`, `any` or `3 any`: read in one place and written in one, for files and for links. */
import { quoted } from './problem'
import { keyProblem } from './rules'
import type { Operation } from './scenario'
import { operationWords, wordProblem } from './vocabulary'

export type Read = { readonly count: number; readonly operation: Operation } | { readonly problem: string }

/** What the words ask for, and how often; or the sentence about what is wrong with them. */
export function operationOf(text: string): Read {
  const [, digits, word = '', rest = ''] = /^(?:(\d+) +)?(\S*)(?: +(.*\S))? *$/s.exec(text) ?? []
  const problem = wordProblem(word, operationWords) ?? shapeProblem(text, word, digits, rest)
  if (problem !== null) return { problem }
  if (word === 'any') return { count: Number(digits ?? 1), operation: { kind: 'any' } }
  return { count: 1, operation: { kind: word === 'read' ? 'read' : 'write', key: rest } }
}

function shapeProblem(text: string, word: string, digits: string | undefined, rest: string): string | null {
  if (word === 'any') {
    if (rest !== '') return `${quoted(text)} names a key, and "any" chooses one itself. Write "any" or "3 any".`
    return digits !== undefined && Number(digits) < 1 ? 'No operation is asked for. Write "any" or "3 any".' : null
  }
  if (digits !== undefined) return `Only "any" is counted. Write ${quoted(`${word} ${rest}`)} as often as it happens.`
  return rest === '' ? `${quoted(text)} names no key. Write "${word} x".` : keyProblem(rest)
}

/** One operation as words. */
export const operationText = (operation: Operation): string =>
  operation.kind === 'any' ? 'any' : `${operation.kind} ${operation.key}`
