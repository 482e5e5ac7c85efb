/** One line of a diagram: which of the forms of the subset it has. The documents of the subset are in docs/export.md. */
import { arrows, type ArrowSign } from './diagram'
import { plainText } from './lines'

/** Whether a bar on a lifeline begins or ends. */
type Activity = 1 | 0 | -1

export type Form =
  | { readonly form: 'participant'; readonly id: string; readonly label: string | null }
  | {
      readonly form: 'message'
      readonly from: string
      readonly to: string
      readonly arrow: ArrowSign
      readonly activity: Activity
      readonly text: string
    }
  | { readonly form: 'note'; readonly over: readonly string[]; readonly text: string }
  | { readonly form: 'open' | 'next'; readonly block: string; readonly text: string }
  | { readonly form: 'close' }
  | { readonly form: 'title'; readonly text: string }
  | { readonly form: 'activity'; readonly name: string; readonly activity: Activity }
  /** It only changes how the diagram looks. */
  | { readonly form: 'look' }

/** A name: words of letters, digits, `_` and `.`, joined by a space or a hyphen. */
const name = String.raw`[\p{L}\p{N}_.]+(?:(?: +|-(?![xX)]))[\p{L}\p{N}_.]+)*`

const sign = arrows.map((arrow) => arrow.replace(')', '\\)')).join('|')

const wholeName = new RegExp(`^${name}$`, 'u')
const message = new RegExp(String.raw`^(${name})\s*(${sign})\s*([+-]?)\s*(${name})\s*:(.*)$`, 'isu')
const note = new RegExp(String.raw`^note\s+(?:left of|right of|over)\s+(${name})\s*(?:,\s*(${name})\s*)?:(.*)$`, 'isu')
const declared = /^(?:create\s+)?(?:participant|actor)\s+(\S+)(?:\s+as\s+(.+))?$/is
const declaredWhole = /^(?:create\s+)?(?:participant|actor)\s+(.+)$/is

const opens = /^(loop|alt|opt|par_over|par|critical|break|rect|box)\b\s*(.*)$/is
const goesOn = /^(else|and|option)\b\s*(.*)$/is

/** To which block a branch belongs. */
export const branchOf: Readonly<Record<string, string>> = { else: 'alt', and: 'par', option: 'critical' }

const textOf = (text: string) => plainText(text.trim().replace(/^(?:no)?wrap:/i, ''))

const participantIn = (text: string): Form | null => {
  const [, id = '', label] = declared.exec(text) ?? []
  const [, whole = ''] = declaredWhole.exec(text) ?? []
  const found = id === '' ? whole.trim() : id
  if (found === '' || !wholeName.test(found)) return null
  return { form: 'participant', id: found, label: label === undefined ? null : textOf(label) }
}

const lookIn = (text: string): Form | null => {
  if (/^autonumber\b/i.test(text) || /^acc(title|descr)\s*:/i.test(text)) return { form: 'look' }
  const [, word = '', spoken = ''] = /^(activate|deactivate|destroy)\s+(.+)$/i.exec(text) ?? []
  const name = spoken.trim()
  if (!wholeName.test(name)) return null
  if (/^destroy/i.test(word)) return { form: 'look' }
  return { form: 'activity', name, activity: /^activate/i.test(word) ? 1 : -1 }
}

const activityOf = (sign: string | undefined): Activity => (sign === '+' ? 1 : sign === '-' ? -1 : 0)

/** The form of a line; null where it has none of them. */
export function formOf(text: string): Form | null {
  if (/^end$/i.test(text)) return { form: 'close' }
  if (/^(?:create\s+)?(?:participant|actor)\s/i.test(text)) return participantIn(text)
  const [, title] = /^title(?::|\s)\s*(.+)$/is.exec(text) ?? []
  if (title !== undefined) return { form: 'title', text: plainText(title) }
  const [, over = '', beside, said = ''] = note.exec(text) ?? []
  if (over !== '') return { form: 'note', over: beside === undefined ? [over] : [over, beside], text: textOf(said) }
  const [, from = '', arrow = '', activity, to = '', words = ''] = message.exec(text) ?? []
  const known = arrows.find((each) => each === arrow.toLowerCase())
  if (known !== undefined)
    return { form: 'message', from, to, arrow: known, activity: activityOf(activity), text: textOf(words) }
  const [, block, about = ''] = opens.exec(text) ?? []
  if (block !== undefined) return { form: 'open', block: block.toLowerCase(), text: textOf(about) }
  const [, branch, when = ''] = goesOn.exec(text) ?? []
  if (branch !== undefined) return { form: 'next', block: branch.toLowerCase(), text: textOf(when) }
  return lookIn(text)
}

/** Lines that Mermaid draws and the subset leaves out, each with what they are. */
const leftOut: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^(?:create\s+)?(?:participant|actor)\s.*@\{/i, 'a participant with settings'],
  [/^(?:link|links|properties|details)\s/i, 'links and details of a participant'],
  [/^accDescr\s*\{/i, 'a description of several lines'],
  [/(?:\|\\|\|\/|\\\\|\/\/|\/\||\\\|)-{1,2}|-{1,2}(?:\|\\|\|\/|\\\\|\/\/)/, 'half arrows'],
  [/\(\)/, 'arrows to the middle of a lifeline'],
]

/** What a line is that the subset does not have; null where nobody could say. */
export const leftOutIn = (text: string): string | null => leftOut.find(([pattern]) => pattern.test(text))?.[1] ?? null
