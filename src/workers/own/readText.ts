/**
 * Reads the text of a learner's program: a real parser takes it apart, types are blanked out, and the places that a
 * sentence may have to name (what is asked, loops, endings) are marked with their lines. Nothing moves to another line.
 *
 * The text holds one generator function, beside helpers if it likes. What is more than types (`enum`, decorators) and
 * what reaches outside (`import`, `await`) is refused here; everything else is found out when it runs.
 */
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { Parser } from 'acorn'
import { OwnRefused, TEXT_MAX, type Role } from '../../model/own/own'
import { telling, type Telling } from '../../model/own/wiring'
import { Edits } from './edits'
import { programIn } from './programIn'
import { rewrite } from './rewrite'
import type { Syntax } from './syntax'

/** A text that can be run. */
export interface ReadText {
  /** Plain JavaScript, line for line: an expression that, given what marks need, gives the program. */
  readonly code: string
  /** What it needs of the world around it. */
  readonly uses: readonly Telling[]
}

const parser = Parser.extend(tsPlugin())

/** Reads a text, or throws OwnRefused. */
export function readText(role: Role, text: string): ReadText {
  if (text.length > TEXT_MAX)
    throw new OwnRefused(role, null, `The text has more than ${TEXT_MAX} characters. Shorten it.`)
  const root = parsed(role, text)
  const { body, name } = programIn(role, text, root)
  const edits = new Edits(text)
  const words = new Set<string>()
  rewrite(root, { role, text, edits, words, program: body })
  const code = `(($at, $end, again, RequestFailed, $mark) => { 'use strict'; ${edits.applied()}\n;return ${name} })`
  return { code, uses: telling.filter((word) => words.has(word)) }
}

function parsed(role: Role, text: string): Syntax {
  try {
    const root: unknown = parser.parse(text, { ecmaVersion: 2023, sourceType: 'module', locations: true })
    return root as Syntax
  } catch (error) {
    if (error instanceof RangeError) throw new OwnRefused(role, null, 'The text is nested too deeply. Take it apart.')
    const { message, loc } = error as Error & { loc?: { line: number; column: number } }
    const what = message.replace(/ \(\d+:\d+\)$/, '').replace(/^./, (first) => first.toLowerCase())
    const where = loc === undefined ? '' : ` at column ${loc.column + 1}`
    throw new OwnRefused(role, loc?.line ?? null, `cannot be read${where}: ${what.replace(/\.$/, '')}.`)
  }
}
