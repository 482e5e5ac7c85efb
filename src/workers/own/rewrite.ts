/** Blanks the types of a program and marks what it asks, its loops and its endings with their lines. */
import { OwnRefused, type Role } from '../../model/own/own'
import { blankTypes } from './blankTypes'
import type { Edits } from './edits'
import { childOf, childrenOf, isFunction, lineOf, type Syntax } from './syntax'

export interface Rewriting {
  readonly role: Role
  readonly text: string
  readonly edits: Edits
  /** Is told every name. */
  readonly words: Set<string>
  /** The generator whose returns are endings. */
  readonly program: Syntax
}

const IMPORTS = 'imports something, and a program has only what it is given. Take the import out.'

/** What reaches outside, or asks in another way than programs do; the end of a sentence. */
const refusals: Readonly<Record<string, string>> = {
  ImportExpression: IMPORTS,
  MetaProperty: 'asks where it runs, and a program has only what it is given. Take that out.',
  ExportAllDeclaration: 'exports from elsewhere. Export the program alone.',
  ExportDefaultDeclaration: 'exports without a name. Write export const mine = function* ...',
  AwaitExpression: 'awaits, and a program asks with yield* alone. Write yield* in place of await.',
  ForAwaitStatement: 'awaits, and a program asks with yield* alone. Take await out.',
  Decorator: 'has a decorator, which is more than types. Write plain JavaScript with types.',
  TSEnumDeclaration: 'declares an enum, which is more than types. Write plain JavaScript with types.',
  TSModuleDeclaration: 'declares a namespace, which is more than types. Write plain JavaScript with types.',
  TSParameterProperty: 'declares a field in a parameter, which is more than types. Write plain JavaScript with types.',
  TSImportEqualsDeclaration: IMPORTS,
  TSExportAssignment: 'exports without a name. Write export const mine = function* ...',
  WithStatement: 'uses with, which programs have not. Name what is meant.',
}

const loops = /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/

export function rewrite(syntax: Syntax, on: Rewriting, isInProgram = false): void {
  const { role, edits, words } = on
  const why = refusals[syntax.type]
  if (why !== undefined) throw new OwnRefused(role, lineOf(syntax), why)
  if (blankTypes(syntax, on)) return
  noteName(syntax, on)
  if (syntax.type === 'ImportDeclaration') throw new OwnRefused(role, lineOf(syntax), IMPORTS)
  if (syntax.type === 'ExportNamedDeclaration') unexport(syntax, on)
  if (syntax.type === 'YieldExpression') markAsking(syntax, on)
  if (syntax.type === 'ReturnStatement' && isInProgram) markEnding(syntax, edits)
  if (loops.test(syntax.type)) markLoop(syntax, edits)
  if (syntax === on.program) markLastLine(syntax, edits)
  const isInside = isFunction(syntax) ? syntax === on.program : isInProgram
  for (const child of childrenOf(syntax)) rewrite(child, on, isInside)
  if (typeof syntax['name'] === 'string') words.add(syntax['name'])
}

function noteName(node: Syntax, { role }: Rewriting): void {
  const name = node.type === 'Identifier' ? node['name'] : null
  if (typeof name === 'string' && name.startsWith('$'))
    throw new OwnRefused(role, lineOf(node), `names something ${name}, and names with $ are taken. Choose another one.`)
}

function unexport(node: Syntax, { role, edits }: Rewriting): void {
  const declaration = childOf(node, 'declaration')
  if (declaration === null)
    throw new OwnRefused(role, lineOf(node), 'exports a list. Write export in front of the program.')
  edits.blank(node.start, declaration.start)
}

/** `yield* x` -> `yield* $at(3, (x))`. */
function markAsking(node: Syntax, { role, edits }: Rewriting): void {
  const asked = childOf(node, 'argument')
  if (node['delegate'] !== true || asked === null)
    throw new OwnRefused(
      role,
      lineOf(node),
      'yields by hand. Write yield* in front of what is asked, as in yield* cache.get(key).',
    )
  edits.wrap(asked.start, asked.end, `$at(${lineOf(node)}, (`, '))')
}

/** `return x` -> `return $end(3, (x))`. */
function markEnding(node: Syntax, edits: Edits): void {
  const value = childOf(node, 'argument')
  if (value === null) edits.insert(node.start + 'return'.length, ` $end(${lineOf(node)})`)
  else edits.wrap(value.start, value.end, `$end(${lineOf(node)}, (`, '))')
}

/** Coming to the end of the text is an ending too, with nothing. */
function markLastLine(program: Syntax, edits: Edits): void {
  const body = childOf(program, 'body')
  if (body !== null) edits.insert(body.end - 1, `;return $end(${body.loc?.end.line ?? 1})`)
}

/** Each round of a loop says in which line the loop begins. */
function markLoop(node: Syntax, edits: Edits): void {
  const body = childOf(node, 'body')
  if (body === null) return
  const mark = ` $mark.line = ${lineOf(node)};`
  if (body.type === 'BlockStatement') edits.insert(body.start + 1, mark)
  else edits.wrap(body.start, body.end, `{${mark}`, '}')
}
