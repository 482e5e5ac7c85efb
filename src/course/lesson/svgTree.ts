/**
 * A drawing that is safe to show: the few SVG elements and attributes that a diagram needs, read into plain data.
 *
 * The files beside a lesson are ours only as long as nobody edits them, so they are read as a stranger's: any other
 * element, attribute, address or declaration is refused, with its place. The page makes React elements
 * of the data, so that no markup is ever parsed in it.
 */
import { quoted } from '../../model/scenario/problem'

export interface SvgNode {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (SvgNode | string)[]
}

export interface SvgProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

const tags = ['svg', 'g', 'line', 'path', 'rect', 'text', 'tspan', 'title']

const attributes: Readonly<Record<string, RegExp>> = {
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  viewBox: /^-?\d+(?: -?\d+){3}$/,
  d: /^[MLCZ0-9 ,.-]{1,500}$/,
  ...Object.fromEntries(
    ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'dy', 'width', 'height', 'rx'].map((name) => [name, /^-?\d+(?:\.\d+)?$/]),
  ),
  'text-anchor': /^(?:start|middle|end)$/,
  'data-part': /^(?:participant|lifeline|note|message|reply)$/,
  'data-name': /^[A-Za-z][A-Za-z0-9]{0,23}$/,
  'data-message': /^\d{1,4}$/,
}

const NODES_MAX = 2_000
const DEPTH_MAX = 8
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

class SvgError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message)
  }
}

/** Reads a drawing, or says why it is none. */
export function readSvg(text: string): { svg: SvgNode } | { problem: SvgProblem } {
  try {
    return { svg: new SvgReader(text).document() }
  } catch (error) {
    if (!(error instanceof SvgError)) throw error
    return { problem: { line: text.slice(0, error.offset).split('\n').length, message: error.message } }
  }
}

class SvgReader {
  #at = 0
  #nodes = 0

  constructor(readonly text: string) {}

  document(): SvgNode {
    this.take(/\s*/y)
    const root = this.element(0)
    this.take(/\s*/y)
    if (root.tag !== 'svg') throw new SvgError(0, 'The drawing does not begin with <svg>.')
    if (this.#at < this.text.length) throw new SvgError(this.#at, 'Something follows the end of the drawing.')
    return root
  }

  element(depth: number): SvgNode {
    const start = this.#at
    const tag = this.take(/<([A-Za-z][\w:-]*)/y)?.[1]
    if (tag === undefined)
      throw new SvgError(
        start,
        `An element is expected, and ${quoted(this.text.slice(start, start + 20))} stands there.`,
      )
    if (!tags.includes(tag)) throw new SvgError(start, `<${tag}> has no place in a drawing.`)
    if (++this.#nodes > NODES_MAX || depth > DEPTH_MAX) throw new SvgError(start, 'The drawing is too large.')
    const found = this.attributes()
    if (this.take(/\/>/y) !== null) return { tag, attributes: found, children: [] }
    if (this.take(/>/y) === null) throw new SvgError(this.#at, `<${tag}> is not closed.`)
    return { tag, attributes: found, children: this.children(tag, depth) }
  }

  attributes(): Readonly<Record<string, string>> {
    const found: Record<string, string> = {}
    for (;;) {
      const start = this.#at
      const match = this.take(/\s+([A-Za-z_][\w:-]*)="([^"<]*)"/y)
      if (match === null) break
      const [, name = '', raw = ''] = match
      const value = this.plain(raw, start)
      const allowed = Object.hasOwn(attributes, name) ? attributes[name] : undefined
      if (allowed === undefined) throw new SvgError(start, `The attribute ${quoted(name)} has no place in a drawing.`)
      if (!allowed.test(value)) throw new SvgError(start, `The attribute "${name}" may not be ${quoted(value)}.`)
      if (name !== 'xmlns') found[name] = value
    }
    this.take(/\s*/y)
    return found
  }

  children(tag: string, depth: number): readonly (SvgNode | string)[] {
    const children: (SvgNode | string)[] = []
    for (;;) {
      const start = this.#at
      const words = this.take(/[^<]+/y)?.[0]
      if (words !== undefined && words.trim() !== '') children.push(this.plain(words.trim(), start))
      const close = this.take(/<\/([A-Za-z][\w:-]*)\s*>/y)
      if (close === null) children.push(this.element(depth + 1))
      else if (close[1] === tag) return children
      else throw new SvgError(start, `<${tag}> is closed by </${close[1] ?? ''}>.`)
    }
  }

  plain(text: string, offset: number): string {
    return text.replaceAll(/&([^;\s]{0,10};)?/g, (whole, name: string | undefined) => {
      const character = entities[name?.slice(0, -1) ?? '']
      if (character === undefined)
        throw new SvgError(offset, `${quoted(whole)} is no character reference of a drawing.`)
      return character
    })
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.text)
    if (match !== null) this.#at = pattern.lastIndex
    return match
  }
}
