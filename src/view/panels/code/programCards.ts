/**
 * What the code panel says of each program: which client runs it, where it stands, and why it does not go on. Pure, so that
 * every state of a client can be tested by value.
 */
import { waitsFor } from '../../../course/narration'
import type { StepEvent } from '../../../model/engine/trace'
import type { ClientView, WorldView } from '../../../model/engine/view'
import { guards } from '../../../model/guards'
import { ownName } from '../../../model/own/own'
import type { Operation, Scenario } from '../../../model/scenario/scenario'
import { guardedLines, type GuardedLine } from './guardedLines'
import type { ProgramSource } from './programSource'

export interface ProgramCard {
  readonly client: string
  /** The client's place in the scenario, from 0: its colour; null for a program that no client runs. */
  readonly index: number | null
  readonly role: 'read' | 'write'
  readonly program: ProgramSource
  /** How the client is, in a few words; empty when the marked line says it all. */
  readonly state: string
  readonly isWaiting: boolean
  /** The line that asks next, from 1; null when it asks nothing. */
  readonly next: number | null
  /** The line that asked last, if the last step was its. */
  readonly last: number | null
  /** The guard that changes a line, by line. */
  readonly changed: ReadonlyMap<number, GuardedLine>
  /** Where the next request stands in the guard that makes it. */
  readonly inGuard: { readonly source: string; readonly line: number } | null
  /** The guards that go around the whole program, with the line that asks next, if one of theirs does. */
  readonly around: readonly { readonly guard: string; readonly line: number | null }[]
}

type Role = ProgramCard['role']

/** The programs that a client's operations run, by name, in the order in which they first come. */
function programsOf(
  { protocol, own = {}, guards }: Scenario,
  operations: readonly Operation[],
): ReadonlyMap<string, Role> {
  const read: readonly [string, Role] = [own.read ? ownName('read') : protocol.read, 'read']
  const write: readonly [string, Role] = [own.write ? ownName('write') : protocol.write, 'write']
  const isInPlace = guards['increments'] === 'in-place'
  const increment: readonly [string, Role] = [isInPlace ? 'increment-in-place' : 'increment', 'write']
  const programs: Readonly<Record<Operation['kind'], readonly (readonly [string, Role])[]>> = {
    read: [read],
    bypass: [['database-only', 'read']],
    write: [write],
    increment: isInPlace ? [increment, write] : [increment, read, write],
    transfer: [write],
    any: [read, write],
    forever: [read],
  }
  return new Map(operations.flatMap(({ kind }) => programs[kind]))
}

/** Guards that go around operations of this role. */
const aroundOf = (chosen: Scenario['guards'], role: 'read' | 'write'): readonly string[] =>
  guards.filter(({ name, around }) => around?.role === role && chosen[name] !== undefined).map(({ name }) => name)

const places = (request: ClientView['next']) => request?.places ?? []

function stateOf(client: ClientView, world: WorldView, operations: readonly Operation[], repeat: number): string {
  const count = operations.length * repeat
  if (client.status === 'crashed') return 'crashed'
  if (client.status === 'done')
    return world.timers.some((timer) => timer.client === client.name) ? 'finished, its timer is set' : 'finished'
  if (client.isBlocked) {
    const awaited = waitsFor(world, client)
    return awaited === null ? 'waits' : `waits for ${awaited.holder}`
  }
  if (operations[client.begun]?.kind === 'forever') return 'reads for ever'
  if (client.operation?.kind === 'any' && client.next === null) return 'may read or write'
  return count > 1 ? `${String(client.begun + (client.status === 'idle' ? 1 : 0))} of ${String(count)}` : ''
}

/** Clients whose programs are shown where there are more; whoever stepped last is shown in any case. */
const CARDS_MAX = 8

/**
 * The cards of all clients, in the order of the scenario; a client that reads and writes has two, one that increments three.
 * @param event the last step; null at the start
 */
export function programCards(
  scenario: Scenario,
  world: WorldView,
  event: StepEvent | null,
  sources: Readonly<Record<string, ProgramSource>>,
): readonly ProgramCard[] {
  const acting = event !== null && 'client' in event ? event.client : ''
  return scenario.clients.flatMap(({ name, operations }, index) =>
    index >= CARDS_MAX && name !== acting
      ? []
      : [...programsOf(scenario, operations)].flatMap(([pattern, role]): ProgramCard[] => {
          const program = sources[pattern]
          const client = world.clients[name]
          if (!program || !client) return []
          const next = places(client.next)
          const here = next.find(({ source }) => source === pattern)
          const outside = aroundOf(scenario.guards, role)
          const outer = here ? undefined : next.find(({ source }) => outside.includes(source))
          const isHere = here !== undefined || outer !== undefined
          const last = event?.type === 'request' && event.client === name ? places(event.request) : []
          const inner = next[0]
          return [
            {
              client: name,
              index,
              role,
              program,
              state: next.length > 0 && !isHere ? '' : stateOf(client, world, operations, scenario.repeat ?? 1),
              isWaiting: client.isBlocked && isHere,
              next: here?.line ?? null,
              last: last.find(({ source }) => source === pattern)?.line ?? null,
              changed: guardedLines(program, scenario.guards, role),
              inGuard: here && inner && inner.source !== pattern ? inner : null,
              around: outside.map((guard) => ({ guard, line: outer?.source === guard ? outer.line : null })),
            },
          ]
        }),
  )
}
