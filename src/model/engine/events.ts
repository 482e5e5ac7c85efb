/** Takes a step and says what it did: the events that traces are made of, read off the cells around the step. */
import { partOf } from './automaton'
import { ClientMover } from './client'
import type { Model } from './compile'
import type { Action } from './enabled'
import { offsetOf } from './layout'
import type { Happening, Load, OwnMover } from './mover'
import type { LoadEvent, RequestEvent, StepEvent } from './trace'

/** Which operation each client is in, also when the client is gone and the cache goes on. */
export type Inside = Map<string, number>

/** Takes an enabled step. */
export function takeStep(model: Model, { mover, choice }: Pick<Action, 'mover' | 'choice'>, inside: Inside): StepEvent {
  if (mover instanceof ClientMover) return takeRequest(model, mover, choice, inside)
  const told = (mover as OwnMover).happening(choice)
  const before = contentsAt(model, told)
  mover.move(choice)
  return changeEvent(told, before, contentsAt(model, told))
}

interface Contents {
  /** Null where nothing is cached, or where the step is about no single key. */
  readonly cached: number | null
  readonly row: number | null
}

function contentsAt({ memory, keys }: Model, told: Happening): Contents {
  const key = keys.indexOf(told.key)
  if (key < 0) return { cached: null, row: null }
  const at = (name: string) => memory.cells[offsetOf(memory, name) + key]!
  const saysNoRow = memory.offsets.has('no-row') && at('no-row') > 0
  return { cached: at('cache') || (saysNoRow ? 0 : null), row: at('database') }
}

/** What a step that no client asked for has done. */
function changeEvent(told: Happening, before: Contents, after: Contents): StepEvent {
  if ('to' in told) return told
  if (told.type === 'load') return loadEvent(told)
  if (told.type === 'late') return { ...told, reply: told.reply() }
  const { type, key, client, fault = null } = told
  if (type === 'crash') return { type, client }
  const removed = before.cached === after.cached ? null : before.cached
  const changed = before.row === after.row ? null : after.row
  return { type, key, removed, client, committed: told.commits ?? changed, fault }
}

function loadEvent({ type, loader, key, took }: Load): LoadEvent {
  const { node, code, edge } = took()
  const { request, kind } = node
  const begins = node.path.length === 0
  return { type, loader, key, resource: kind.resource, request, reply: kind.decode(code), begins, ends: edge.ends }
}

/** What stands for an error in a trace. */
const failedReply = Object.freeze({ failed: true })

function takeRequest(model: Model, client: ClientMover, choice: number, inside: Inside): RequestEvent {
  const wasInside = client.node !== null
  const { begun } = client
  client.move(choice)
  const { node, edge, code, fault } = client.last!
  const begins = !wasInside && node.path.length === 0
  if (begins) inside.set(client.name, begun)
  const isHeard = !client.isCrashed()
  return {
    type: 'request',
    client: client.name,
    role: partOf(node),
    deed: node.program.deed,
    key: node.request.key,
    operation: inside.get(client.name)!,
    pattern: node.program.name,
    runner: !begins && node.isCaches ? 'cache' : 'client',
    resource: node.kind.resource,
    request: node.request,
    reply: code < 0 ? failedReply : node.kind.decode(code),
    fault: fault?.fate ?? null,
    begins,
    ends: edge.ends,
    startsOver: !edge.ends && model.automata.nodes[edge.next]!.path.length === 0,
    fails: edge.fails && isHeard,
    result: edge.ends && !edge.fails && isHeard ? edge.result : null,
  }
}
