/**
 * Who does what from where, as words of a link: `clients=T1:read-x,read-x+T2:write-x`, `database=x:1`, `cache=x:1` and
 * `check=converges+durable`; how often, and which run: `repeat=100`, `seed=7`; what is made of two rows: `composed=card:x.y`.
 * A file's rules hold here too; the first that is broken is the problem of its word.
 */
import { beyondBounds } from '../explore/bounds'
import { composedOfLink, linkedComposed } from './composedText'
import { afterEndlessProblem, checkProblem } from './endless'
import { REPEAT_MAX, SEED_MAX } from './limits'
import { LinkProblem, type Parameter } from './linkText'
import { operationOf, operationText } from './operations'
import { quoted } from './problem'
import { clientProblem, keyProblem } from './rules'
import { keysOf, type Client, type Composed, type Operation, type Scenario, type Versions } from './scenario'
import { clientsProblem, keysProblem, listProblem, operationsMax, repeatProblem } from './size'
import { startOf } from './startOf'
import { linkedVersions, versionOfLink } from './versionText'
import { propertyWords, wordProblem } from './vocabulary'

export const workloadWords = ['clients', 'database', 'cache', 'check', 'repeat', 'seed', 'composed']

export type Workload = Pick<Scenario, 'clients' | 'start' | 'composed' | 'check' | 'repeat' | 'seed'>

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Whether the same clients do the same as often from the same start. */
export const hasSameWorkload = (a: Workload, b: Workload): boolean =>
  (['clients', 'start', 'composed', 'repeat', 'seed'] as const).every((name) => isSame(a[name], b[name]))

/** What differs from the base scenario, as words. */
export function workloadBetween(base: Workload, edited: Workload): string[] {
  const words: string[] = []
  const { database, cache } = edited.start
  if (!isSame(base.clients, edited.clients)) words.push(`clients=${edited.clients.map(linkedClient).join('+')}`)
  if (!isSame(base.composed, edited.composed)) words.push(`composed=${linkedComposed(edited.composed ?? {}) || 'off'}`)
  if (!isSame(base.start.database, database)) words.push(`database=${linkedVersions(database)}`)
  if (!isSame(base.start.cache, cache)) words.push(`cache=${linkedVersions(cache, edited.composed) || 'off'}`)
  if (!isSame(base.check, edited.check)) words.push(`check=${edited.check.join('+')}`)
  for (const name of ['repeat', 'seed'] as const)
    if (base[name] !== edited[name]) words.push(`${name}=${edited[name] ?? 'off'}`)
  return words
}

const linkedClient = ({ name, operations }: Client) =>
  `${name}:${operations.map((operation) => operationText(operation).replaceAll(' ', '-')).join(',')}`

/** The base scenario's workload with a link's changes; throws LinkProblem. */
export function workloadOf(base: Scenario, parameters: ReadonlyMap<string, Parameter>): Workload {
  const [clients, database, cache, check, repeats, seeds, made] = workloadWords.map((name) => parameters.get(name))
  const composed = made === undefined ? (base.composed ?? {}) : composedOf(made)
  const repeat = repeats === undefined ? base.repeat : countOf(repeats, 'The number of repetitions', 1, REPEAT_MAX)
  const seed = seeds === undefined ? base.seed : countOf(seeds, 'The seed', 0, SEED_MAX)
  const isRun = seed !== undefined || beyondBounds(base) !== null
  const chosen = clients === undefined ? base.clients : clientsOf(clients, isRun)
  const length = { ...(repeat !== undefined && repeat > 1 && { repeat }), ...(seed !== undefined && { seed }) }
  const changed = repeats ?? clients ?? seeds
  if (changed !== undefined) refuse(changed, repeatProblem({ clients: chosen, ...length }, isRun))
  const rows = database === undefined ? base.start.database : versionsOf(database)
  const entries = cache === undefined ? base.start.cache : versionsOf(cache, composed)
  const start = { database: rows, cache: entries }
  const keys = keysOf({ ...base, clients: chosen, start, composed })
  const place = clients ?? database ?? cache ?? made ?? seeds
  if (place !== undefined) refuse(place, keysProblem(keys, isRun))
  return {
    clients: chosen,
    ...length,
    ...(Object.keys(composed).length > 0 && { composed }),
    start: startOf(
      { database: new Map(Object.entries(rows)), cache: new Map(Object.entries(entries)) },
      keys,
      composed,
    ),
    check:
      check === undefined
        ? meantOf(base.check, { clients: chosen, composed })
        : propertiesOf(check, { clients: chosen, composed }),
  }
}

function refuse({ at }: Parameter, problem: string | null): void {
  if (problem !== null) throw new LinkProblem(at, problem)
}

/** `T1:read-x,write-x` -> its name and its value. */
const pairOf = (item: string): readonly [string, string] => {
  const colon = item.indexOf(':')
  return colon === -1 ? [item, ''] : [item.slice(0, colon), item.slice(colon + 1)]
}

const refuseTwice = (place: Parameter, names: readonly string[]): void =>
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) refuse(place, `${quoted(name)} stands here twice. Keep one of the two.`)
  })

/** A whole number, or nothing for `off`. */
function countOf(place: Parameter, what: string, min: number, max: number): number | undefined {
  if (place.value === 'off') return undefined
  const count = /^\d{1,6}$/.test(place.value) ? Number(place.value) : -1
  if (count < min || count > max)
    refuse(place, `${what} must be a whole number from ${min} to ${max}, and it is ${quoted(place.value)}. Change it.`)
  return count
}

function clientsOf(place: Parameter, isRun: boolean): readonly Client[] {
  const clients = place.value.split('+').map((item) => clientOf(place, item, isRun))
  refuse(place, clientsProblem(clients.length, isRun))
  refuseTwice(
    place,
    clients.map(({ name }) => name),
  )
  return clients
}

function clientOf(place: Parameter, item: string, isRun: boolean): Client {
  const [name, list] = pairOf(item)
  refuse(place, clientProblem(name))
  if (list === '') refuse(place, `${name} does nothing. Write e.g. ${name}:read-x.`)
  const operations: Operation[] = []
  for (const word of list.split(',')) {
    const read = operationOf(word.replaceAll('-', ' '))
    const problem = 'problem' in read ? read.problem : afterEndlessProblem(operations)
    if (problem !== null || 'problem' in read) refuse(place, problem)
    else if (operations.length + read.count > operationsMax(isRun)) refuse(place, listProblem(isRun))
    else for (let i = 0; i < read.count; i++) operations.push(read.operation)
  }
  return { name, operations }
}

function composedOf(place: Parameter): Composed {
  const read = composedOfLink(place.value)
  if ('problem' in read) refuse(place, read.problem)
  return 'composed' in read ? read.composed : {}
}

function versionsOf(place: Parameter, composed: Composed = {}): Versions {
  if (place.value === 'off') return {}
  const pairs = place.value.split('+').map(pairOf)
  const versions = pairs.map(([key, word]): readonly [string, number] => {
    refuse(place, keyProblem(key))
    const read = versionOfLink(key, word, composed)
    if ('problem' in read) refuse(place, read.problem)
    return [key, 'version' in read ? read.version : 0]
  })
  refuseTwice(
    place,
    pairs.map(([key]) => key),
  )
  return Object.fromEntries(versions)
}

/** Those of the base that these clients make sense of; where that is none, all of which they do. */
function meantOf(names: readonly string[], workload: Pick<Scenario, 'clients' | 'composed'>): readonly string[] {
  const meant = (some: readonly string[]) => some.filter((name) => checkProblem(name, workload) === null)
  const left = meant(names)
  return left.length > 0 ? left : meant(propertyWords.built)
}

function propertiesOf(place: Parameter, workload: Pick<Scenario, 'clients' | 'composed'>): readonly string[] {
  const names = place.value.split('+')
  for (const name of names) refuse(place, wordProblem(name, propertyWords) ?? checkProblem(name, workload))
  refuseTwice(place, names)
  return names
}
