/** What an expression may name, and what each name is worth at a step of a run. */
import { worldAt, type Trace } from '../../model/engine/trace'
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'
import { clientCountNames, countOfClient, countsOfResources, loadsOf, messagesOf } from './runCounts'
import { valueOf, type Servers } from './serverTerms'

type Kind = 'version' | 'count' | 'answer' | 'holder' | 'status' | 'verdict'

/** Words that a check, or the run itself, finds true of a property: `holds`, or `violated` and `for-ever`. */
export type Verdicts = (property: string) => readonly string[]

/** Null stands for absent, nobody and nothing; a list for all words that are true. */
type Worth = number | string | null | readonly string[]

export interface Term {
  readonly text: string
  readonly column: number
  readonly kind: Kind
  /** What else it may be compared with: a number counts versions, requests and answers alike. */
  readonly fits?: readonly Kind[]
  value(trace: Trace, step: number, verdicts: Verdicts): Worth
}

/** The names that an expression may use. */
export interface Names {
  readonly keys: readonly string[]
  readonly clients: readonly string[]
  /** Properties whose verdicts may be asked for; none where there is only a picture to look at. */
  readonly properties?: readonly string[]
  /** What real servers answered; none where a scenario runs. */
  readonly servers?: Servers
}

export interface Token {
  readonly text: string
  readonly column: number
}

const statuses = ['idle', 'inside', 'done', 'crashed']
const resources = ['cache', 'database', 'lease', 'queue', 'tombstone', 'replica', 'log']
const verdictWords = ['holds', 'violated', 'never', 'bounded', 'for-ever']

/** Something in an expression that cannot be read; `column` counts from 1 inside the expression. */
export class ExpressionError extends Error {
  constructor(
    readonly column: number,
    message: string,
  ) {
    super(message)
  }
}

/** The term that a word stands for. Throws ExpressionError for a word that stands for nothing. */
export function termOf(token: Token, names: Names): Term {
  const { text } = token
  const constant = (kind: Kind, value: number | string | null, fits: readonly Kind[] = []): Term => ({
    ...{ ...token, kind, fits },
    value: () => value,
  })
  if (/^\d{1,6}$/.test(text)) return constant('version', Number(text), ['count', 'answer'])
  if (text === 'absent' || text === 'nothing') return constant('version', null, ['answer'])
  if (text.startsWith('"')) return constant('answer', text.slice(1, -1))
  const told = names.servers === undefined ? undefined : valueOf(text, names.servers)
  if (told !== undefined) return constant('answer', told)
  if (text === 'nobody') return constant('holder', null)
  if (statuses.includes(text)) return constant('status', text)
  if (names.clients.includes(text)) return constant('holder', text)
  if (names.properties !== undefined && verdictWords.includes(text)) return constant('verdict', text)
  if (names.properties?.includes(text) === true)
    return { ...token, kind: 'verdict', value: (_trace, _step, verdicts) => verdicts(text) }
  return partOf(token, names)
}

/** A term of two or three parts: what a resource has, what a client has seen, how often something happened. */
function partOf(token: Token, names: Names): Term {
  const { text } = token
  const [owner = '', name, ...rest] = text.split('.')
  if (name === undefined || rest.length > 1) throw unknownName(token, text, vocabulary(names))
  if (rest.length === 0 && resources.includes(owner)) {
    const count = Object.hasOwn(countsOfResources, text) ? countsOfResources[text] : undefined
    if (names.keys.includes(name)) return resourceTerm(token, owner, name)
    if (count !== undefined) return { ...token, kind: 'count', value: count }
    throw unknownName(token, text, vocabulary(names))
  }
  if (owner === 'loads' && names.keys.includes(name) && rest.length === 0)
    return { ...token, kind: 'count', value: loadsOf(name) }
  if (!names.clients.includes(owner)) throw unknownName(token, text, vocabulary(names))
  if (name === 'returned' && rest.length > 0) return answerTerm(token, names, owner, rest[0] ?? '')
  if (name === 'messages') return messagesTerm(token, names, owner, rest[0] ?? null)
  if (rest.length > 0) throw unknownName(token, text, vocabulary(names))
  if (name === 'status') return { ...token, kind: 'status', value: (trace, step) => statusOf(trace, step, owner) }
  if (name === 'returned')
    return { ...token, kind: 'version', value: (trace, step) => answersTo(trace, step, owner).at(-1) ?? null }
  const count = countOfClient(owner, name)
  if (count !== null) return { ...token, kind: 'count', value: count }
  throw unknownName(token, text, vocabulary(names))
}

function resourceTerm(token: Token, resource: string, key: string): Term {
  if (resource === 'lease')
    return { ...token, kind: 'holder', value: (trace, step) => worldAt(trace, step).lease[key] ?? null }
  if (resource === 'log') return { ...token, kind: 'version', value: (trace, step) => waitingOf(trace, step, key) }
  const entries = resource as 'cache' | 'database' | 'queue' | 'tombstone' | 'replica'
  return { ...token, kind: 'version', value: (trace, step) => worldAt(trace, step)[entries][key] ?? null }
}

/** The oldest version of a key that waits in the log. */
const waitingOf = (trace: Trace, step: number, key: string): number | null =>
  worldAt(trace, step).log?.waiting.find((commit) => commit.key === key)?.version ?? null

/** `T1.messages`: what the client waited for before its last answer, or the one of that number. */
function messagesTerm(token: Token, names: Names, client: string, ordinal: string | null): Term {
  if (ordinal !== null && !isOrdinal(ordinal)) throw unknownName(token, token.text, vocabulary(names))
  return { ...token, kind: 'count', value: messagesOf(client, ordinal === null ? null : Number(ordinal)) }
}

const isOrdinal = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text)

/** `T1.returned.2`: what the client's second answered operation returned. */
function answerTerm(token: Token, names: Names, client: string, ordinal: string): Term {
  if (!isOrdinal(ordinal)) throw unknownName(token, token.text, vocabulary(names))
  return {
    ...token,
    kind: 'version',
    value: (trace, step) => answersTo(trace, step, client)[Number(ordinal) - 1] ?? null,
  }
}

const statusOf = (trace: Trace, step: number, client: string): string =>
  worldAt(trace, step).clients[client]?.status ?? 'idle'

/** What each of the client's finished operations returned or acknowledged, in their order. */
const answersTo = (trace: Trace, step: number, client: string): readonly number[] =>
  trace.steps
    .slice(0, step)
    .flatMap(({ event }) =>
      event.type === 'request' && event.client === client && event.result !== null ? [event.result] : [],
    )

const vocabulary = ({ keys, clients, properties = [] }: Names): readonly string[] => [
  ...resources.flatMap((resource) => keys.map((key) => `${resource}.${key}`)),
  ...keys.map((key) => `loads.${key}`),
  ...clients.flatMap((client) => [`${client}.returned`, `${client}.messages`, `${client}.status`, client]),
  ...clients.flatMap((client) => clientCountNames.map((name) => `${client}.${name}`)),
  ...Object.keys(countsOfResources),
  ...['absent', 'nobody', 'nothing'],
  ...statuses,
  ...properties,
  ...(properties.length > 0 ? verdictWords : []),
]

function unknownName(token: Token, text: string, known: readonly string[]): ExpressionError {
  return new ExpressionError(
    token.column,
    `${quoted(text)} is nothing that the engine can be asked. ${suggestion(text, known)}`,
  )
}
