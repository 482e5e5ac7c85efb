/**
 * YAML text to a tree with positions. Everything that could make a YAML parser slow, deep or clever is
 * refused before or right after it has run: big files, deep nesting, anchors, aliases and tags.
 */
import { isAlias, parseDocument, visit, type Node } from 'yaml'
import { excessOf } from './depth'
import { FILE_MAX } from './limits'
import type { Problems } from './problems'
import { syntaxMessage } from './syntaxMessages'

/** Reads one YAML document; null, with at least one problem, when that is not what the text is. `what` it describes. */
export function readDocument(text: string, problems: Problems, what = 'scenario'): Node | null {
  if (text.length > FILE_MAX) {
    problems.at(0, `The file is larger than ${FILE_MAX / 1024} KiB, and a ${what} needs two. Is it the right file?`)
    return null
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) problems.lines.addNewLine(at + 1)
  const strange = /[^\P{Cc}\t\n\r]|\r(?!\n)|\p{Cs}/u.exec(text)
  if (strange !== null) {
    problems.at(
      strange.index,
      `The character ${codeOf(strange[0])} is not text. Remove it, or save the file again as UTF-8.`,
    )
    return null
  }
  const excess = excessOf(text)
  if (excess !== null) {
    problems.at(excess.offset, excess.message)
    return null
  }
  return compose(text, problems, what)
}

const codeOf = (character: string) => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`

function compose(text: string, problems: Problems, what: string): Node | null {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    customTags: [],
    merge: false,
    strict: true,
    // Compared later, in a map: the parser compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const faultyLines = new Set<number>()
  for (const error of [...document.errors, ...document.warnings]) {
    const { line } = problems.lines.linePos(error.pos[0])
    if (!faultyLines.has(line)) problems.at(error.pos[0], syntaxMessage(error))
    faultyLines.add(line)
  }
  if (!problems.any) refuseCleverness(document.contents, problems)
  if (problems.any) return null
  if (document.contents === null) problems.at(0, `The file is empty. Begin with "${what}: a-name".`)
  return document.contents
}

function refuseCleverness(contents: Node | null, problems: Problems): void {
  visit(contents, {
    Node(_key, node) {
      if (isAlias(node)) problems.at(node, 'Aliases are not read here. Write the value itself.')
      else if (node.anchor !== undefined) problems.at(node, 'Anchors are not read here. Remove the word after "&".')
      else if (node.tag !== undefined) problems.at(node, 'Tags are not read here. Remove the word after "!".')
    },
  })
}
