/**
 * Finds the text of a program in its file: of a protocol the exported generator, of a guard its `wrap`, or what
 * it does `around` an operation. The same text is
 * shown to the learner and stamped with places, so that a line on the screen is always the line that ran.
 */
import ts from 'typescript'
import type { ProgramSource, Token, Tone } from '../src/view/panels/code/programSource'

/** What stands in one file, and where. */
export interface ProgramText {
  readonly source: string
  readonly title: string
  readonly file: ts.SourceFile
  /** The shown text; undefined for a guard that changes no request. */
  readonly shown: ts.Node | undefined
}

type Kind = 'protocols' | 'guards'

const isFunction = (node: ts.Node | undefined): node is ts.FunctionLikeDeclaration =>
  node !== undefined && (ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node) || ts.isArrowFunction(node))

const isGenerator = (node: ts.Node | undefined) => isFunction(node) && node.asteriskToken !== undefined

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)

const exportsGenerator = (statement: ts.Statement): boolean =>
  isExported(statement) &&
  (isGenerator(statement) ||
    (ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.some(({ initializer }) => isGenerator(initializer))))

/** `readThrough.ts` -> `read-through`. */
const kebab = (base: string): string => base.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The member `name` of the first object literal that is exported. */
function exportedMember(file: ts.SourceFile, name: string): ts.ObjectLiteralElementLike | undefined {
  for (const statement of file.statements) {
    if (!isExported(statement) || !ts.isVariableStatement(statement)) continue
    for (const { initializer } of statement.declarationList.declarations)
      if (initializer && ts.isObjectLiteralExpression(initializer))
        return initializer.properties.find((member) => member.name?.getText(file) === name)
  }
  return undefined
}

/** What the header calls the program: `Read-through` of "Read-through: the client asks ...". */
const titleInHeader = (code: string): string | undefined => /^\/\*\*\s*\*?\s*([^:.\n*]+):/.exec(code)?.[1]?.trim()

/**
 * Reads one file.
 * @param path for messages, and its last part for the program's name
 * @throws one sentence when a protocol exports no generator.
 */
export function programText(kind: Kind, path: string, code: string): ProgramText {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ES2023, true)
  const base = /([^/\\]+)\.ts$/.exec(path)?.[1] ?? path
  const source = kebab(base)
  if (kind === 'guards') {
    const title = exportedMember(file, 'title')
    const isText = title && ts.isPropertyAssignment(title) && ts.isStringLiteralLike(title.initializer)
    return {
      source,
      title: isText ? title.initializer.text : source,
      file,
      shown: exportedMember(file, 'wrap') ?? exportedMember(file, 'around'),
    }
  }
  const shown = file.statements.find(exportsGenerator)
  if (!shown)
    throw new Error(
      `${path} exports no generator, so there is no program to show or to run: write "export const ${base}: ReadProtocol = function* (resources, key) { ... }" (or WriteProtocol) there, or move the file out of the protocols.`,
    )
  return { source, title: titleInHeader(code) ?? source, file, shown }
}

const lineAt = (file: ts.SourceFile, position: number) => file.getLineAndCharacterOfPosition(position).line

/** The file's code with every `yield*` of the shown text stamped with its place. Lines stay where they are. */
export function stamped({ source, file, shown }: ProgramText): string {
  if (!shown) return file.text
  const start = lineAt(file, shown.getStart(file))
  const inserts: { at: number; text: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isYieldExpression(node) && node.asteriskToken && node.expression) {
      const line = lineAt(file, node.getStart(file)) - start + 1
      inserts.push(
        { at: node.expression.getStart(file), text: `at({ source: '${source}', line: ${String(line)} }, ` },
        { at: node.expression.end, text: ')' },
      )
    }
    ts.forEachChild(node, visit)
  }
  visit(shown)
  if (inserts.length === 0) return file.text
  let code = file.text
  for (const { at, text } of inserts.sort((a, b) => b.at - a.at)) code = code.slice(0, at) + text + code.slice(at)
  return `${code}\nimport { at } from '../engine/place'\n`
}

/** `const` and `yield`, but not `get` or `of`, which are names nearly everywhere. */
const isKeyword = (kind: ts.SyntaxKind): boolean =>
  (kind >= ts.SyntaxKind.FirstReservedWord && kind <= ts.SyntaxKind.LastReservedWord) ||
  (kind >= ts.SyntaxKind.FirstFutureReservedWord && kind <= ts.SyntaxKind.LastFutureReservedWord)

const isText = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.StringLiteral ||
  (kind >= ts.SyntaxKind.FirstTemplateToken && kind <= ts.SyntaxKind.LastTemplateToken)

/** A name is what is called: `get` in `cache.get(key)`. */
function toneOf(node: ts.Node): Tone {
  if (isKeyword(node.kind)) return 'keyword'
  if (isText(node.kind)) return 'string'
  if (!ts.isIdentifier(node)) return 'plain'
  const access = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node
  return ts.isCallExpression(access.parent) && access.parent.expression === access ? 'name' : 'plain'
}

/** What stands between two tokens: space, and comments. */
const gapTokens = (gap: string): Token[] =>
  gap
    .split(/(\/\/[^\n]*|\/\*[^]*?\*\/)/)
    .map((text, index): Token => ({ text, tone: index % 2 === 1 ? 'comment' : 'plain' }))

function tokensOf(file: ts.SourceFile, shown: ts.Node): Token[] {
  const tokens: Token[] = []
  let at = shown.getStart(file)
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return
    const children = node.getChildren(file)
    if (children.length > 0) {
      children.forEach(visit)
      return
    }
    const start = node.getStart(file)
    tokens.push(...gapTokens(file.text.slice(at, start)), { text: node.getText(file), tone: toneOf(node) })
    at = node.end
  }
  visit(shown)
  return tokens
}

/** The shown text in tones, its first line at the left margin; nothing for a guard that changes no request. */
export function shownSource({ source, title, file, shown }: ProgramText): ProgramSource | undefined {
  if (!shown) return undefined
  const indent = file.getLineAndCharacterOfPosition(shown.getStart(file)).character
  const margin = new RegExp(`^ {0,${String(indent)}}`)
  const lines: Token[][] = [[]]
  for (const { text, tone } of tokensOf(file, shown)) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      const shownPart = index > 0 ? part.replace(margin, '') : part
      const line = lines.at(-1)
      const last = line?.at(-1)
      if (shownPart === '' || !line) return
      if (last?.tone === tone) line[line.length - 1] = { text: last.text + shownPart, tone }
      else line.push({ text: shownPart, tone })
    })
  }
  return { source, title, lines }
}
