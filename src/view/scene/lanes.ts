/**
 * Which lanes there are and in which order: clients outside, resources inside, so that arrows run
 * inward. The first client stands left of the resources, the second right; further ones join outside,
 * left and right in turn. A timer has a lane where the write pattern defers, between the cache that it
 * empties and the database whose commit sets it; a queue has one in the same place.
 */
import { protocols } from '../../model/protocols'
import type { Client, Scenario } from '../../model/scenario/scenario'
import { clientLane, type Lane } from './scene'

const cache: Lane = { id: 'cache', kind: 'cache', title: 'Cache', short: 'Cache', role: '', client: null }
const timer: Lane = { id: 'timer', kind: 'timer', title: 'Timer', short: 'Timer', role: '', client: null }
const queue: Lane = { id: 'queue', kind: 'queue', title: 'Queue', short: 'Queue', role: '', client: null }
const database: Lane = { id: 'database', kind: 'database', title: 'Database', short: 'DB', role: '', client: null }

function roleOf({ operations }: Client): string {
  const kinds = new Set(operations.map(({ kind }) => kind))
  if (kinds.size !== 1) return ''
  return kinds.has('read') ? 'reader' : kinds.has('write') ? 'writer' : ''
}

const laneOf = (client: Client, index: number): Lane => ({
  id: clientLane(client.name),
  kind: 'client',
  title: client.name,
  short: client.name,
  role: roleOf(client),
  client: index,
})

/** The lanes of a scenario, from left to right. */
export function lanesOf(scenario: Scenario): readonly Lane[] {
  const clients = scenario.clients.map(laneOf)
  const left = clients.filter((_, index) => index % 2 === 0).toReversed()
  const right = clients.filter((_, index) => index % 2 === 1)
  const defers = protocols.write[scenario.protocol.write]?.defers === true
  const queues = protocols.write[scenario.protocol.write]?.queues === true
  return [...left, cache, ...(defers ? [timer] : []), ...(queues ? [queue] : []), database, ...right]
}
