/**
 * Values of guards that are no single word: a number, a list of keys, a clock for each client. A scenario
 * keeps them as text, the same that stands in a link: `10`, `x+y`, `T1:1+T2:-1`; a file writes them as YAML
 * does: `10`, `[x, y]`, `{ T1: 1, T2: -1 }`.
 */
import { guardNamed } from '../guards'
import { driftsOfValue } from '../guards/clock'
import type { GuardShape } from '../guards/guard'
import { suggestion } from './names'
import { quoted } from './problem'
import type { Field, Reader } from './reader'

/** The items of a list of keys. */
export const keysOfValue = (value: string): readonly string[] => (value === '' ? [] : value.split('+'))

/** The value as a file writes it. */
export function printedGuardValue(name: string, value: string): string {
  const kind = guardNamed(name)?.shape?.kind
  if (kind === 'keys') return `[${keysOfValue(value).join(', ')}]`
  if (kind !== 'drifts') return value
  return `{ ${[...driftsOfValue(value)].map(([client, drift]) => `${client}: ${drift}`).join(', ')} }`
}

/** Reads what a file writes; null, with a problem, where it has another shape. */
export function readShaped(reader: Reader, field: Field, shape: GuardShape): string | null {
  switch (shape.kind) {
    case 'count':
      return reader.whole(field, shape.what, shape.min, shape.max)?.toString() ?? null
    case 'keys':
      return readKeys(reader, field)
    case 'drifts':
      return readDrifts(reader, field)
  }
}

function readKeys(reader: Reader, field: Field): string | null {
  const expected = { what: 'a list of keys', example: `${field.name}: [x]` }
  const items = reader.items(field, expected) ?? []
  const names = items.flatMap(
    (item) => reader.text(item, { what: 'the name of a key', example: expected.example }) ?? [],
  )
  return names.length === 0 ? null : names.join('+')
}

function readDrifts(reader: Reader, field: Field): string | null {
  const expected = { what: 'a map of clients to how far their clock is off', example: `${field.name}: { T1: 1 }` }
  const items = (reader.fields(field, expected, null) ?? []).flatMap((client) => {
    const drift = reader.whole(client, `How far the clock of ${client.name} is off`, -1, 1)
    return drift === null ? [] : [`${client.name}:${drift}`]
  })
  return items.length === 0 ? null : items.join('+')
}

/** What is wrong with a value as a link writes it, or null. */
export function shapedProblem(name: string, value: string, shape: GuardShape): string | null {
  const said = `The guard "${name}" has the value ${quoted(value)}`
  if (shape.kind === 'count') {
    const count = /^\d{1,5}$/.test(value) ? Number(value) : -1
    return count >= shape.min && count <= shape.max
      ? null
      : `${said}. Write a whole number from ${shape.min} to ${shape.max}.`
  }
  const item = shape.kind === 'keys' ? /^[a-z]\w*$/i : /^[A-Z]\w*:(0|1|-1)$/
  const items = value.split('+')
  if (!items.every((each) => item.test(each)))
    return `${said}. Write ${shape.kind === 'keys' ? 'keys joined by "+", e.g. x+y' : 'clients with -1, 0 or 1, e.g. T1:1+T2:-1'}.`
  const names = items.map((each) => each.split(':')[0] ?? '')
  const twice = names.find((each, index) => names.indexOf(each) !== index)
  return twice === undefined ? null : `The guard "${name}" names ${quoted(twice)} twice. Keep one of the two.`
}

export interface Cast {
  readonly clients: readonly string[]
  readonly keys: readonly string[]
}

/** The first guard that names a client or a key which is not there, with a sentence; null where there is none. */
export function strangerIn(
  guards: Readonly<Record<string, string>>,
  { clients, keys }: Cast,
): { readonly name: string; readonly message: string } | null {
  for (const [name, value] of Object.entries(guards)) {
    const kind = guardNamed(name)?.shape?.kind
    if (kind !== 'keys' && kind !== 'drifts') continue
    const known = kind === 'keys' ? keys : clients
    const stranger = keysOfValue(value)
      .map((item) => item.split(':')[0] ?? '')
      .find((item) => !known.includes(item))
    if (stranger !== undefined) {
      const what = kind === 'keys' ? 'key' : 'client'
      return { name, message: `There is no ${what} ${quoted(stranger)} here. ${suggestion(stranger, known)}` }
    }
  }
  return null
}
