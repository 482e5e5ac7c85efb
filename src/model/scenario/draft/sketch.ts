/**
 * A scenario's text as a form can show it: whatever stands in it, right or wrong, as it was typed.
 *
 * A sketch is looser than a scenario. It has what the text has, in the order of the text, names that stand there twice
 * included, so that a form never hides or mends what somebody has written; what is wrong with it is the parser's to say.
 * Reading a text into a sketch and patching nothing leaves the text as it is.
 */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { readDocument } from '../document'
import { Problems } from '../problems'
import { typed } from './flow'

/** A name and what was typed for it; a list is `[x, y]`, a map `{ T1: 1 }`. */
export interface Entry {
  readonly name: string
  readonly value: string
}

export interface Actor {
  readonly name: string
  /** In words, `read x`; a word that is none stands here as well. */
  readonly operations: readonly string[]
}

/** The fields that are a single text. */
export const lineNames = ['scenario', 'title', 'about', 'repeat', 'seed', 'schedule'] as const
export type LineName = (typeof lineNames)[number]

/** The fields that are a map of single values. */
export const mapNames = ['composed', 'guards', 'faults'] as const
export type MapName = (typeof mapNames)[number]

export interface Sketch extends Readonly<Record<LineName, string>>, Readonly<Record<MapName, readonly Entry[]>> {
  readonly read: string
  readonly write: string
  readonly database: readonly Entry[]
  readonly cache: readonly Entry[]
  readonly clients: readonly Actor[]
  readonly check: readonly string[]
  /** Fields of a shape that no form shows; only the text can change them. */
  readonly strange: readonly string[]
}

export const fieldNames = [
  ...['scenario', 'title', 'about', 'start', 'composed', 'protocol', 'guards', 'clients', 'repeat', 'seed', 'faults'],
  ...['check', 'schedule'],
] as const

/** The root of a text that is a map; null where the text cannot be taken apart. */
export function rootOf(text: string) {
  const root = readDocument(text, new Problems('', 1))
  return isMap(root) ? root : null
}

export const nameOf = ({ key }: Pair): string | null => (isScalar(key) ? typed(key) : null)

/** The value under a name; the first where it stands there twice. */
export const valueIn = (node: Node | null, name: string): Node | null =>
  isMap(node) ? ((node.items.find((pair) => nameOf(pair) === name)?.value as Node | null | undefined) ?? null) : null

const isNothing = (node: Node | null) => node === null || (isScalar(node) && node.value === null)

/** Reads fields one at a time and remembers which could not be read. */
class FieldReader {
  readonly strange: string[] = []

  constructor(private readonly root: Node) {}

  private refuse<Nothing>(name: string, nothing: Nothing): Nothing {
    this.strange.push(name)
    return nothing
  }

  line(name: string): string {
    const node = valueIn(this.root, name)
    if (isNothing(node) || isScalar(node)) return typed(node)
    if (name === 'schedule' && isSeq(node)) return node.items.map((item) => typed(item as Node | null)).join(' ')
    return this.refuse(name, '')
  }

  entries(name: string, node = valueIn(this.root, name)): readonly Entry[] {
    if (isNothing(node)) return []
    if (!isMap(node)) return this.refuse(name, [])
    return node.items.map((pair) => ({ name: nameOf(pair) ?? '', value: typed(pair.value as Node | null) }))
  }

  /** A part of a field that is a map of parts. */
  part(name: string, part: string): Node | null {
    const node = valueIn(this.root, name)
    if (!isNothing(node) && !isMap(node)) return this.refuse(name, null)
    return valueIn(node, part)
  }

  words(name: string, node = valueIn(this.root, name)): readonly string[] {
    if (isNothing(node)) return []
    return isSeq(node) ? node.items.map((item) => typed(item as Node | null)) : this.refuse(name, [])
  }

  actors(): readonly Actor[] {
    const node = valueIn(this.root, 'clients')
    if (isNothing(node)) return []
    if (!isMap(node)) return this.refuse('clients', [])
    return node.items.map((pair) => ({
      name: nameOf(pair) ?? '',
      operations: this.words('clients', pair.value as Node | null),
    }))
  }
}

/** What a form shows of a text; null where the text cannot be taken apart, so that only the text itself can be edited. */
export function sketchOf(text: string): Sketch | null {
  const root = rootOf(text)
  if (root === null) return null
  const reader = new FieldReader(root)
  const lines = Object.fromEntries(lineNames.map((name) => [name, reader.line(name)])) as Record<LineName, string>
  const maps = Object.fromEntries(mapNames.map((name) => [name, reader.entries(name)])) as Record<
    MapName,
    readonly Entry[]
  >
  return {
    ...lines,
    ...maps,
    read: typed(reader.part('protocol', 'read')),
    write: typed(reader.part('protocol', 'write')),
    database: reader.entries('start', reader.part('start', 'database')),
    cache: reader.entries('start', reader.part('start', 'cache')),
    clients: reader.actors(),
    check: reader.words('check'),
    strange: [...new Set(reader.strange)],
  }
}
