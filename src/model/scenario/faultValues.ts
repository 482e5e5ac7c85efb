/**
 * Values of faults as text: in a file's line and in a link. Each form of value is read and written in one
 * way, whichever fault it belongs to.
 */
import { faultNamed } from '../engine/faults'
import type { Fault, FaultValue, ValueForm } from '../engine/faults/fault'
import { FAULTS_MAX } from './limits'
import { either, suggestion } from './names'
import { quoted } from './problem'

export const isSameValue = (a: FaultValue, b: FaultValue): boolean => String(a) === String(b)

/** The value as a file writes it. */
export const printedValue = (value: FaultValue): string =>
  typeof value === 'object' ? `[${value.join(', ')}]` : String(value)

/** The value as a link writes it, `off` where the fault does not happen. */
export function linkedValue({ absent }: Fault, value: FaultValue): string {
  if (isSameValue(value, absent)) return 'off'
  return typeof value === 'object' ? value.join('+') : String(value)
}

/** What stands for no budget; null where there has to be one. */
export const endlessWord = ({ kind }: ValueForm): string | null =>
  kind === 'count-or-any' ? 'any' : kind === 'count-or-true' ? 'true' : null

/** What a link's word says: a value, or the sentence about what is wrong with it. */
export function valueOfLink(
  { absent, form }: Fault,
  word: string,
  clients: readonly string[],
): { readonly value: FaultValue } | { readonly problem: string } {
  if (word === 'off') return { value: absent }
  if (form.kind === 'clients') return crashing(word.split('+'), clients)
  if (form.kind === 'choice') {
    if (form.values.includes(word)) return { value: word }
    return { problem: `${quoted(word)} is no value here. Write ${either([...form.values, 'off'])}.` }
  }
  const endless = endlessWord(form)
  if (word === endless) return { value: word }
  const count = /^\d{1,3}$/.test(word) ? Number(word) : -1
  if (count >= 0 && count <= FAULTS_MAX) return { value: count }
  const others = endless === null ? 'or "off"' : `"${endless}" or "off"`
  return { problem: `${quoted(word)} is no number of times. Write 1 to ${FAULTS_MAX}, ${others}.` }
}

function crashing(names: readonly string[], clients: readonly string[]): ReturnType<typeof valueOfLink> {
  for (const [index, name] of names.entries()) {
    if (!clients.includes(name))
      return { problem: `There is no client ${quoted(name)} to crash. ${suggestion(name, clients)}` }
    if (names.indexOf(name) !== index)
      return { problem: `${quoted(name)} stands here twice, and a client crashes once. Keep one of the two.` }
  }
  return { value: names }
}

/** How a file writes the fault, for the end of a sentence. */
export const exampleOf = (name: string, clients: readonly string[]): string => {
  const form = faultNamed(name)?.form
  if (form?.kind === 'clients') return `${name}: [${clients[0] ?? 'T1'}]`
  if (form?.kind === 'count-or-true') return `${name}: true`
  return `${name}: ${form?.kind === 'choice' ? form.values[0]! : '1'}`
}
