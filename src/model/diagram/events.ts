/** A diagram as what happened in it, in order: requests of clients, and crashes. What cannot happen here becomes a warning. */
import { quoted } from '../scenario/problem'
import { askedIn, saysHit, saysMiss, type Verb } from './asked'
import type { Diagram, Message, Statement, Warning } from './diagram'
import type { Cast, Role } from './roles'

export interface Asked {
  readonly line: number
  readonly client: string
  readonly verb: Verb
  readonly key: string
  /** The cache asks on the client's behalf. */
  readonly byCache: boolean
  /** What the cache is drawn to answer; null where the diagram does not say. */
  readonly found: boolean | null
}

export type Happening = Asked | { readonly line: number; readonly client: string; readonly verb: 'crash' }

interface Reading {
  readonly happenings: Happening[]
  readonly warnings: Warning[]
}

/** The key that is meant where a message names none. */
const KEY = 'x'

export function happeningsIn(diagram: Diagram, { roles }: Cast): Reading {
  const reading: Reading = { happenings: [], warnings: [] }
  const statements = firstBranches(diagram.statements, reading.warnings)
  statements.forEach((statement, index) => {
    if (statement.kind === 'note') noteCrash(statement.over, statement, roles, reading)
    if (statement.kind === 'message') read(statement, statements.slice(index + 1), roles, reading)
  })
  return reading
}

/** The statements outside of other branches than the first: a run takes one of them. */
function firstBranches(statements: readonly Statement[], warnings: Warning[]): readonly Statement[] {
  const kept: Statement[] = []
  const blocks: { isSkipped: boolean }[] = []
  for (const statement of statements) {
    if (statement.kind === 'open') {
      blocks.push({ isSkipped: false })
      const why = blockWarning(statement.block)
      if (why !== null) warnings.push({ line: statement.line, message: why })
    } else if (statement.kind === 'next') {
      const block = blocks.at(-1)
      if (block !== undefined) block.isSkipped = statement.block !== 'par'
    } else if (statement.kind === 'close') blocks.pop()
    else if (!blocks.some(({ isSkipped }) => isSkipped)) kept.push(statement)
  }
  return kept
}

function blockWarning(block: string): string | null {
  if (block === 'loop') return 'A run repeats nothing by itself. The loop is taken once.'
  if (block === 'alt' || block === 'critical')
    return `A run takes one branch. The first of this ${quoted(block)} is taken, and the others are left out.`
  if (block === 'opt' || block === 'break') return `A run takes a branch or not. This ${quoted(block)} is taken.`
  return block.startsWith('par')
    ? 'The branches are taken in the order in which they are written. Step the clients otherwise to mix them.'
    : null
}

function noteCrash(
  over: readonly string[],
  { line, text }: { line: number; text: string },
  roles: Cast['roles'],
  { happenings }: Reading,
) {
  const role = roles.get(over[0] ?? '')
  if (role?.is === 'client' && /^\W*crash(es|ed)?\b/i.test(text))
    happenings.push({ line, client: role.name, verb: 'crash' })
}

function read(
  message: Message,
  later: readonly Statement[],
  roles: Cast['roles'],
  { happenings, warnings }: Reading,
): void {
  const from = roles.get(message.from)
  const to = roles.get(message.to)
  if (from === undefined || to === undefined || isAnswer(message, from)) return
  const warn = (why: string) => void warnings.push({ line: message.line, message: why })
  if (from.is === 'part' || to.is === 'part') {
    warn(
      'What neither a client, the cache nor the database does is not read. Choose the pattern or the guard for it in the Lab.',
    )
    return
  }
  if (to.is === 'client') {
    warn('Clients do not speak with each other here. The message is left out.')
    return
  }
  if (from.is === 'database') {
    warn('The database asks nobody here. The message is left out.')
    return
  }
  const asked = askedIn(to.is, message.text)
  if (asked === null) {
    warn(
      `${quoted(message.text)} is no request of the ${to.is}. Begin with ${to.is === 'cache' ? 'GET, SET or DEL' : 'SELECT or UPDATE'}.`,
    )
    return
  }
  const client = from.is === 'client' ? from.name : lastAskerOf(happenings, asked.key)
  if (client === null) {
    warn('No client has asked the cache before, so nobody is behind this request. It is left out.')
    return
  }
  if (message.arrow.endsWith('x'))
    warn('A lost request takes a fault. It is read as one that arrives; choose the fault in the Lab.')
  const key = asked.key ?? happenings.findLast((each) => 'key' in each && each.client === client)
  if (key === undefined) warn(`No word of ${quoted(message.text)} can be a key. The key is called ${KEY}.`)
  happenings.push({
    ...{ line: message.line, client, verb: asked.verb },
    key: typeof key === 'string' ? key : key !== undefined && 'key' in key ? key.key : KEY,
    byCache: from.is === 'cache',
    found: asked.verb === 'get' ? foundIn(message, later) : null,
  })
}

/** A dashed arrow is an answer, and so is whatever a resource says to a client. */
const isAnswer = ({ arrow }: Message, from: Role): boolean =>
  arrow.startsWith('--') || (from.is === 'database' && arrow !== '->')

function lastAskerOf(happenings: readonly Happening[], key: string | null): string | null {
  const last = happenings.findLast((each) => 'key' in each && (key === null || each.key === key))
  return last?.client ?? null
}

/** What the next thing that the cache says to the asker tells. */
function foundIn({ from, to }: Message, later: readonly Statement[]): boolean | null {
  const answer = later.find(
    (each): each is Message => each.kind === 'message' && each.from === to && each.to === from && each.to !== each.from,
  )
  if (answer === undefined) return null
  return saysMiss(answer.text) ? false : saysHit(answer.text) ? true : null
}
