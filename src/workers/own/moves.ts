/**
 * Reads what an interpreter says that a program did. The text is a stranger's: every field is looked at, and what is not
 * as it must be is one sentence.
 */
import { again } from '../../model/engine/program'
import type { Move } from '../../model/own/memory'
import { OwnRefused, type Role } from '../../model/own/own'
import { lineIn, sentenceOf } from './trouble'

/** Versions are counted one by one, so that a larger one is nonsense. */
const VERSION_MAX = 1_000_000

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lineOf = ({ line }: Fields): number | null =>
  typeof line === 'number' && Number.isInteger(line) && line > 0 && line < 100_000 ? line : null

const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= VERSION_MAX

/** All moves of one play, in order, or throws OwnRefused. */
export function movesIn(role: Role, key: string, said: string): readonly Move[] {
  const answer: unknown = JSON.parse(said)
  if (!isFields(answer) || !Array.isArray(answer['moves'])) throw new OwnRefused(role, null, 'answers nothing.')
  const { moves, refused } = answer as { moves: readonly unknown[]; refused: unknown }
  if (isFields(refused)) throw refusal(role, refused)
  return moves.map((move) => moveOf(role, key, isFields(move) ? move : {}))
}

function refusal(role: Role, refused: Fields): OwnRefused {
  const { error, why } = refused
  if (typeof why === 'string') return new OwnRefused(role, lineOf(refused), why.slice(0, 300))
  const { message, stack } = isFields(error) ? error : {}
  const line = typeof stack === 'string' ? lineIn(stack) : null
  return new OwnRefused(role, line, sentenceOf(typeof message === 'string' ? message : 'it does not say which'))
}

function moveOf(role: Role, key: string, move: Fields): Move {
  const refuse = (why: string) => new OwnRefused(role, lineOf(move), why)
  if (move['fails'] === true) return { fails: true }
  if (isFields(move['call'])) {
    const { name, key: asked, version, later } = move['call']
    if (typeof name !== 'string') throw refuse('asks for something without a name.')
    if (asked !== key)
      throw refuse(`asks ${name} about ${said(asked)}, and this operation is about ${key}. Give it the key.`)
    if (version !== undefined && !isVersion(version))
      throw refuse(`gives ${name} ${said(version)} for a version. Give it a row that was answered.`)
    if (later !== undefined && later !== 'delete')
      throw refuse(`leaves ${said(later)} for later. Write timer.deleteLater, or leave it out.`)
    return {
      call: { name, ...(version !== undefined && { version }), ...(later === 'delete' && { later: true }) },
      line: lineOf(move),
    }
  }
  const { ends, nonsense } = move
  if (typeof nonsense === 'string') throw refuse(nonsense)
  if (isVersion(ends)) return { ends, line: lineOf(move) }
  if (ends === null && 'ends' in move) return { ends, line: lineOf(move) }
  if (isFields(ends) && ends['again'] === true) return { ends: again(), line: lineOf(move) }
  throw refuse(
    `returns ${said(ends)}, which is no version. Return row.version${role === 'read' ? ', or null for nothing' : ''}.`,
  )
}

/** A stranger's value in a few letters. */
function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)} ...` : text
}
