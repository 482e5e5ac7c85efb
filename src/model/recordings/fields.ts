/**
 * Takes a stranger's JSON apart, one field at a time. Whatever is not what belongs there is refused with a sentence
 * that names the place; nothing is copied that was not looked at, and names go into maps, never into objects.
 */
import { isReserved, suggestion } from '../scenario/names'
import { quoted } from '../scenario/problem'
import { DEPTH_MAX, ITEMS_MAX, TEXT_MAX } from './limits'
import type { Json } from './reply'
import { WrongRecording } from './wrongRecording'

const kindOf = (value: unknown): string => {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value === 'string' ? 'text' : typeof value}`
}

/** `where` begins the sentence: `Step 3, "req",`. */
export function refuse(where: string, value: unknown, wanted: string): never {
  const advice =
    value === undefined
      ? 'The file may be cut short; record the run again.'
      : 'The file may have been edited by hand; record the run again.'
  throw new WrongRecording(`${where} is ${kindOf(value)} where ${wanted} belongs. ${advice}`)
}

/** The fields of an object, by name. */
export function fieldsOf(value: unknown, where: string, max = ITEMS_MAX): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, value, 'an object')
  const entries = Object.entries(value)
  if (entries.length > max) tooMany(where, entries.length, max, 'fields')
  return new Map(entries)
}

export function listOf(value: unknown, where: string, max: number): readonly unknown[] {
  if (!Array.isArray(value)) refuse(where, value, 'a list')
  if (value.length > max) tooMany(where, value.length, max, 'items')
  return value
}

const tooMany = (where: string, count: number, max: number, what: string): never => {
  throw new WrongRecording(
    `${where} has ${count} ${what}, and ${max} is the most that is replayed. Record a shorter run, or cut this one in two.`,
  )
}

export function textOf(value: unknown, where: string): string {
  if (typeof value !== 'string') refuse(where, value, 'a text')
  if (value.length > TEXT_MAX)
    throw new WrongRecording(
      `${where} has ${value.length} characters, and ${TEXT_MAX} is the most. Record the run with shorter values.`,
    )
  return value
}

export function truthOf(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') refuse(where, value, 'true or false')
  return value
}

/** A whole number from `least` to `most`. */
export function countOf(value: unknown, where: string, least: number, most: number): number {
  if (typeof value !== 'number') refuse(where, value, 'a whole number')
  if (!Number.isInteger(value) || value < least || value > most)
    throw new WrongRecording(
      `${where} is ${value}, and a whole number from ${least} to ${most} belongs there. The file may have been edited by hand; record the run again.`,
    )
  return value
}

/** The name of a key or a process. */
export function nameOf(name: string, where: string): string {
  if (isReserved(name) || name === '' || name.length > 100 || /[\s\p{Cc}\p{Cs}\p{Cf}]/u.test(name))
    throw new WrongRecording(
      `${where} is called ${quoted(name)}, which is no name here. Use letters, digits and signs, at most 100 and without spaces.`,
    )
  return name
}

export function oneOf<Name extends string>(name: string, names: readonly Name[], where: string): Name {
  const known = names.find((each) => each === name)
  if (known === undefined)
    throw new WrongRecording(`${where} is ${quoted(name)}, which is unknown. ${suggestion(name, names)}`)
  return known
}

/** An answer of a server: any JSON that is not too deep, too long or too large. */
export function jsonOf(value: unknown, where: string, depth = 0): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return textOf(value, where)
  if (typeof value !== 'object') refuse(where, value, 'an answer')
  if (depth === DEPTH_MAX)
    throw new WrongRecording(
      `${where} holds lists in lists, more than ${DEPTH_MAX} deep, which no server answers. Record the run again.`,
    )
  if (Array.isArray(value)) return listOf(value, where, ITEMS_MAX).map((item) => jsonOf(item, where, depth + 1))
  const fields = [...fieldsOf(value, where)]
  return Object.fromEntries(fields.map(([name, field]) => [nameOf(name, where), jsonOf(field, where, depth + 1)]))
}
