/**
 * The words of the format: those that are built, read from the registries, and those that the format
 * knows but this version cannot run yet. A word of the second kind is refused as what it is, never
 * suggested and never taken for a typing error.
 */
import { allResources } from '../engine/resources'
import { faults } from '../engine/faults'
import type { WordForm } from '../engine/wordForm'
import { guards } from '../guards'
import { properties, propertyNamed } from '../properties'
import { answers } from '../properties/property'
import { protocols } from '../protocols'
import { either, suggestion } from './names'
import { quoted } from './problem'

export interface Words {
  /** What such a word is called in a sentence. */
  readonly what: string
  readonly built: readonly string[]
  readonly later: readonly string[]
}

export const fieldWords: Words = {
  what: 'field',
  built: [
    'scenario',
    'title',
    'about',
    'twin',
    'start',
    'composed',
    'protocol',
    'guards',
    'clients',
    'repeat',
    'seed',
    'faults',
    'check',
    'expect',
    'schedule',
  ],
  later: [],
}

export const readWords: Words = {
  what: 'read pattern',
  built: Object.keys(protocols.read),
  later: ['cache-only', 'database-only', 'refresh-ahead'].filter((name) => !Object.hasOwn(protocols.read, name)),
}

export const writeWords: Words = {
  what: 'write pattern',
  built: Object.keys(protocols.write),
  later: ['write-behind', 'delete-then-write', 'double-delete', 'change-log'].filter(
    (name) => !Object.hasOwn(protocols.write, name),
  ),
}

const guardNames = guards.map((guard) => guard.name)

const laterGuards = [
  ...['tombstone', 'lease-timeout', 'retry-refused-fill', 'serve-stale', 'write-lock', 'lock-timeout', 'soft-expiry'],
  ...['reject-old-fills', 'cache-absent', 'queue', 'clear', 'log-order', 'remote-marker', 'versions', 'invalidate'],
  ...['write-ahead-log', 'warm', 'regions', 'clock'],
]

export const guardWords: Words = {
  what: 'guard',
  built: guardNames,
  later: laterGuards.filter((name) => !guardNames.includes(name)),
}

/** The values that a built guard may have. */
export const valueWords = (guard: string): Words => ({
  what: 'value',
  built: guards.find(({ name }) => name === guard)?.values ?? [],
  later: [],
})

const faultNames: readonly string[] = faults.map((fault) => fault.name)

export const faultWords: Words = {
  what: 'fault',
  built: faultNames,
  later: ['cache-restart', 'replica', 'late-request', 'redeliver'].filter((name) => !faultNames.includes(name)),
}

/** How steps that no client takes are written in a schedule. */
export const stepForms: readonly WordForm[] = [
  ...allResources.flatMap((resource) => resource.words ?? []),
  ...faults.flatMap(({ word }) => word ?? []),
].sort((a, b) => Number(a.of === null) - Number(b.of === null))

/** What may follow a `!`: the faults that strike requests. */
export const marks: readonly string[] = [...new Set(faults.flatMap(({ strike }) => strike?.mark ?? []))]

/** Such steps that the format knows and this version does not. */
const laterSteps = ['replica', 'log', 'restart', 'timeout', 'flush'].filter(
  (name) => !stepForms.some(({ head }) => head === name),
)

export const isLaterStep = (head: string): boolean => laterSteps.includes(head)

const propertyNames = properties.map((property) => property.name)

export const propertyWords: Words = {
  what: 'property',
  built: propertyNames,
  later: ['read-your-writes', 'register-linearizable', 'sequential', 'no-phantom', 'sees-the-new-value'].filter(
    (name) => !propertyNames.includes(name),
  ),
}

/** What a file may expect of a property: a verdict, or its answer where it has more than two. */
export const verdictWords = (property: string): Words => ({
  what: 'verdict',
  built: ['holds', 'violated', 'unknown', ...(propertyNamed(property)?.endless ? answers : [])],
  later: [],
})

export const operationWords: Words = {
  what: 'operation',
  built: ['read', 'write', 'any', 'bypass', 'increment', 'transfer', 'forever'],
  later: [],
}

/** One sentence about a word that cannot be used, or null where it can. */
export function wordProblem(word: string, { what, built, later }: Words): string | null {
  if (built.includes(word)) return null
  if (later.includes(word)) return `The ${what} ${quoted(word)} is not built yet. ${remedy(built)}`
  return `There is no ${what} ${quoted(word)}. ${suggestion(word, built)}`
}

/** A long list of words helps nobody who asked for another one. */
const remedy = (built: readonly string[]) => (built.length > 7 ? 'Leave it out.' : `Use ${either(built)}.`)
