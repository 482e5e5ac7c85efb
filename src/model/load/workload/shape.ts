/**
 * What the values of a workload may look like, as data: files, links, limits and the page's form all read these shapes,
 * so that a new value is described once.
 */
import type { Expected } from '../../scenario/reader'
import type { Limit } from './limits'

export interface NumberShape {
  readonly is: 'number'
  readonly limit: Limit
}

/** One of a few words. */
export interface WordShape {
  readonly is: 'word'
  readonly what: string
  readonly values: readonly string[]
}

/** `true` and `false` in a file, `yes` and `no` in a link. */
export interface FlagShape {
  readonly is: 'flag'
}

/** A value, or null, which is written `none`. */
export interface OptionShape {
  readonly is: 'option'
  readonly of: Shape
}

/** A record of named values, in one of several forms. */
export interface ChoiceShape {
  readonly is: 'choice'
  readonly expected: Expected
  readonly variants: readonly Variant[]
}

export interface ListShape {
  readonly is: 'list'
  readonly expected: Expected
  readonly of: Shape
  readonly max: number
}

export type Shape = NumberShape | WordShape | FlagShape | OptionShape | ChoiceShape | ListShape

/**
 * One form of a record. In a file it is told by its first field, `{ from: 1, to: 2 }`, or by its kind where it has no
 * field; in a link by its kind, `uniform:1:2`.
 */
export interface Variant {
  /** The value's `kind`; null where there is one form only. */
  readonly kind: string | null
  /** What a number alone stands for: its first field. A link names no kind for it. */
  readonly isBare?: true
  readonly fields: readonly FieldShape[]
}

export interface FieldShape {
  /** In a file. */
  readonly word: string
  /** In the value. */
  readonly property: string
  readonly shape: Shape
  /** What it is where it is left out; only fields at the end have it. */
  readonly otherwise?: unknown
}

export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

/** The form that a value has; undefined where it has none of them. */
export function variantOf({ variants }: ChoiceShape, value: unknown): Variant | undefined {
  const { kind } = fieldsOf(value)
  return variants.find((variant) => variant.kind === null || variant.kind === kind)
}

/** The fields that have to be written: without those at the end that are what they would be anyway. */
export function saidFields(variant: Variant, value: unknown): readonly FieldShape[] {
  const found = fieldsOf(value)
  const last = variant.fields.findLastIndex(
    ({ property, otherwise }) => otherwise === undefined || !isSame(found[property], otherwise),
  )
  return variant.fields.slice(0, last + 1)
}

/** A record of a form, from its fields' values. */
export const recordOf = ({ kind, fields }: Variant, values: readonly unknown[]): Fields => ({
  ...(kind !== null && { kind }),
  ...Object.fromEntries(fields.map(({ property, otherwise }, index) => [property, values[index] ?? otherwise])),
})

/** Whether two values of a workload are the same: they are plain data. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [one, other] = [Object.entries(a), b as Fields]
  return one.length === Object.keys(b).length && one.every(([name, value]) => isSame(value, other[name]))
}
