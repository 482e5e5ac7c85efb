/**
 * The messages of a run: what a sequence diagram of it must draw. A request is a solid arrow to the resource
 * that answers it; its reply may follow as a dashed one. Daemons draw an arrow of their own; a fault draws none.
 */
import { labelOf } from '../../model/engine/resources'
import type { RequestEvent, StepEvent, Trace } from '../../model/engine/trace'
import type { Message } from './lesson'

export interface DrawnStep {
  readonly step: number
  readonly request: Message
  /** The reply, which a diagram may leave out; null where nobody is answered. */
  readonly reply: Message | null
}

/** What each step of the run looks like; steps that nobody asks for in words are left out. */
export const drawnSteps = (trace: Trace): readonly DrawnStep[] =>
  trace.steps.flatMap(({ number, event }) => {
    const drawn = drawnEvent(event)
    return drawn === null ? [] : [{ step: number, ...drawn }]
  })

function drawnEvent(event: StepEvent): Omit<DrawnStep, 'step'> | null {
  if (event.type === 'timer') {
    const request = { from: 'Timer', to: 'Cache', text: `DEL ${event.key}`, isReply: false }
    return { request, reply: null }
  }
  if (event.type === 'flush' && event.committed !== null) {
    const request = { from: 'Queue', to: 'Database', text: `PUT ${event.key} v${event.committed}`, isReply: false }
    return { request, reply: null }
  }
  if (event.type === 'late')
    return { request: { from: event.client, to: 'Cache', text: requestText(event), isReply: false }, reply: null }
  if (event.type !== 'request') return null
  const from = event.runner === 'cache' ? 'Cache' : event.client
  const to = event.resource === 'cache' ? 'Cache' : 'Database'
  return {
    request: { from, to, text: requestText(event), isReply: false },
    reply: isAnswered(event) ? { from: to, to: from, text: replyText(event.reply), isReply: true } : null,
  }
}

/** Whether anything comes back: an error does. */
const isAnswered = ({ fault }: RequestEvent): boolean => fault === null || fault === 'failed'

/** As the stage writes it: a lease is told by the reply. */
const verbOf = (kind: string): string =>
  labelOf(kind)
    .replace(/^LEASE /, '')
    .replace('DELETE', 'DEL')

/** `SELECT x`, `SET x v1`. */
const requestText = ({ request: { kind, key, version } }: Pick<RequestEvent, 'request'>): string =>
  [verbOf(kind), key, ...(version === undefined ? [] : [`v${version}`])].join(' ')

/** `v1`, `miss`, `token`, `refused` or `ok`. */
function replyText(reply: unknown): string {
  if (typeof reply !== 'object' || reply === null) return 'ok'
  if ('failed' in reply) return 'error'
  if ('version' in reply && typeof reply.version === 'number') return `v${reply.version}`
  if ('token' in reply) return reply.token === true ? 'token' : 'no token'
  if ('found' in reply) return 'miss'
  if ('stored' in reply) return reply.stored === true ? 'stored' : 'refused'
  return 'ok'
}

export const printMessage = ({ from, to, text, isReply }: Message): string =>
  `${from}${isReply ? '-->>' : '->>'}${to}: ${text}`
