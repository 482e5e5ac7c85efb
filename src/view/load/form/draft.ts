/**
 * What stands in the form, as texts: whatever was typed stays, also where it is no number, and also under a form of a
 * value that another one hides. Each text has the place that problems name; besides, a choice has its kind, an option
 * whether it is there, and a list how many items it has.
 */
import { parts, valueOf, withValue } from '../../../model/load/workload/parts'
import {
  fieldsOf,
  recordOf,
  variantOf,
  type ChoiceShape,
  type FieldShape,
  type Shape,
  type Variant,
} from '../../../model/load/workload/shape'
import type { Workload } from '../../../model/load/workload/workload'

export type Draft = Readonly<Record<string, string>>

export const kindPlace = (place: string): string => `${place}/kind`
export const isTherePlace = (place: string): string => `${place}/is`
export const countPlace = (place: string): string => `${place}/count`
export const itemPlace = (place: string, index: number): string => `${place}.${index}`
export const fieldPlace = (place: string, { word }: FieldShape): string => `${place}.${word}`

export const ON = 'yes'
const OFF = 'no'
export const flagText = (isOn: boolean): string => (isOn ? ON : OFF)

/** The name of a variant in the draft; a record with one form has none of its own. */
export const kindOf = ({ kind }: Variant): string => kind ?? 'only'

export const draftOf = (workload: Workload): Draft =>
  Object.fromEntries(parts.flatMap((part) => textsOf(part.shape, valueOf(workload, part), part.name)))

function textsOf(shape: Shape, value: unknown, place: string): [string, string][] {
  switch (shape.is) {
    case 'number':
    case 'word':
      return [[place, String(value)]]
    case 'flag':
      return [[place, flagText(value === true)]]
    case 'option':
      return [
        [isTherePlace(place), flagText(value !== null)],
        ...(value === null ? [] : textsOf(shape.of, value, place)),
      ]
    case 'list': {
      const items = value as readonly unknown[]
      const texts = items.flatMap((item, index) => textsOf(shape.of, item, itemPlace(place, index)))
      return [[countPlace(place), String(items.length)], ...texts]
    }
    case 'choice': {
      const variant = variantOf(shape, value)
      if (variant === undefined) return []
      const found = fieldsOf(value)
      const texts = variant.fields.flatMap((field) =>
        textsOf(field.shape, found[field.property], fieldPlace(place, field)),
      )
      return [[kindPlace(place), kindOf(variant)], ...texts]
    }
  }
}

/** The workload that the texts say; what is no number in them is none in it either. */
export const workloadOf = (draft: Draft, base: Workload): Workload =>
  parts.reduce((workload, part) => withValue(workload, part, valueIn(draft, part.shape, part.name)), base)

export const variantIn = (draft: Draft, { variants }: ChoiceShape, place: string): Variant | undefined =>
  variants.find((variant) => kindOf(variant) === draft[kindPlace(place)]) ?? variants[0]

function valueIn(draft: Draft, shape: Shape, place: string): unknown {
  switch (shape.is) {
    case 'number':
      return numberOf(draft[place] ?? startText(shape, place))
    case 'word':
      return draft[place] ?? startText(shape, place)
    case 'flag':
      return draft[place] === ON
    case 'option':
      return draft[isTherePlace(place)] === ON ? valueIn(draft, shape.of, place) : null
    case 'list':
      return Array.from({ length: Number(draft[countPlace(place)] ?? 0) }, (_, index) =>
        valueIn(draft, shape.of, itemPlace(place, index)),
      )
    case 'choice': {
      const variant = variantIn(draft, shape, place)
      if (variant === undefined) return null
      return recordOf(
        variant,
        variant.fields.map((field) => valueIn(draft, field.shape, fieldPlace(place, field))),
      )
    }
  }
}

/** Spaces and grouping commas are how people write numbers. */
function numberOf(text: string): number {
  const bare = text.replaceAll(/[\s,_]/g, '')
  return bare === '' ? NaN : Number(bare)
}

/** What stands in a field that nobody has filled in yet, because its form was hidden until now. */
const starts: Readonly<Record<string, string>> = {
  ms: '5',
  from: '1',
  to: '10',
  mean: '5',
  median: '3',
  p99: '20',
  zipf: '1',
  hot: '1',
  share: '0.5',
  open: '1000',
  closed: '20',
  capacity: '500',
  concurrency: '20',
  jitter: '0',
  at: '1000',
}

export function startText(shape: Shape, place: string): string {
  if (shape.is === 'word') return shape.values[0] ?? ''
  if (place === 'ttl.ms') return '1000'
  return starts[place.split('.').at(-1) ?? ''] ?? '1'
}
