/** One row a step: from which lane to which, in whose colour, and the version that travels. */
import { countsVersions, narrate } from '../../course/narration'
import type { DeliveryEvent, Trace, TraceStep } from '../../model/engine/trace'
import type { WorldView } from '../../model/engine/view'
import { keysOf, type Composed } from '../../model/scenario/scenario'
import { flightAt, flightsOf, type PlainFlight } from './flights'
import { labelsOf } from './labels'
import { ownersOf } from './ribbons'
import { clientLane, type SceneRow, type Token } from './scene'
import { shortVersionText } from './versionText'

export type PlainRow = Omit<SceneRow, 'isGhost'>

type Way = Pick<SceneRow, 'kind' | 'from' | 'to'>

/** A replica that nobody reads has no lane, so that a commit for it stays at the log's. */
function wayOfCommit({ type, to, key }: DeliveryEvent, { replica }: WorldView): Way {
  if (type === 'replica') return { kind: 'message', from: 'database', to }
  const isThere = to === 'cache' || (replica[key] ?? null) !== null
  return isThere ? { kind: 'message', from: 'log', to } : { kind: 'self', from: 'log', to: 'log' }
}

/** Under read-through the cache asks the database itself, and keeps what it gets: a step that stays at its lane. */
function wayOf({ event, before }: TraceStep, flight: PlainFlight | null): Way {
  if (event.type === 'crash') return { kind: 'crash', from: clientLane(event.client), to: clientLane(event.client) }
  if (event.type === 'timer') return { kind: 'message', from: 'timer', to: 'cache' }
  if ('to' in event) return wayOfCommit(event, before)
  if (event.type === 'redeliver') return { kind: 'self', from: 'log', to: 'log' }
  if (event.type === 'load') return { kind: 'message', from: event.loader, to: event.resource }
  if (event.type === 'sync') return { kind: 'self', from: 'queue', to: 'queue' }
  if (event.type === 'late') {
    const from = flight?.lane ?? clientLane(event.client)
    return { kind: from === 'cache' ? 'self' : 'message', from, to: 'cache' }
  }
  if (event.type === 'flush' && event.committed === null && event.fault === null)
    return { kind: 'self', from: 'queue', to: 'queue' }
  if (event.type === 'flush') return { kind: 'message', from: 'queue', to: 'database' }
  if (event.type !== 'request') return { kind: 'self', from: 'cache', to: 'cache' }
  const from = event.runner === 'cache' ? 'cache' : clientLane(event.client)
  return { kind: from === event.resource ? 'self' : 'message', from, to: event.resource }
}

/** The version that a request carries there, or that its reply carries back. */
function tokenOf(
  { event, after }: TraceStep,
  owner: (key: string, version: number) => number | null,
  composed: Composed | undefined,
): Token | null {
  if ('fault' in event && event.fault === 'failed') return null
  if ('to' in event) return { version: event.version, owner: owner(event.key, event.version), direction: 'there' }
  if (event.type === 'flush' && event.committed !== null)
    return { version: event.committed, owner: owner(event.key, event.committed), direction: 'there' }
  if (event.type !== 'request' && event.type !== 'late' && event.type !== 'load') return null
  const isUnheard = event.type === 'request' && event.fault === 'unheard'
  const version = isUnheard ? after.database[event.key] : event.request.version
  const written = (of: number) =>
    of === 0 || composed?.[event.key] !== undefined ? { text: shortVersionText(event.key, of, composed) } : {}
  if (version !== undefined && event.request.kind !== 'cache.delete')
    return { version, ...written(version), owner: owner(event.key, version), direction: 'there' }
  const replied = (event.reply as { readonly version?: number } | null)?.version
  if (replied === undefined) return null
  const isMade = /^database\.update/.test(event.request.kind) || countsVersions(event)
  const direction = isMade ? 'there' : 'back'
  return { version: replied, ...written(replied), owner: owner(event.key, replied), direction }
}

/** All steps of a trace as rows. */
export function rowsOf(trace: Trace): readonly PlainRow[] {
  const places = new Map(trace.scenario.clients.map(({ name }, place) => [name, place]))
  const keys = keysOf(trace.scenario)
  const owner = ownersOf(trace)
  const flights = flightsOf(trace)
  const slotOf = (key: string): number | null => {
    const slot = keys.indexOf(key)
    return slot < 0 ? null : slot
  }
  return trace.steps.map((step): PlainRow => {
    const { event, number, word } = step
    const flight = flightAt(flights, number)
    return {
      number,
      word,
      ...wayOf(step, flight),
      ...labelsOf(step, trace.scenario.composed),
      slot: slotOf(event.type === 'crash' ? '' : event.key),
      client:
        'to' in event ? owner(event.key, event.version) : 'client' in event ? (places.get(event.client) ?? null) : null,
      fate: event.type === 'late' ? 'arrives' : 'fault' in event ? event.fault : null,
      place: flight?.place ?? 0,
      tone: narrate(trace, number).tone,
      token: tokenOf(step, owner, trace.scenario.composed),
    }
  })
}
