/** Which of a text's functions is the program: the generator that is exported, or the only one at the top. */
import { OwnRefused, type Role } from '../../model/own/own'
import { childOf, childrenOf, isFunction, isSyntax, lineOf, type Syntax } from './syntax'

interface Found {
  readonly body: Syntax
  readonly name: string
  readonly isExported: boolean
}

export function programIn(role: Role, text: string, root: Syntax): Found {
  const found = childrenOf(root).flatMap((statement) => generatorsOf(text, statement))
  const exported = found.filter(({ isExported }) => isExported)
  const [program, second] = exported.length > 0 ? exported : found
  if (program === undefined)
    throw new OwnRefused(
      role,
      null,
      `There is no program. Write e.g. export const mine = function* ({ cache, database }, key) { ... }.`,
    )
  if (second !== undefined)
    throw new OwnRefused(
      role,
      lineOf(second.body),
      'begins a second program. Export one generator; helpers are not exported.',
    )
  if (program.body['async'] === true)
    throw new OwnRefused(role, lineOf(program.body), 'makes the program async. Write function*, and ask with yield*.')
  return program
}

function generatorsOf(text: string, statement: Syntax): readonly Found[] {
  const isExported = statement.type === 'ExportNamedDeclaration'
  const declaration = isExported ? childOf(statement, 'declaration') : statement
  if (declaration === null) return []
  const found = (body: Syntax | null, id: Syntax | null): Found[] =>
    body !== null && id !== null && isFunction(body) && body['generator'] === true
      ? [{ body, name: nameOf(text, id), isExported }]
      : []
  if (isFunction(declaration)) return found(declaration, childOf(declaration, 'id'))
  const declarators = declaration['declarations']
  return (Array.isArray(declarators) ? declarators : [])
    .filter(isSyntax)
    .flatMap((each) => found(untyped(childOf(each, 'init')), childOf(each, 'id')))
}

/** `x` of `x satisfies T`. */
const untyped = (node: Syntax | null): Syntax | null =>
  node?.type.startsWith('TS') === true ? untyped(childOf(node, 'expression')) : node

const nameOf = (text: string, id: Syntax): string =>
  typeof id['name'] === 'string' ? id['name'] : text.slice(id.start, id.end)
