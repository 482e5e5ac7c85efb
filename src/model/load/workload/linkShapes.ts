/**
 * Values of a workload in a link: `5`, `uniform:0.2:1`, `hot:10:0.9`, `closed:20:exponential:5`, `none`. The fields of a
 * record follow each other behind a ":", the items of a list behind a "+".
 */
import { either, suggestion } from '../../scenario/names'
import { quoted } from '../../scenario/problem'
import { fieldsOf, recordOf, saidFields, variantOf, type ChoiceShape, type Shape } from './shape'

/** The value as a link writes it. */
export function linkedShape(shape: Shape, value: unknown): string {
  switch (shape.is) {
    case 'option':
      return value === null ? NONE : linkedShape(shape.of, value)
    case 'flag':
      return value === true ? 'yes' : 'no'
    case 'list': {
      const items = value as readonly unknown[]
      return items.length === 0 ? NONE : items.map((item) => linkedShape(shape.of, item)).join('+')
    }
    case 'choice': {
      const variant = variantOf(shape, value)!
      const fields = saidFields(variant, value).map((field) =>
        linkedShape(field.shape, fieldsOf(value)[field.property]),
      )
      return [...(variant.isBare || variant.kind === null ? [] : [variant.kind]), ...fields].join(':')
    }
    default:
      return String(value)
  }
}

const NONE = 'none'

/** Why a text is no such value: one sentence. */
export class ShapeProblem extends Error {}

/** Reads what a link says; throws ShapeProblem. Limits are not looked at here. */
export function valueOfLink(shape: Shape, text: string): unknown {
  if (shape.is === 'option') return text === NONE ? null : valueOfLink(shape.of, text)
  if (shape.is === 'list') {
    if (text === NONE) return []
    const items = text.split('+', shape.max + 1)
    return items.map((item) => valueOfLink(shape.of, item))
  }
  const words = text.split(':', WORDS_MAX)
  const value = taken(shape, words)
  if (words.length > 0) throw new ShapeProblem(`${quoted(words.join(':'))} is left over here. Leave it out.`)
  return value
}

/** More than any value has. */
const WORDS_MAX = 10

/** Takes the words of a value from the front. */
function taken(shape: Shape, words: string[]): unknown {
  if (shape.is === 'choice') return takenChoice(shape, words)
  const word = words.shift()
  if (word === undefined) throw new ShapeProblem(`Something is missing at the end. Copy the link again, whole.`)
  switch (shape.is) {
    case 'number':
      if (/^-?\d{1,15}(\.\d{1,30})?(e-?\d{1,3})?$/i.test(word)) return Number(word) + 0
      throw new ShapeProblem(`${quoted(word)} is no number. Write e.g. ${Math.max(1, shape.limit.min)}.`)
    case 'flag':
      if (word === 'yes' || word === 'no') return word === 'yes'
      throw new ShapeProblem(`${quoted(word)} is neither yes nor no. Write one of them.`)
    case 'word':
      if (shape.values.includes(word)) return word
      throw new ShapeProblem(`There is no ${shape.what} ${quoted(word)}. ${suggestion(word, shape.values)}`)
    default:
      throw new ShapeProblem(`${quoted(word)} cannot stand here. Copy the link again, whole.`)
  }
}

function takenChoice({ expected, variants }: ChoiceShape, words: string[]): unknown {
  const named = variants.find(({ kind, isBare }) => kind !== null && !isBare && kind === words[0])
  if (named !== undefined) words.shift()
  const variant = named ?? variants.find(({ kind, isBare }) => isBare ?? kind === null)
  const isWord = /^[a-z]/i.test(words[0] ?? '')
  if (variant === undefined || (named === undefined && isWord)) {
    const kinds = variants.flatMap(({ kind, isBare }) => (kind === null || isBare ? [] : kind))
    const advice = kinds.length === 0 ? 'Write numbers.' : `Begin with ${either(kinds)}.`
    throw new ShapeProblem(`${quoted(words[0] ?? '')} is not ${expected.what}. ${advice}`)
  }
  const values = variant.fields.map(({ shape, otherwise }) =>
    words.length === 0 && otherwise !== undefined ? otherwise : taken(shape, words),
  )
  return recordOf(variant, values)
}
