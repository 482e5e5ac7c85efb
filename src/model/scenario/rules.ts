/**
 * What a scenario's words must be like, whoever wrote them: a file or a link. Each rule answers with one
 * sentence, or null where there is nothing to say.
 */
import { faults } from '../engine/faults'
import { guardNamed, guards } from '../guards'
import type { Guard } from '../guards/guard'
import { isSameValue } from './faultValues'
import { shapedProblem } from './guardValues'
import { clientPattern, keyPattern, namePattern, NAME_MAX } from './limits'
import { either, isReserved, suggestion } from './names'
import { quoted } from './problem'
import { settingOf, type Chosen, type Setting } from './setting'
import { guardWords, valueWords, wordProblem } from './vocabulary'

/** `what` it is the name of. */
export function nameProblem(name: string, what = 'scenario'): string | null {
  if (namePattern.test(name) && name.length <= NAME_MAX && !isReserved(name)) return null
  return `${quoted(name)} is no ${what} name. Use lower-case words joined by "-", at most ${NAME_MAX} characters.`
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

/** A value that a file or link gives a guard, `true` standing for a bare name. */
export function guardProblem(name: string, value: string): string | null {
  const problem = wordProblem(name, guardWords)
  if (problem !== null) return problem
  const shape = guardNamed(name)?.shape
  if (shape !== undefined) return shapedProblem(name, value, shape)
  const values = valueWords(name)
  if (value === 'true' && !values.built.includes('true'))
    return `The guard "${name}" needs a value. Write ${either(values.built.map((word) => `${name}: ${word}`))}.`
  if (values.built.includes(value)) return null
  return `The guard "${name}" has no value ${quoted(value)}. ${suggestion(value, values.built)}`
}

const areRivals = (name: string, value: string | undefined, rival: string): boolean =>
  value !== undefined && guardNamed(name)?.rivals?.(value).includes(rival) === true

/** Which other guards must go when `name` gets `value`. */
export const replacedBy = (name: string, value: string, others: Chosen['guards']): readonly string[] =>
  guards
    .map((guard) => guard.name)
    .filter((rival) => areRivals(name, value, rival) && areRivals(rival, others[rival], name))

/** A choice that means nothing beside the others. */
export interface Misfit {
  readonly kind: 'guard' | 'fault'
  readonly name: string
  /** Why, and the nearest thing that works. */
  readonly message: string
}

/** The first choice that means nothing beside the others, or null. */
export function misfitIn(chosen: Chosen): Misfit | null {
  for (const [name, value] of Object.entries(chosen.guards)) {
    const rival = replacedBy(name, value, chosen.guards)[0]
    if (rival === undefined) continue
    const pair = `${said(name, value)} and ${said(rival, chosen.guards[rival] ?? '')}`
    return {
      kind: 'guard',
      name: rival,
      message: `The guards ${pair} both say ${guardNamed(name)?.dispute?.(rival) ?? 'how a fill stores'}. Keep one of them.`,
    }
  }
  return lackIn(settingOf(chosen))
}

const fillLack = ({ isAboutFills }: Guard, { read, protocol }: Setting): string | null =>
  isAboutFills === true && read.loads === false
    ? `about what a read stores after a miss, and ${protocol.read} stores nothing. Remove it, or read with cache-aside.`
    : null

function lackIn(setting: Setting): Misfit | null {
  for (const guard of guards) {
    const { name } = guard
    const value = setting.guards[name]
    const lack = value === undefined ? null : (fillLack(guard, setting) ?? guard.lacks?.(value, setting) ?? null)
    if (lack !== null) return { kind: 'guard', name, message: `The guard "${name}" is ${lack}` }
  }
  for (const fault of faults) {
    const { name } = fault
    const lack = isSameValue(setting.faults[name], fault.absent) ? null : (fault.lacks?.(setting) ?? null)
    if (lack !== null) return { kind: 'fault', name, message: `The fault "${name}" is ${lack}` }
  }
  return null
}

const said = (name: string, value: string) => (value === 'true' ? `"${name}"` : `"${name}: ${value}"`)

/** What the bare name of a guard, or `true`, stands for. */
export const bareValue = (name: string): string => guardNamed(name)?.bare ?? 'true'

/** The value that turns a guard on. */
export const firstValue = (name: string): string => guardNamed(name)?.values[0] ?? 'true'
