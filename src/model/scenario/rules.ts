/**
 * What a scenario's words must be like, whoever wrote them: a file or a link. Each rule answers with one
 * sentence, or null where there is nothing to say.
 */
import { guardNamed, guards as guardList } from '../guards'
import { protocols, type WritePattern } from '../protocols'
import { clientPattern, KEYS_MAX, keyPattern, namePattern, NAME_MAX } from './limits'
import { either, isReserved, suggestion } from './names'
import { quoted } from './problem'
import { guardWords, isLaterStep, stepForms, valueWords, wordProblem } from './vocabulary'

export function nameProblem(name: string): string | null {
  if (namePattern.test(name) && name.length <= NAME_MAX && !isReserved(name)) return null
  return `${quoted(name)} is no scenario name. Use lower-case words joined by "-", at most ${NAME_MAX} characters.`
}

export function clientProblem(name: string): string | null {
  if (clientPattern.test(name) && !isReserved(name)) return null
  return `${quoted(name)} is no client name. Begin with a capital, then at most 11 letters or digits, e.g. T1.`
}

export function keyProblem(key: string): string | null {
  if (isReserved(key)) return `The name ${quoted(key)} is taken by the language itself. Choose another one.`
  if (keyPattern.test(key)) return null
  return `${quoted(key)} is no key name. Begin with a letter, then at most 15 letters, digits or "_", e.g. x.`
}

export function keysProblem(keys: readonly string[]): string | null {
  if (keys.length === 0)
    return '"any" has no key to choose from. Name at least one under start, e.g. database: { x: 1 }.'
  if (keys.length <= KEYS_MAX) return null
  return `There are ${keys.length} keys, and the exhaustive check takes at most ${KEYS_MAX}. Use fewer.`
}

/** A value that a file or link gives a guard, `true` standing for a bare name. */
export function guardProblem(name: string, value: string): string | null {
  const problem = wordProblem(name, guardWords)
  if (problem !== null) return problem
  const values = valueWords(name)
  if (value === 'true' && !values.built.includes('true'))
    return `The guard "${name}" needs a value. Write ${either(values.built.map((word) => `${name}: ${word}`))}.`
  if (values.built.includes(value)) return null
  if (values.later.includes(value))
    return `The guard "${name}: ${value}" is not built yet. Use ${either(values.built)}.`
  return `The guard "${name}" has no value ${quoted(value)}. ${suggestion(value, values.built)}`
}

const guardNames = guardList.map(({ name }) => name)

interface Chosen {
  readonly guards: Readonly<Record<string, string>>
  readonly protocol: { readonly write: string }
}

/** Guards that each say alone how a fill stores; two of them mean nothing together, but for the pair below. */
const fillRules = ['fill', 'compare-and-set', 'tombstone', 'lease']

const areFriends = (one: string, other: string) => one !== other && [one, other].every((name) => friends.includes(name))
const friends = ['compare-and-set', 'lease']

const changesFills = (name: string, value: string | undefined) =>
  value !== undefined && fillRules.includes(name) && !(name === 'fill' && value === 'set')

/** Which other guards must go when `name` gets `value`. */
export function replacedBy(name: string, value: string, others: Readonly<Record<string, string>>): readonly string[] {
  if (!changesFills(name, value)) return []
  return fillRules.filter((rival) => rival !== name && !areFriends(name, rival) && changesFills(rival, others[rival]))
}

/** Choices that mean nothing together; `guard` is the one to point at. */
export function pairProblem({ guards, protocol }: Chosen): { guard: string; message: string } | null {
  for (const name of guardNames) {
    const value = guards[name]
    const rival = value === undefined ? undefined : replacedBy(name, value, guards)[0]
    if (value !== undefined && rival !== undefined)
      return {
        guard: rival,
        message: `The guards ${said(name, value)} and ${said(rival, guards[rival] ?? '')} both say how a fill stores. Keep one of them.`,
      }
  }
  const pattern = Object.hasOwn(protocols.write, protocol.write) ? protocols.write[protocol.write] : undefined
  const need = pattern === undefined ? undefined : needs.find((each) => each.isUnmet(guards, pattern))
  if (need === undefined) return null
  return { guard: need.guard, message: `The guard "${need.guard}" is ${need.about(protocol.write)}` }
}

const said = (name: string, value: string) => (value === 'true' ? `"${name}"` : `"${name}: ${value}"`)

interface Need {
  readonly guard: string
  isUnmet(guards: Chosen['guards'], pattern: WritePattern): boolean
  /** The rest of the sentence, and the nearest thing that works. */
  about(write: string): string
}

/** What a guard needs of the write pattern to mean anything. */
const needs: readonly Need[] = [
  {
    guard: 'delay',
    isUnmet: ({ delay }, { defers }) => delay === 'longer-than-pauses' && defers !== true,
    about: (write) =>
      `about a deferred delete, and ${write} defers nothing. Remove it, or write with deferred-invalidate.`,
  },
  {
    guard: 'queue',
    isUnmet: ({ queue }, { queues }) => queue !== undefined && queues !== true,
    about: (write) => `about writes that wait, and ${write} queues none. Remove it, or write with write-behind.`,
  },
  {
    guard: 'clear',
    isUnmet: ({ clear }, { queues }) => clear !== undefined && queues !== true,
    about: (write) => `about the queue, and ${write} has none. Remove it, or write with write-behind.`,
  },
  {
    guard: 'tombstone',
    isUnmet: ({ tombstone }, { invalidates }) => tombstone !== undefined && invalidates !== true,
    about: (write) =>
      `about a delete that knows its version, and ${write} has none. Remove it, or write with write-invalidate.`,
  },
]

/** Guards that a write pattern leaves without meaning. */
export const meaninglessWith = (write: string): readonly string[] =>
  guardNames.filter((name) =>
    guardNamed(name)?.values.some((value) => pairProblem({ guards: { [name]: value }, protocol: { write } }) !== null),
  )

/** The value that turns a guard on. */
export const firstValue = (name: string): string => guardNamed(name)?.values[0] ?? 'true'

interface Cast {
  readonly clients: readonly string[]
  readonly keys: readonly string[]
}

/** What is wrong with a schedule's word. */
export function scheduleWordProblem(word: string, { clients, keys }: Cast): string | null {
  const [, head = '', rest] = /^([^:]*)(?::(.*))?$/s.exec(word) ?? []
  if (clients.includes(head)) return rest === undefined ? null : choiceProblem(word, head, rest, keys)
  const form = stepForms.find((each) => each.head === head && (each.of === null) === (rest === undefined))
  if (form?.of === null) return null
  if (isLaterStep(head) || (rest === undefined && word.includes('!'))) return notBuilt(word)
  if (rest === undefined) return noStep(word, word, clients)
  if (form === undefined) return noStep(word, head, [...clients, ...stepForms.map((each) => each.head)])
  const known = form.of === 'client' ? clients : keys
  return known.includes(rest) ? null : noStep(word, rest, known)
}

/** What is wrong with the choice of an open `any`. */
function choiceProblem(word: string, head: string, rest: string, keys: readonly string[]): string | null {
  const [, role, key] = /^(read|write)-(.*)$/s.exec(rest) ?? []
  if (role === undefined || key === undefined)
    return `The schedule's word ${quoted(word)} chooses nothing. Write e.g. ${head}:read-${keys[0] ?? 'x'}.`
  return keys.includes(key) ? null : noStep(word, key, keys)
}

const notBuilt = (word: string) => `The schedule's word ${quoted(word)} is not built yet. Leave it out.`

function noStep(word: string, part: string, known: readonly string[]): string {
  const where = part === word ? '' : `: ${quoted(part)} is unknown here`
  return `The schedule's word ${quoted(word)} names no step${where}. ${suggestion(part, known)}`
}
