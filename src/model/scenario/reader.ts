/** Takes a YAML tree apart, one expected shape at a time; what has another shape becomes a problem, never an exception. */
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { isReserved } from './names'
import { quoted } from './problem'
import type { Problems } from './problems'
import { wordProblem, type Words } from './vocabulary'

/** A place in the tree: a value, and what to point at when it is missing. */
export interface Spot {
  readonly value: Node | null
  /** Offset of the value, or of the name that has none. */
  readonly at: number
}

/** A value with the name that it stands under. */
export interface Field extends Spot {
  readonly name: string
  /** Offset of the name. */
  readonly nameAt: number
}

/** What is expected, for the sentence: `a list of clients`, and how to write one. */
export interface Expected {
  readonly what: string
  readonly example: string
}

const offsetOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0]

/** Whether there is nothing: no value at all, or YAML's null. */
export const isNothing = ({ value }: Spot): boolean => value === null || (isScalar(value) && value.value === null)

/** Whether there is a single value, and no map or list. */
export const isSingle = ({ value }: Spot): boolean => isScalar(value)

/** The text of a single value that is one, or null. */
export const textOf = ({ value }: Spot): string | null =>
  isScalar(value) && typeof value.value === 'string' ? value.value : null

/** The value in words, for a sentence. */
function describe({ value }: Spot): string {
  if (isMap(value)) return 'a map'
  if (isSeq(value)) return 'a list'
  if (!isScalar(value) || value.value === null) return 'nothing'
  if (typeof value.value === 'string') return `the text ${quoted(value.value)}`
  if (typeof value.value === 'boolean') return String(value.value)
  return `the number ${quoted(value.source ?? '').slice(1, -1)}`
}

export class Reader {
  constructor(readonly problems: Problems) {}

  /** Notes that something has the wrong shape. */
  unexpected(spot: Spot, { what, example }: Expected): null {
    this.problems.at(spot.at, `This must be ${what}, and it is ${describe(spot)}. Write e.g. ${example}.`)
    return null
  }

  /** The fields of a map in their order; unknown, repeated and reserved names are problems and left out. */
  fields(spot: Spot, expected: Expected, words: Words | null): readonly Field[] | null {
    if (!isMap(spot.value)) return this.unexpected(spot, expected)
    const fields = new Map<string, Field>()
    for (const pair of spot.value.items) {
      const key = pair.key as Scalar | null
      const nameAt = offsetOf(key) ?? spot.at
      if (!isScalar(key) || typeof key.value !== 'string') {
        this.problems.at(nameAt, `A name must be a word, and this is ${describe({ value: key, at: nameAt })}.`)
        continue
      }
      const name = key.value
      const problem = this.nameProblem(name, fields, words)
      if (problem !== null) this.problems.at(nameAt, problem)
      else fields.set(name, { name, nameAt, value: pair.value as Node | null, at: offsetOf(pair.value) ?? nameAt })
    }
    return [...fields.values()]
  }

  /** Where a name stands in a map; undefined where it does not. */
  nameAt({ value }: Spot, name: string): number | undefined {
    const pair = isMap(value) ? value.items.find(({ key }) => isScalar(key) && key.value === name) : undefined
    return offsetOf(pair?.key)
  }

  private nameProblem(name: string, before: ReadonlyMap<string, Field>, words: Words | null): string | null {
    if (isReserved(name)) return `The name ${quoted(name)} is taken by the language itself. Choose another one.`
    if (before.has(name)) return `${quoted(name)} stands here for the second time. Keep one of the two.`
    return words === null ? null : wordProblem(name, words)
  }

  items(spot: Spot, expected: Expected): readonly Spot[] | null {
    if (!isSeq(spot.value)) return this.unexpected(spot, expected)
    return spot.value.items.map((item) => ({ value: item as Node | null, at: offsetOf(item) ?? spot.at }))
  }

  text(spot: Spot, expected: Expected): string | null {
    const { value } = spot
    return isScalar(value) && typeof value.value === 'string' ? value.value : this.unexpected(spot, expected)
  }

  /** Any number; whether it means anything is for others to say. */
  number(spot: Spot, expected: Expected): number | null {
    const { value } = spot
    return isScalar(value) && typeof value.value === 'number' ? value.value + 0 : this.unexpected(spot, expected)
  }

  flag(spot: Spot, expected: Expected): boolean | null {
    const { value } = spot
    return isScalar(value) && typeof value.value === 'boolean' ? value.value : this.unexpected(spot, expected)
  }

  /** A whole number from `min` to `max`. */
  whole(spot: Spot, what: string, min: number, max: number): number | null {
    const { value } = spot
    const number: unknown = isScalar(value) ? value.value : undefined
    if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number + 0
    const remedy = typeof number === 'string' && /^\d+$/.test(number) ? 'Take the quotes away' : `Write e.g. ${min + 1}`
    const range = `a whole number from ${min} to ${max}`
    this.problems.at(spot.at, `${what} must be ${range}, and this is ${describe(spot)}. ${remedy}.`)
    return null
  }
}
