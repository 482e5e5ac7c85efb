/** Values as YAML on one line, whatever somebody typed: what YAML could take for something else stands in quotes. */
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'
import { list, map } from '../yamlText'

const isWord = (text: string) => /^[A-Za-z]([\w .-]*[\w.-])?$/.test(text) && !/^(null|nan)$/i.test(text)
const isNumber = (text: string) => /^-?(0|[1-9]\d{0,8})(\.\d{1,8})?$/.test(text)

/** A single value. Double quotes follow the rules of JSON. */
export const scalar = (text: string): string => (isWord(text) || isNumber(text) ? text : JSON.stringify(text))

const isList = (text: string) => text.startsWith('[') && text.endsWith(']')
const isSmallMap = (text: string) => text.startsWith('{') && text.endsWith('}')

/** A list or a map that reads as one; nothing in it may be a comment or go on in another line. */
function isFlow(text: string): boolean {
  if ((!isList(text) && !isSmallMap(text)) || /[#\n\r]/.test(text)) return false
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' })
  return errors.length === 0 && (isSeq(contents) || isMap(contents))
}

/** A value that was typed: a list or a map where it is written as one, nothing where it is empty, or else a single value. */
export const flow = (text: string): string => (text === '' || isFlow(text) ? text : scalar(text))

/** What stands in a tree as it would be typed: the inverse of `flow`. */
export function typed(node: Node | null): string {
  if (isSeq(node)) return list(node.items.map((item) => printed(item as Node | null)))
  if (isMap(node))
    return `{ ${node.items.map(({ key, value }) => `${printed(key as Node | null)}: ${printed(value as Node | null)}`).join(', ')} }`
  if (!isScalar(node) || node.value === null) return ''
  return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value))
}

/** The same inside of a list or a map. */
function printed(node: Node | null): string {
  return isSeq(node) || isMap(node) ? typed(node) : scalar(typed(node))
}

/** Names with their values, as a map on one line; nothing where there are none. */
export const flowMap = (entries: readonly (readonly [name: string, value: string])[]): string =>
  map(entries.map(([name, value]) => [scalar(name), value]))
