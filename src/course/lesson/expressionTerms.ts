/** What an expression may name, and what each name is worth at a step of a run. */
import { worldAt, type Trace } from '../../model/engine/trace'
import { suggestion } from '../../model/scenario/names'
import { quoted } from '../../model/scenario/problem'

type Kind = 'version' | 'holder' | 'status'

export interface Term {
  readonly text: string
  readonly column: number
  readonly kind: Kind
  /** Null stands for absent, nobody and nothing. */
  value(trace: Trace, step: number): number | string | null
}

/** The names that an expression may use. */
export interface Names {
  readonly keys: readonly string[]
  readonly clients: readonly string[]
}

export interface Token {
  readonly text: string
  readonly column: number
}

const statuses = ['idle', 'inside', 'done', 'crashed']
const resources = ['cache', 'database', 'lease']

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
  const constant = (kind: Kind, value: number | string | null): Term => ({ ...token, kind, value: () => value })
  if (/^\d{1,6}$/.test(text)) return constant('version', Number(text))
  if (text === 'absent' || text === 'nothing') return constant('version', null)
  if (text === 'nobody') return constant('holder', null)
  if (statuses.includes(text)) return constant('status', text)
  if (names.clients.includes(text)) return constant('holder', text)
  const [owner = '', name, ...rest] = text.split('.')
  if (name === undefined || rest.length > 0) throw unknownName(token, text, vocabulary(names))
  if (resources.includes(owner)) {
    if (!names.keys.includes(name)) throw unknownName(token, text, vocabulary(names))
    return resourceTerm(token, owner, name)
  }
  if (!names.clients.includes(owner)) throw unknownName(token, text, vocabulary(names))
  if (name === 'status') return { ...token, kind: 'status', value: (trace, step) => statusOf(trace, step, owner) }
  if (name === 'returned') return { ...token, kind: 'version', value: (trace, step) => returnedTo(trace, step, owner) }
  throw unknownName(token, text, vocabulary(names))
}

function resourceTerm(token: Token, resource: string, key: string): Term {
  if (resource === 'lease')
    return { ...token, kind: 'holder', value: (trace, step) => worldAt(trace, step).lease[key] ?? null }
  if (resource === 'cache')
    return { ...token, kind: 'version', value: (trace, step) => worldAt(trace, step).cache[key] ?? null }
  return { ...token, kind: 'version', value: (trace, step) => worldAt(trace, step).database[key] ?? null }
}

const statusOf = (trace: Trace, step: number, client: string): string =>
  worldAt(trace, step).clients[client]?.status ?? 'idle'

/** The version that the client's newest finished operation returned or acknowledged. */
function returnedTo(trace: Trace, step: number, client: string): number | null {
  const answers = trace.steps
    .slice(0, step)
    .flatMap(({ event }) =>
      event.type === 'request' && event.client === client && event.result !== null ? [event.result] : [],
    )
  return answers.at(-1) ?? null
}

const vocabulary = ({ keys, clients }: Names): readonly string[] => [
  ...resources.flatMap((resource) => keys.map((key) => `${resource}.${key}`)),
  ...clients.flatMap((client) => [`${client}.returned`, `${client}.status`, client]),
  ...['absent', 'nobody', 'nothing'],
  ...statuses,
]

function unknownName(token: Token, text: string, known: readonly string[]): ExpressionError {
  return new ExpressionError(
    token.column,
    `${quoted(text)} is nothing that the engine can be asked. ${suggestion(text, known)}`,
  )
}
