/**
 * Replays a schedule: scenario + words -> trace. Pure; the same words give the same trace everywhere.
 */
import { ClientMover } from './client'
import { compile, withCells, type Model } from './compile'
import { actionNamed, enabled, isQuiet } from './enabled'
import type { Happening, Load, OwnMover } from './mover'
import type { LoadEvent, RequestEvent, StepEvent, Trace, TraceStep } from './trace'
import { viewOf, type WorldView } from './view'
import { protocols } from '../protocols'
import type { Scenario } from '../scenario/scenario'

/**
 * Runs `schedule` from the scenario's start. A word that names no enabled step ends the run there and
 * is reported in `refused`; the steps before it stand.
 */
export const replay = (scenario: Scenario, schedule: readonly string[]): Trace =>
  withCells((width) => run(compile(scenario, { width }), schedule))

function run(model: Model, schedule: readonly string[]): Trace {
  model.reset()
  const initial = viewOf(model)
  const steps: TraceStep[] = []
  const inside = new Map<string, number>()
  let refused: Trace['refused'] = null
  for (const word of schedule) {
    const action = actionNamed(model, word)
    if (!action) {
      refused = refusal(model, steps.length + 1, word)
      break
    }
    const before = steps.at(-1)?.after ?? initial
    const { mover, choice } = action
    const told = mover instanceof ClientMover ? mover : (mover as OwnMover).happening(choice)
    mover.move(choice)
    const after = viewOf(model)
    const event =
      told instanceof ClientMover ? requestEvent(model, told, before, after, inside) : changeEvent(told, before, after)
    steps.push({ number: steps.length + 1, word, event, before, after })
  }
  const actions = enabled(model)
  return {
    scenario: model.scenario,
    initial,
    steps,
    refused,
    enabled: actions.map((action) => action.word),
    isQuiet: isQuiet(actions),
  }
}

function refusal(model: Model, step: number, word: string): NonNullable<Trace['refused']> {
  const words = enabled(model).map((action) => action.word)
  const instead = words.length === 0 ? 'the run is over' : `what can happen there is ${words.join(', ')}`
  return {
    step,
    word,
    enabled: words,
    message: `Step ${step}, "${word}", cannot happen at that point: ${instead}.`,
  }
}

/** What a step that no client asked for has done. */
function changeEvent(told: Happening, before: WorldView, after: WorldView): StepEvent {
  if ('to' in told) return told
  if (told.type === 'load') return loadEvent(told)
  if (told.type === 'late') return { ...told, reply: told.reply() }
  const { type, key, client, fault = null } = told
  if (type === 'crash') return { type, client }
  const stays = before.cache[key] === after.cache[key]
  const changed = before.database[key] === after.database[key] ? null : (after.database[key] ?? null)
  const committed = told.commits ?? changed
  return { type, key, removed: stays ? null : (before.cache[key] ?? null), client, committed, fault }
}

function loadEvent({ type, loader, key, took }: Load): LoadEvent {
  const { node, code, edge } = took()
  const { request, kind } = node
  const begins = node.path.length === 0
  return { type, loader, key, resource: kind.resource, request, reply: kind.decode(code), begins, ends: edge.ends }
}

/** What stands for an error in a trace. */
const failedReply = Object.freeze({ failed: true })

/** `inside` remembers which operation each client is in, also when the client is gone and the cache goes on. */
function requestEvent(
  model: Model,
  client: ClientMover,
  before: WorldView,
  after: WorldView,
  inside: Map<string, number>,
): RequestEvent {
  const { node, edge, code, fault } = client.last!
  const begins = before.clients[client.name]!.status !== 'inside' && node.path.length === 0
  if (begins) inside.set(client.name, before.clients[client.name]!.begun)
  const isHeard = after.clients[client.name]!.status !== 'crashed'
  const cacheRuns =
    !begins && node.program.role === 'read' && protocols.read[model.scenario.protocol.read]?.owner === 'cache'
  return {
    type: 'request',
    client: client.name,
    role: node.program.role,
    key: node.program.key,
    operation: inside.get(client.name)!,
    pattern: node.program.name,
    runner: cacheRuns ? 'cache' : 'client',
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
