/** Operations as words, `read x`, `transfer x y`, `forever read x`, `any` or `3 any`: read in one place and written in one, for files and for links. */
import { quoted } from './problem'
import { keyProblem } from './rules'
import { keysNamed, type Operation } from './scenario'
import { operationWords, wordProblem } from './vocabulary'

export type Read = { readonly count: number; readonly operation: Operation } | { readonly problem: string }

/** What the words ask for, and how often; or the sentence about what is wrong with them. */
export function operationOf(text: string): Read {
  const [, digits, word = '', rest = ''] = /^(?:(\d+) +)?(\S*)(?: +(.*\S))? *$/s.exec(text) ?? []
  const problem = wordProblem(word, operationWords) ?? shapeProblem(text, word, digits, rest)
  if (problem !== null) return { problem }
  if (word === 'any') return { count: Number(digits ?? 1), operation: { kind: 'any' } }
  const [key = '', other = ''] = rest.split(/ +/)
  if (word === 'forever') return { count: 1, operation: { kind: 'forever', key: other } }
  const kind = ofOneKey.find((each) => each === word)
  return { count: 1, operation: kind === undefined ? { kind: 'transfer', key, other } : { kind, key } }
}

const ofOneKey = ['read', 'bypass', 'write', 'increment'] as const

function shapeProblem(text: string, word: string, digits: string | undefined, rest: string): string | null {
  if (word === 'any') {
    if (rest !== '') return `${quoted(text)} names a key, and "any" chooses one itself. Write "any" or "3 any".`
    return digits !== undefined && Number(digits) < 1 ? 'No operation is asked for. Write "any" or "3 any".' : null
  }
  if (digits !== undefined) return `Only "any" is counted. Write ${quoted(`${word} ${rest}`)} as often as it happens.`
  if (word === 'forever') return endlessProblem(text, rest)
  const keys = rest.split(/ +/)
  if (word === 'transfer') return twoKeysProblem(text, keys)
  return rest === '' ? `${quoted(text)} names no key. Write "${word} x".` : keyProblem(rest)
}

function endlessProblem(text: string, rest: string): string | null {
  const [, key] = /^read +(\S+)$/.exec(rest) ?? []
  if (key === undefined) return `${quoted(text)} is nothing to do for ever. Write "forever read x".`
  return keyProblem(key)
}

function twoKeysProblem(text: string, keys: readonly string[]): string | null {
  const [key, other] = keys
  if (keys.length !== 2 || key === other)
    return `${quoted(text)} must name two different keys, because it writes both in one transaction. Write "transfer x y".`
  return keys.map(keyProblem).find((problem) => problem !== null) ?? null
}

/** One operation as words. */
export const operationText = (operation: Operation): string =>
  [operation.kind === 'forever' ? 'forever read' : operation.kind, ...keysNamed(operation)].join(' ')
