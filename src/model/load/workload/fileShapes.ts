/** Values of a workload in a file: read from the YAML tree by their shapes, and printed again. */
import { isNothing, isSingle, textOf, type Expected, type Field, type Reader, type Spot } from '../../scenario/reader'
import { list, map } from '../../scenario/yamlText'
import { suggestion } from '../../scenario/names'
import { quoted } from '../../scenario/problem'
import { wordProblem } from '../../scenario/vocabulary'
import { fieldsOf, recordOf, saidFields, variantOf, type ChoiceShape, type Shape, type Variant } from './shape'

/** Where each place of a workload stands in its file. */
export type Places = Map<string, number>

const exampleOf = (place: string, value: string) => `${place.split('.').at(-1) ?? place}: ${value}`

/** A value of that shape; undefined, with a problem, where there is none. */
export function readShape(reader: Reader, spot: Spot, shape: Shape, place: string, places: Places): unknown {
  places.set(place, spot.at)
  switch (shape.is) {
    case 'number':
      return reader.number(spot, numberAt(place)) ?? undefined
    case 'word':
      return readWord(reader, spot, { what: shape.what, built: shape.values, later: [] })
    case 'flag':
      return reader.flag(spot, { what: 'true or false', example: exampleOf(place, 'true') }) ?? undefined
    case 'option':
      return isNone(spot) ? null : readShape(reader, spot, shape.of, place, places)
    case 'list':
      return reader
        .items(spot, shape.expected)
        ?.slice(0, shape.max + 1)
        .map((item, index) => readShape(reader, item, shape.of, `${place}.${index}`, places))
    case 'choice':
      return readChoice(reader, spot, shape, place, places)
  }
}

const numberAt = (place: string): Expected => ({ what: 'a number', example: exampleOf(place, '1') })

const isNone = (spot: Spot): boolean => isNothing(spot) || textOf(spot) === 'none'

function refused(reader: Reader, spot: Spot, expected: Expected): unknown {
  reader.unexpected(spot, expected)
  return undefined
}

function readWord(reader: Reader, spot: Spot, words: Parameters<typeof wordProblem>[1]): string | undefined {
  const word = reader.text(spot, { what: `a ${words.what}`, example: words.built[0] ?? '' })
  if (word === null) return undefined
  const problem = wordProblem(word, words)
  if (problem === null) return word
  reader.problems.at(spot.at, problem)
  return undefined
}

function readChoice(reader: Reader, spot: Spot, shape: ChoiceShape, place: string, places: Places): unknown {
  const { expected, variants } = shape
  if (isSingle(spot)) return readSingle(reader, spot, shape, place, places)
  const words = variants.flatMap(({ fields }) => fields.map(({ word }) => word))
  const before = reader.problems.count
  const found = reader.fields(spot, expected, { what: 'word', built: [...new Set(words)], later: [] })
  if (found === null) return undefined
  const variant = variants.find(({ fields: [first] }) => found.some(({ name }) => name === first?.word))
  if (variant === undefined) return reader.problems.count > before ? undefined : refused(reader, spot, expected)
  return readFields(reader, spot, { found, variant, place, places })
}

/** A number alone, or the name of a form without fields. */
function readSingle(
  reader: Reader,
  spot: Spot,
  { expected, variants }: ChoiceShape,
  place: string,
  places: Places,
): unknown {
  const word = textOf(spot)
  const named = variants.find(({ kind, fields }) => kind === word && fields.length === 0)
  if (named !== undefined) return recordOf(named, [])
  const names = variants.flatMap(({ kind, fields }) => (fields.length === 0 ? (kind ?? []) : []))
  if (word !== null && names.length > 0) {
    const built = [...names, ...variants.flatMap(({ fields }) => fields[0]?.word ?? [])]
    reader.problems.at(
      spot.at,
      wordProblem(word, { what: expected.what.replace(/^an? /, ''), built, later: [] }) ?? formProblem(word),
    )
    return undefined
  }
  const bare = variants.find(({ isBare }) => isBare)
  const first = bare?.fields[0]
  if (bare === undefined || first === undefined || word !== null) return refused(reader, spot, expected)
  const number = reader.number(spot, expected)
  places.set(`${place}.${first.word}`, spot.at)
  return number === null ? undefined : recordOf(bare, [number])
}

/** A form that has fields, named without them. */
const formProblem = (word: string) => `${quoted(word)} needs its numbers. Write e.g. { ${word}: 1 }.`

interface Found {
  readonly found: readonly Field[]
  readonly variant: Variant
  readonly place: string
  readonly places: Places
}

function readFields(reader: Reader, spot: Spot, { found, variant, place, places }: Found): unknown {
  for (const { name, nameAt } of found)
    if (!variant.fields.some(({ word }) => word === name)) {
      const beside = quoted(variant.fields[0]?.word ?? '')
      const rest = variant.fields.slice(1).map(({ word }) => word)
      reader.problems.at(
        nameAt,
        `${quoted(name)} means nothing beside ${beside}. ${rest.length === 0 ? 'Leave it out.' : suggestion(name, rest)}`,
      )
    }
  const values = variant.fields.map(({ word, shape, otherwise }) => {
    const field = found.find(({ name }) => name === word)
    if (field !== undefined) return readShape(reader, field, shape, `${place}.${word}`, places)
    if (otherwise === undefined) reader.problems.at(spot.at, missing(word, variant))
    return otherwise
  })
  return recordOf(variant, values)
}

const missing = (word: string, { fields: [first] }: Variant): string =>
  first === undefined || first.word === word
    ? `There is no "${word}". Add it.`
    : `There is no "${word}" beside "${first.word}". Add it.`

/** The value as a file writes it. */
export function printedShape(shape: Shape, value: unknown): string {
  switch (shape.is) {
    case 'option':
      return value === null ? 'none' : printedShape(shape.of, value)
    case 'list':
      return list((value as readonly unknown[]).map((item) => printedShape(shape.of, item)))
    case 'choice': {
      const variant = variantOf(shape, value)!
      const fields = saidFields(variant, value)
      if (variant.fields.length === 0) return variant.kind ?? ''
      const texts = fields.map((field): [string, string] => [
        field.word,
        printedShape(field.shape, fieldsOf(value)[field.property]),
      ])
      return variant.isBare && texts.length === 1 ? texts[0]![1] : map(texts)
    }
    default:
      return String(value)
  }
}
