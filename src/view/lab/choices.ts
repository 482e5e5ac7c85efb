/**
 * What a person may choose as the next step, in words for buttons and the palette: all that a scenario could
 * ever offer, each with the reason why it cannot be taken now.
 */
import { waitsFor } from '../../course/narration'
import { compile } from '../../model/engine/compile'
import { worldAt } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { rowsOf, type Scenario } from '../../model/scenario/scenario'
import { stepForms } from '../../model/scenario/vocabulary'
import type { PlayerState } from '../player/player'
import { isStruck, strikesOf, struck, struckClients, whyNotStruck } from './struckChoices'

export interface Choice {
  /** As it stands in a schedule. */
  readonly word: string
  /** `client`, what stands before the colon of the word, or `!` and the mark of a fault at a request. */
  readonly kind: string
  /** The client or the key that it is about. */
  readonly subject: string
  /** In the imperative: `Step T1`, `Crash T2`. */
  readonly title: string
}

const ofClients = (scenario: Scenario): readonly Choice[] => {
  const plain = plainClients(scenario)
  return [...plain, ...struckClients(scenario, plain)]
}

const plainClients = (scenario: Scenario): readonly Choice[] =>
  scenario.clients.flatMap(({ name, operations }) => {
    const plain: Choice = { word: name, kind: 'client', subject: name, title: `Step ${name}` }
    if (!operations.some((operation) => operation.kind === 'any')) return [plain]
    const open = rowsOf(scenario).flatMap((key) =>
      ['read', 'write'].map((role): Choice => ({
        word: `${name}:${role}-${key}`,
        kind: 'client',
        subject: name,
        title: `${name} ${role}s ${key}`,
      })),
    )
    return [plain, ...open]
  })

/** Whatever steps on its own, in canonical order: timers, flushes, faults. */
const ofOthers = (scenario: Scenario): readonly Choice[] => {
  const strikes = strikesOf(scenario)
  return [...new Set(wordsOfOthers(scenario))].map((word) => {
    const [plain = '', mark] = word.split('!')
    const strike = strikes.find((candidate) => candidate.mark === mark)
    return strike === undefined ? choiceNamed(plain) : struck(choiceNamed(plain), strike)
  })
}

/** A step that promises which key it touches may have the same word for each of them. */
const wordsOfOthers = (scenario: Scenario): readonly string[] =>
  compile(scenario, { width: 4 }).own.flatMap((mover) =>
    Array.from({ length: mover.choices }, (_, choice) => mover.word(choice)),
  )

function choiceNamed(word: string): Choice {
  const [head = '', rest = ''] = word.split(':')
  const form = formOf(head)
  const verb = form?.verb ?? head
  const [subject = '', number] = form?.isNumbered === true ? rest.split('-') : [rest]
  const title = subject === '' ? verb : `${verb} ${subject}${number === undefined ? '' : `, number ${number}`}`
  return { word, kind: head, subject, title }
}

/** How the step of something that is no client is written and told. */
export const formOf = (kind: string) => stepForms.find(({ head }) => head === kind)

const known = new WeakMap<Scenario, readonly Choice[]>()

/** Everything that may be taken at some moment of a run of this scenario. */
export function choicesOf(scenario: Scenario): readonly Choice[] {
  const choices = known.get(scenario) ?? [...ofClients(scenario), ...ofOthers(scenario)]
  known.set(scenario, choices)
  return choices
}

/** Everything that may be taken in a run of any of several scenarios; what has the same word is the same choice. */
export function choicesOfAll(scenarios: readonly Scenario[]): readonly Choice[] {
  const [only] = scenarios
  if (only !== undefined && scenarios.length === 1) return choicesOf(only)
  const all = scenarios.flatMap((scenario) => choicesOf(scenario))
  return [...new Map(all.map((choice) => [choice.word, choice])).values()]
}

function whyNoClient(world: WorldView, name: string): string {
  const client = world.clients[name]
  if (client?.status === 'crashed') return `${name} has crashed`
  if (client?.status === 'done') return `${name} is finished`
  if (client?.isBlocked !== true) return `${name} has another step now`
  const awaited = waitsFor(world, client)
  if (client.next?.kind === 'queue.setAndEnqueue') return `${name} waits for the flush of the batch`
  return awaited === null ? `${name} waits` : `${name} waits for ${awaited.holder}’s ${awaited.what}`
}

/** Why the choice cannot be taken at the playhead, in a few words; null when it can. */
export function whyNot(
  { here, playhead }: Pick<PlayerState, 'here' | 'playhead'>,
  { word, kind, subject }: Choice,
): string | null {
  if (here.enabled.includes(word)) return null
  const world = worldAt(here, playhead)
  if (isStruck(kind)) {
    const [plain = ''] = word.split('!')
    const first = choicesOf(here.scenario).find((choice) => choice.word === plain)
    const why = first === undefined ? null : whyNot({ here, playhead }, first)
    return why ?? whyNotStruck(here.scenario, world, { word, kind, subject, title: '' })
  }
  return kind === 'client' ? whyNoClient(world, subject) : (formOf(kind)?.why(world, subject) ?? 'not now')
}
