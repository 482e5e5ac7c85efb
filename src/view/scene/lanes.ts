/**
 * Which lanes there are and in which order: clients outside, resources inside, so that arrows run
 * inward. The first client stands left of the resources, the second right; further ones join outside,
 * left and right in turn. A timer has a lane where the write pattern defers, between the cache that it
 * empties and the database whose commit sets it; programs that no client runs, a queue, the log and a replica have
 * one in the same place.
 */
import { protocols } from '../../model/protocols'
import { hasListener, readsReplica } from '../../model/scenario/followers'
import type { Client, Operation, Scenario } from '../../model/scenario/scenario'
import { clientLane, type Lane } from './scene'

const cache: Lane = { id: 'cache', kind: 'cache', title: 'Cache', short: 'Cache', role: '', client: null }
const refresh: Lane = { id: 'refresh', kind: 'loader', title: 'Refresh', short: 'Refr.', role: '', client: null }
const warmUp: Lane = { id: 'warm', kind: 'loader', title: 'Warm-up', short: 'Warm', role: '', client: null }
const timer: Lane = { id: 'timer', kind: 'timer', title: 'Timer', short: 'Timer', role: '', client: null }
const queue: Lane = { id: 'queue', kind: 'queue', title: 'Queue', short: 'Queue', role: '', client: null }
const log: Lane = { id: 'log', kind: 'log', title: 'Log', short: 'Log', role: '', client: null }
const replica: Lane = { id: 'replica', kind: 'replica', title: 'Replica', short: 'Repl.', role: '', client: null }
const database: Lane = { id: 'database', kind: 'database', title: 'Database', short: 'DB', role: '', client: null }

/** Where a write waits for the database: not everything that does so is a queue. */
function waitingRoom({ guards }: Scenario): Lane {
  if (guards['queue'] === 'entry') return { ...queue, title: 'Flags', short: 'Flags' }
  return guards['write-ahead-log'] === undefined ? queue : { ...queue, title: 'Memory', short: 'Mem.' }
}

/** Where there are two regions, the database is the other one's. */
const master: Lane = { ...database, title: 'Master', short: 'Master' }

/** What a client is that does nothing else. */
const roleOfKind: Readonly<Record<Operation['kind'], string>> = {
  read: 'reader',
  bypass: 'reader',
  forever: 'reader',
  write: 'writer',
  transfer: 'writer',
  increment: 'counter',
  any: '',
}

function roleOf({ operations }: Client): string {
  const roles = new Set(operations.map(({ kind }) => roleOfKind[kind]))
  return roles.size === 1 ? ([...roles][0] ?? '') : ''
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
  const loaders = [
    ...(scenario.guards['warm'] === undefined ? [] : [warmUp]),
    ...(protocols.read[scenario.protocol.read]?.refreshes === true ? [refresh] : []),
  ]
  const waits = [...(defers ? [timer] : []), ...(queues ? [waitingRoom(scenario)] : [])]
  const copies = [...(hasListener(scenario) ? [log] : []), ...(readsReplica(scenario) ? [replica] : [])]
  const rows = scenario.guards['regions'] === undefined ? database : master
  return [...left, cache, ...loaders, ...waits, ...copies, rows, ...right]
}
