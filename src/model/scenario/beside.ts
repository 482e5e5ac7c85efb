/**
 * Scenarios side by side: the same clients from the same start under other patterns, guards or faults. In a link they
 * stand behind the first one as what differs from the catalogue's scenario: `beside=lease:wait`, with a third one
 * `beside=lease:wait/write:double-delete,evict:1`, and `as-it-is` for the catalogue's own choices.
 */
import { mended } from './edits'
import { faults } from '../engine/faults'
import { guards } from '../guards'
import { isSameValue, linkedValue } from './faultValues'
import { edited } from './linkEdits'
import { ownWords } from './linkOwn'
import { LinkProblem, type Parameter } from './linkText'
import { quoted } from './problem'
import type { Scenario } from './scenario'
import { hasSameWorkload, workloadWords } from './workload'

/** Three pictures are as many as anybody reads at once. */
export const BESIDE_MAX = 2

/** Steps of a schedule that several scenarios are seen on. */
export const COMPARED_MAX = 256

const AS_IT_IS = 'as-it-is'

/** A scenario's choices for the clients and the start of another. */
export function withWorkloadOf(scenario: Scenario, other: Scenario): Scenario {
  if (other.scenario === scenario.scenario && hasSameWorkload(scenario, other)) return other
  const { protocol, own, guards: chosen, faults: allowed } = other
  const { own: _own, ...rest } = scenario
  return mended({ ...rest, ...(own && { own }), protocol, guards: chosen, faults: allowed })
}

/** What one scenario chooses otherwise than the catalogue's, as it stands in a link. */
function choicesBetween(base: Scenario, other: Scenario): string {
  const words: string[] = []
  for (const { name } of guards)
    if (base.guards[name] !== other.guards[name]) words.push(`${name}:${other.guards[name] ?? 'off'}`)
  for (const role of ['read', 'write'] as const)
    if (base.protocol[role] !== other.protocol[role]) words.push(`${role}:${other.protocol[role]}`)
  for (const fault of faults) {
    const value = other.faults[fault.name]
    if (!isSameValue(base.faults[fault.name], value)) words.push(`${fault.name}:${linkedValue(fault, value)}`)
  }
  return words.length === 0 ? AS_IT_IS : words.join(',')
}

/** `beside=lease:wait`, or nothing where a scenario is seen alone. */
export const besideWord = (base: Scenario, beside: readonly Scenario[]): string | null =>
  beside.length === 0 ? null : `beside=${beside.map((other) => choicesBetween(base, other)).join('/')}`

/** `lease:wait` as if it stood in the link by itself. */
function parameterOf(text: string, at: number): Parameter {
  const colon = text.indexOf(':')
  if (colon === -1)
    throw new LinkProblem(at, `${quoted(text)} has no value. Write it as name:value, e.g. lease:wait, or ${AS_IT_IS}.`)
  const name = text.slice(0, colon)
  if (['run', 'at', 'drawn', 'beside', ...ownWords, ...workloadWords].includes(name))
    throw new LinkProblem(
      at,
      `${quoted(name)} is the same on every side, so it cannot stand under "beside". Take it out.`,
    )
  return { name, nameAt: at, value: text.slice(colon + 1), at: at + colon + 1 }
}

function otherOf(base: Scenario, text: string, textAt: number, shared: readonly Parameter[]): Scenario {
  const own = new Map<string, Parameter>()
  let at = textAt
  for (const part of text === AS_IT_IS ? [] : text.split(',')) {
    const parameter = parameterOf(part, at)
    if (own.has(parameter.name))
      throw new LinkProblem(at, `${quoted(parameter.name)} stands here for the second time. Keep one of the two.`)
    own.set(parameter.name, parameter)
    at += part.length + 1
  }
  return edited(base, new Map([...shared.map((parameter) => [parameter.name, parameter] as const), ...own]))
}

/** The scenarios that a link lays beside its own; throws LinkProblem. */
export function besideOf(base: Scenario, parameters: ReadonlyMap<string, Parameter>): readonly Scenario[] {
  const place = parameters.get('beside')
  if (place === undefined) return []
  const texts = place.value.split('/')
  if (texts.length > BESIDE_MAX)
    throw new LinkProblem(place.at, `At most ${BESIDE_MAX + 1} stand side by side. Keep ${BESIDE_MAX} of these.`)
  const shared = workloadWords.flatMap((name) => parameters.get(name) ?? [])
  let { at } = place
  return texts.map((text) => {
    const other = otherOf(base, text, at, shared)
    at += text.length + 1
    return other
  })
}
