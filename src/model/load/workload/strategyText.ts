/**
 * A strategy in words, the same in a file, in a link and on a command line: the read pattern, the write pattern, then
 * guards, joined by "+": `cache-aside+write-behind+queue:durable`. `lagging` at the end reads from a replica. A guard
 * that names keys in a scenario stands alone here, and means every key.
 */
import { guardNamed, guards } from '../../guards'
import { quoted } from '../../scenario/problem'
import { bareValue, guardProblem } from '../../scenario/rules'
import { guardWords, readWords, wordProblem, writeWords } from '../../scenario/vocabulary'
import { KEY } from '../plan/onePlace'
import { strategyProblem } from '../refused'
import type { Strategy } from '../strategy'

const LAGGING = 'lagging'

/** More words than there are guards, patterns and the replica. */
const WORDS_MAX = 40

export function strategyText({ protocol, guards: chosen, replica }: Strategy): string {
  const words = guards.flatMap(({ name }) => {
    const value = chosen[name]
    if (value === undefined) return []
    return value === 'true' || value === KEY ? name : `${name}:${value}`
  })
  return [protocol.read, protocol.write, ...words, ...(replica === 'lagging' ? [LAGGING] : [])].join('+')
}

export interface StrategyProblem {
  /** Offset in the text. */
  readonly offset: number
  readonly message: string
}

const example = 'Write e.g. cache-aside+write-invalidate+lease:wait.'

/** Reads such a text; spaces around a "+" are free. Never throws. */
export function readStrategy(text: string): Strategy | StrategyProblem {
  const words = wordsOf(text)
  if (words.length > WORDS_MAX)
    return { offset: 0, message: `This strategy has more than ${WORDS_MAX} words. ${example}` }
  const [read, write, ...rest] = words
  if (read === undefined || read.word === '') return { offset: 0, message: `There is no read pattern here. ${example}` }
  const readProblem = wordProblem(read.word, readWords)
  if (readProblem !== null) return { offset: read.offset, message: readProblem }
  if (write === undefined)
    return { offset: text.length, message: `There is no write pattern behind ${quoted(read.word)}. ${example}` }
  const writeProblem = wordProblem(write.word, writeWords)
  if (writeProblem !== null) return { offset: write.offset, message: writeProblem }

  const chosen = new Map<string, string>()
  let replica: Strategy['replica'] = 'none'
  for (const { word, offset } of rest) {
    const problem = addedTo(chosen, word, replica)
    if (problem !== null) return { offset, message: problem }
    if (word === LAGGING) replica = LAGGING
  }
  const strategy = { protocol: { read: read.word, write: write.word }, guards: Object.fromEntries(chosen), replica }
  const message = strategyProblem(strategy)
  if (message === null) return strategy
  return { offset: rest.find(({ word }) => message.includes(`"${nameOf(word)}`))?.offset ?? 0, message }
}

export const isStrategy = (read: Strategy | StrategyProblem): read is Strategy => 'protocol' in read

const nameOf = (word: string): string => word.split(':', 1)[0] ?? ''

/** Adds a word to the guards; a sentence where it cannot be. */
function addedTo(chosen: Map<string, string>, word: string, replica: Strategy['replica']): string | null {
  const name = nameOf(word)
  if (name === '') return `There is no guard between two "+". ${example}`
  if (chosen.has(name) || (name === LAGGING && replica === 'lagging'))
    return `${quoted(name)} stands here for the second time. Keep one of the two.`
  if (word === LAGGING) return null
  const problem = wordProblem(name, { ...guardWords, built: [...guardWords.built, LAGGING] })
  if (problem !== null) return problem
  if (name === LAGGING) return `The word "${LAGGING}" has no value. Remove what follows it.`
  const kind = guardNamed(name)?.shape?.kind
  const isBare = word === name
  if (kind === 'drifts' || (kind === 'keys' && !isBare)) {
    const what = kind === 'keys' ? 'keys' : 'clients'
    return `The guard "${name}" names ${what} here, and under load there are thousands. ${kind === 'keys' ? `Write ${name} alone.` : 'Remove it.'}`
  }
  const value = kind === 'keys' ? KEY : isBare ? bareValue(name) : word.slice(name.length + 1)
  const refusal = guardProblem(name, value)
  if (refusal !== null) return refusal
  chosen.set(name, value)
  return null
}

function wordsOf(text: string): readonly { readonly word: string; readonly offset: number }[] {
  let at = 0
  return text.split('+', WORDS_MAX + 1).map((piece) => {
    const offset = at + (piece.length - piece.trimStart().length)
    at += piece.length + 1
    return { word: piece.trim(), offset }
  })
}
