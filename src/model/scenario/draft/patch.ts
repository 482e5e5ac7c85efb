/**
 * Writes what changed in a form back into the text, and nothing else: fields that did not change keep their layout and
 * their comments to the letter. Where one value of a map changed, only that value is written anew.
 */
import { isMap, isPair, isSeq, type Node, type YAMLMap } from 'yaml'
import { list, text as quotedText } from '../yamlText'
import { flow, flowMap, scalar } from './flow'
import { fieldNames, nameOf, rootOf, sketchOf, type Entry, type Sketch } from './sketch'

type FieldName = (typeof fieldNames)[number]

/** A field as it would be printed: a value, or a map of values by name; nothing where the field is to be left out. */
type Printed = string | readonly (readonly [name: string, value: string])[]

const entriesOf = (entries: readonly Entry[]) => entries.map(({ name, value }) => [name, flow(value)] as const)

const printers: Readonly<Record<FieldName, (sketch: Sketch) => Printed>> = {
  scenario: ({ scenario }) => (scenario === '' ? '' : scalar(scenario)),
  title: ({ title }) => quotedText(title),
  about: ({ about }) => quotedText(about),
  start: ({ database, cache }) => [
    ['database', flowMap(entriesOf(database)) || '{}'],
    ['cache', flowMap(entriesOf(cache)) || '{}'],
  ],
  composed: ({ composed }) => entriesOf(composed),
  protocol: ({ read, write }) => [
    ['read', scalar(read)],
    ['write', scalar(write)],
  ],
  guards: ({ guards }) => entriesOf(guards),
  clients: ({ clients }) => clients.map(({ name, operations }) => [name, list(operations.map(scalar))] as const),
  repeat: ({ repeat }) => flow(repeat),
  seed: ({ seed }) => flow(seed),
  faults: ({ faults }) => entriesOf(faults),
  check: ({ check }) => (check.length === 0 ? '' : list(check.map(scalar))),
  schedule: ({ schedule }) => (schedule.trim() === '' ? '' : scheduleText(schedule)),
}

/** Words stand as they are; only what YAML would misread is quoted. */
const scheduleText = (schedule: string) =>
  /^[A-Za-z][\w:! -]*$/.test(schedule) && !/: |:$| $/.test(schedule) ? schedule : JSON.stringify(schedule)

const isSame = (a: Printed, b: Printed) => JSON.stringify(a) === JSON.stringify(b)

const inOneLine = (printed: Printed): string => (typeof printed === 'string' ? printed : flowMap(printed))

/** The text with what changed from one sketch to the other; a text that cannot be taken apart stays as it is. */
export function patched(text: string, before: Sketch, after: Sketch): string {
  return fieldNames.reduce((patchedText, name) => {
    const [old, next] = [printers[name](before), printers[name](after)]
    return isSame(old, next) || before.strange.includes(name) ? patchedText : withField(patchedText, name, old, next)
  }, text)
}

/** What changed from one scenario to another, told by their texts, put into a third text that somebody is editing. */
export function carriedOver(text: string, from: Sketch, to: Sketch): string {
  const present = sketchFrom(text, from, to)
  return present === null ? text : patched(text, present.before, present.after)
}

function sketchFrom(text: string, from: Sketch, to: Sketch): { before: Sketch; after: Sketch } | null {
  const before = sketchOf(text)
  if (before === null) return null
  const names = Object.keys(from) as (keyof Sketch)[]
  const changed = names.filter((name) => name !== 'strange' && JSON.stringify(from[name]) !== JSON.stringify(to[name]))
  return { before, after: { ...before, ...Object.fromEntries(changed.map((name) => [name, to[name]])) } }
}

interface Span {
  readonly from: number
  readonly to: number
}

const spanOf = (node: Node | null): Span | null => (node?.range ? { from: node.range[0], to: endOf(node) } : null)

/** A map or a list in block layout counts the empty lines and remarks below it as its own; its last item does not. */
function endOf(node: Node): number {
  const to = node.range?.[1] ?? 0
  if ((!isMap(node) && !isSeq(node)) || node.flow === true) return to
  const last = node.items.at(-1)
  const inner = (isPair(last) ? (last.value ?? last.key) : last) as Node | null | undefined
  return inner?.range ? endOf(inner) : to
}

const replaced = (text: string, { from, to }: Span, by: string) => text.slice(0, from) + by + text.slice(to)

function withField(text: string, name: FieldName, before: Printed, after: Printed): string {
  const root = rootOf(text)
  if (root === null) return text
  const at = root.items.findIndex((pair) => nameOf(pair) === name)
  const printed = inOneLine(after)
  if (at === -1) return printed === '' ? text : inserted(text, root, name, `${name}: ${printed}`)
  if (printed === '') return without(text, root, at)
  const value = root.items[at]!.value as Node | null
  const inside =
    typeof before === 'string' || typeof after === 'string' ? null : withEntries(text, value, before, after)
  if (inside !== null) return inside
  const key = spanOf(root.items[at]!.key as Node)!
  const span = spanOf(value)
  return replaced(
    text,
    { from: key.from, to: span === null || span.to < key.to ? colonAfter(text, key.to) : span.to },
    `${name}: ${printed}`,
  )
}

const colonAfter = (text: string, from: number) => text.indexOf(':', from) + 1

/** Replaces the values that changed, each in its place; null where names came, went or changed as well. */
function withEntries(
  text: string,
  value: Node | null,
  before: Exclude<Printed, string>,
  after: Exclude<Printed, string>,
): string | null {
  if (!isMap(value) || value.items.length !== before.length || before.length !== after.length) return null
  const isRenamed = after.some(([name], index) => name !== before[index]![0] || nameOf(value.items[index]!) !== name)
  if (isRenamed) return null
  const changes = after.flatMap(([, next], index) => {
    const span = spanOf(value.items[index]!.value as Node | null)
    return next === before[index]![1] ? [] : [{ span, next }]
  })
  if (changes.some(({ span, next }) => span === null || span.from === span.to || next === '')) return null
  return changes.reduceRight((patchedText, { span, next }) => replaced(patchedText, span!, next), text)
}

/** Takes the lines of a field away, and the remark at its end with them. */
function without(text: string, root: YAMLMap, at: number): string {
  const pair = root.items[at]!
  const { from } = spanOf(pair.key as Node)!
  const last = spanOf(pair.value as Node | null)?.to ?? from
  const end = text.indexOf('\n', Math.max(from, last))
  return replaced(text, { from, to: end === -1 ? text.length : end + 1 }, '')
}

/** Puts a field before the first one that comes after it in a printed file, or at the end. */
function inserted(text: string, root: YAMLMap, name: FieldName, line: string): string {
  const later = fieldNames.slice(fieldNames.indexOf(name) + 1)
  const next = root.items.find((pair) => later.some((each) => each === nameOf(pair)))
  const span = next === undefined ? null : spanOf(next.key as Node)
  if (span !== null) return replaced(text, { from: span.from, to: span.from }, `${line}\n`)
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`
}
